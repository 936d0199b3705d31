// Builds the add-on as it stands into a folder of its own, so that these tests judge the sources of now and leave
// dist/ to others.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface BuiltAddon {
  readonly folder: string;
  /** What the build printed. */
  readonly said: string;
  read(name: string): string;
  remove(): void;
}

/** `options` as on the command line: '--replies'. Throws with what the build said where it fails. */
export function buildAddon(...options: readonly string[]): BuiltAddon {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join('.cache', 'built-'));
  const done = spawnSync(process.execPath, ['build/build.mjs', '--out', folder, ...options], {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The build failed.\n${done.stderr}`);
  return {
    folder,
    said: done.stdout,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
