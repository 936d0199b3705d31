// Writes the files of one command together: when one cannot be written, none is.
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refused } from './refused';

export interface OutFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** Folders that are missing are made. Each file is written beside its place first, so that none is left half-written. */
export function writeFiles(files: readonly OutFile[]): void {
  const drafts: string[] = [];
  const folders: string[] = [];
  const draftOf = (path: string) => `${path}.${process.pid}.part`;
  const write = (path: string, step: () => void) => {
    try {
      step();
    } catch {
      for (const made of [...drafts, ...folders]) rmSync(made, { force: true, recursive: true });
      throw new Refused(`${path} cannot be written. Look at the name and the folder, and try again.`);
    }
  };
  for (const { path, data } of files)
    write(path, () => {
      if (existsSync(path) && !statSync(path).isFile()) throw new Error('a folder has that name');
      const made = mkdirSync(dirname(path), { recursive: true });
      if (made !== undefined) folders.push(made);
      drafts.push(draftOf(path));
      writeFileSync(draftOf(path), data);
    });
  for (const { path } of files)
    write(path, () => {
      renameSync(draftOf(path), path);
    });
}
