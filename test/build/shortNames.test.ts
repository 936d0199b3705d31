// The names that the build shortens: none may be known outside the server by its name, or a file, an answer or a mail
// breaks without a word.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { fixedNames, fixedNamesOf, type FixedNames } from './fixedNames';
import { textFiles } from './textFiles';

const names = readFileSync('build/shortNames.txt', 'utf8').trim().split('\n');

/** Files of packages of which something ends up in the bundle. */
async function libraries(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: ['src/index.ts'],
    tsconfig: 'src/tsconfig.json',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile: 'none.js',
    bundle: true,
    write: false,
    metafile: true,
  });
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  return Object.entries(inputs)
    .filter(([path, { bytesInOutput }]) => path.startsWith('node_modules/') && bytesInOutput > 0)
    .map(([path]) => path);
}

describe('the names that the build shortens', () => {
  let packages: string[];
  let fixed: FixedNames;
  beforeAll(async () => {
    packages = await libraries();
    fixed = fixedNames(packages);
  }, 120_000);

  test('none of them is known by its name to Google, a library, the page or a kept text', () => {
    const known = names.flatMap((name) => (fixed.has(name) ? [`${name}: ${fixed.get(name) ?? ''}`] : []));
    expect(known).toEqual([]);
  });

  test('the names that must stay are found: of each kind one', () => {
    expect(packages.some((path) => path.includes('/zod/'))).toBe(true);
    const kinds = {
      'of the language': 'flatMap',
      'of the spreadsheet': 'setNumberFormats',
      'of mail': 'metadataHeaders',
      'of a library': 'jitless',
      'of an answer': 'authorizationUrl',
      'of an argument': 'ownerInCc',
      'of the journal': 'undoable',
      'of the remembered columns': 'headers',
      'of a field': 'doNotContact',
      'of a setting': 'followUpDaysByCategory',
      'of Google beyond its types': 'getAuthorizedScopes',
    };
    expect(Object.entries(kinds).filter(([, name]) => !fixed.has(name))).toEqual([]);
  });

  test('each stands in the list once, in order, and is still a name of ours', () => {
    expect(names).toEqual([...new Set(names)].sort());
    const sources = textFiles('src')
      .map(({ text }) => text)
      .join();
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(sources))).toEqual([]);
  });
});

describe('a name that must stay is found', () => {
  const sample = (text: string) => [...fixedNamesOf(text).keys()].filter((name) => /^our[A-Z]/.test(name));

  test.each([
    ['as a text', `export const a = 'ourName';`],
    ['looked up by a text', `export const a = (key: 'x', of: { ourName: 1; x: 2 }) => of[key];`],
    ['under a computed name', `export const a = (k: 'x'): { ourName?: 1; x?: 1 } => ({ [k]: 1 });`],
    ['asked with "in"', `export const a = (k: string, of: { ourName: 1 }) => k in of;`],
    ['walked through', `export const a = (of: { ourName: 1 }) => { for (const k in of) k; };`],
    ['taken apart', `export const a = (of: { ourName: 1 }) => Object.entries(of);`],
    [
      'written as JSON, deep inside',
      `export const a = (of: { in: { ourName: 1 }[] }[]) => JSON.stringify(of);`,
    ],
    ['read from JSON', `export const a = (s: string) => JSON.parse(s) as { ourName: 1 };`],
    [
      'read from JSON into a type',
      `export const a = (s: string) => { const b: { ourName: 1 } = JSON.parse(s); return b; };`,
    ],
    ['of something of any shape', `export const a = (of: any) => of.ourName;`],
    [
      'taken for what it is not declared as',
      `export const a = Math as unknown as { get(): { ourName: 1 } };`,
    ],
    ['known by asking', `export const a = (of: unknown): of is { ourName: 1 } => of !== 1;`],
  ])('%s', (_, text) => {
    expect(sample(text)).toEqual(['ourName']);
  });

  test('in an answer to the page, and in what the page hands over', () => {
    const door = `export const door = (given: { ourArgument: 1 }[]) => ({ in: [{ ourAnswer: given }] });`;
    expect([...fixedNamesOf(door, 'index.ts').keys()]).toEqual(
      expect.arrayContaining(['ourArgument', 'ourAnswer']),
    );
  });

  test('one that stays inside is left free', () => {
    expect(
      sample(`export const a = (of: { ourName: number }[]) => of.map(({ ourName }) => ourName + 1);`),
    ).toEqual([]);
  });
});
