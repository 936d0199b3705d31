// The text files of the repository, as a person would read them: what is built, installed or kept aside is left out.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', '.cache', '.git', 'coverage', '.workbench']);
const NOT_TEXT = new Set(['.png', '.xlsx', '.ico', '.log']);

export interface TextFile {
  /** From the root of the repository, with "/". */
  readonly path: string;
  readonly text: string;
}

/** All below a folder, '.' for the whole repository. */
export function textFiles(folder = '.'): TextFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): TextFile[] => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return textFiles(path);
    if (!entry.isFile() || NOT_TEXT.has(extname(entry.name))) return [];
    return [{ path, text: readFileSync(join(path), 'utf8') }];
  });
}

/** "README.md:12: the line" for each line that the pattern is found in. */
export function linesWith(files: readonly TextFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}
