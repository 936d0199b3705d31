// What a command does before it runs: nothing is installed over a folder that others use too.
import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'ready-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A working copy whose node_modules is a link, older than its lock; true where npm was asked to install. */
function installs(name: string, wanted: string): boolean {
  const copy = join(folder, name);
  const shared = join(folder, `${name}-shared`);
  mkdirSync(join(shared, 'bird'), { recursive: true });
  mkdirSync(join(copy, 'bin'), { recursive: true });
  writeFileSync(join(shared, '.package-lock.json'), '{}');
  utimesSync(join(shared, '.package-lock.json'), 1, 1);
  writeFileSync(join(shared, 'bird/package.json'), JSON.stringify({ version: '1.0.0' }));
  symlinkSync(shared, join(copy, 'node_modules'));
  const packages = { '': {}, 'node_modules/bird': { version: wanted } };
  writeFileSync(join(copy, 'package-lock.json'), JSON.stringify({ packages }));
  writeFileSync(join(copy, 'bin/npm'), '#!/bin/sh\ntouch asked\n', { mode: 0o755 });
  const ready = JSON.stringify(resolve('build/ready.mjs'));
  spawnSync(process.execPath, ['--input-type=module', '-e', `import { install } from ${ready}; install();`], {
    cwd: copy,
    env: { ...process.env, PATH: `${join(copy, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  return existsSync(join(copy, 'asked'));
}

test('a linked node_modules that fits the lock is left alone, another one is installed anew', () => {
  expect(installs('fits', '1.0.0')).toBe(false);
  expect(installs('other', '2.0.0')).toBe(true);
});
