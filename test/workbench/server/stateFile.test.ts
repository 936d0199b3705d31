// The file that keeps the workbook between starts.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateFile } from '../../../workbench/server/stateFile';
import type { SavedSession } from '../../../workbench/server/session';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  path = join(folder, 'kept', 'state.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const saved = (user: string) => ({ version: 1, file: {}, user, allowed: [] }) as unknown as SavedSession;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the kept workbook', () => {
  test('changes in a row are written once, the last of them', async () => {
    const file = stateFile(path, 20);
    let made = 0;
    for (const user of ['a', 'b', 'c'])
      file.soon(() => {
        made += 1;
        return saved(user);
      });
    expect(existsSync(path)).toBe(false);
    await pause(80);
    expect([made, file.read().saved?.user]).toEqual([1, 'c']);
    expect(readdirSync(join(folder, 'kept'))).toEqual(['state.json']);
  });

  test('what waits is written at the end', () => {
    const file = stateFile(path, 10_000);
    file.soon(() => saved('a'));
    file.flush();
    expect(stateFile(path).read().saved?.user).toBe('a');
  });

  test('a write that fails leaves the old file whole', () => {
    const file = stateFile(path, 10_000);
    file.soon(() => saved('a'));
    file.flush();
    file.soon(() => {
      throw new Error('no');
    });
    expect(() => {
      file.flush();
    }).toThrow('no');
    expect(stateFile(path).read().saved?.user).toBe('a');
  });

  test.each(['', '{"version":1,"file":', '{"version":2}', 'null', '[]'])(
    'a file that cannot be read (%j) is put aside, never lost, and told',
    (content) => {
      stateFile(path).soon(() => saved('a'));
      const file = stateFile(path, 10_000);
      file.soon(() => saved('a'));
      file.flush();
      writeFileSync(path, content);
      const { saved: read, told } = file.read();
      expect(read).toBeNull();
      expect(told).toContain(`${path}.damaged`);
      expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(content);
      expect(existsSync(path)).toBe(false);
    },
  );
});
