// What `clasp push` would send, asked of clasp itself with the project's own settings; it needs no account for that.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildAddon } from './builtAddon';

const addon = buildAddon();
const project = mkdtempSync(join(tmpdir(), 'clasp-'));
afterAll(() => {
  addon.remove();
  rmSync(project, { recursive: true, force: true });
});

interface Status {
  readonly filesToPush: readonly string[];
  readonly untrackedFiles: readonly string[];
}

/** In a copy of the project with the files that lie about in a used one. */
function status(): Status {
  for (const name of ['.clasp.json', '.claspignore', 'package.json']) copyFileSync(name, join(project, name));
  cpSync(addon.folder, join(project, 'dist'), { recursive: true });
  for (const name of ['notes.txt', 'old.js', 'Other.html']) writeFileSync(join(project, 'dist', name), '');
  mkdirSync(join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'src', 'index.ts'), '');
  const clasp = resolve('node_modules/@google/clasp/build/src/index.js');
  const done = spawnSync(process.execPath, [clasp, 'show-file-status', '--json'], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: project, USERPROFILE: project },
  });
  return JSON.parse(done.stdout) as Status;
}

describe('clasp', () => {
  test('pushes exactly the three built files, whatever else lies beside them', () => {
    const { filesToPush } = status();
    expect([...filesToPush].sort()).toEqual(['dist/Code.js', 'dist/appsscript.json', 'dist/sidebar.html']);
  }, 60_000);

  test('is set up for dist/, with a script id that everybody fills in for themselves', () => {
    expect(JSON.parse(readFileSync('.clasp.json', 'utf8'))).toMatchObject({
      scriptId: expect.any(String),
      rootDir: 'dist',
    });
  });
});
