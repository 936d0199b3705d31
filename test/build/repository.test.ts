// What must not be in any file of the repository, and that the pages of docs/ say what is there.
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/checks/rules';
import { FIELD_LABELS } from '../../src/reading/fields';
import { linesWith, textFiles } from './textFiles';

const files = textFiles();
const pages = files.filter(({ path }) => path.endsWith('.md'));
/** A page with the blanks of its tables folded. */
const page = (path: string) => (files.find((file) => file.path === path)?.text ?? '').replace(/ +/g, ' ');

describe('no file', () => {
  test('names a folder of somebody’s machine', () => {
    expect(linesWith(files, /(?<![\w.~-])\/(?:work|tmp|home|root|Users|mnt)\/[\w.]|[A-Z]:\\Users/)).toEqual(
      [],
    );
  });

  test('names a host that packages are fetched from', () => {
    expect(
      linesWith(files, /\bregistry\.[a-z]|artifactory|verdaccio/i).filter(
        (line) => !line.startsWith('test/build/'),
      ),
    ).toEqual([]);
  });

  test('leads out of the repository', () => {
    expect(
      linesWith(
        files.filter(({ path }) => path !== 'package-lock.json'),
        /\.\.\/shared\//,
      ),
    ).toEqual([]);
  });
});

describe('the pages', () => {
  test('every link of theirs to a file finds it', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(posix.join(posix.dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('every file and every command that they name is there', () => {
    const scripts = Object.keys((JSON.parse(page('package.json')) as { scripts: object }).scripts);
    const missing = pages.flatMap(({ path, text }) => [
      ...[...text.matchAll(/`((?:src|sidebar|workbench|test|build)\/[\w./-]*)`/g)]
        .map(([, name = '']) => name)
        .filter((name) => !name.includes('your') && !existsSync(name))
        .map((name) => `${path} → ${name}`),
      ...[...text.matchAll(/npm run (?:-s )?(\w+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !scripts.includes(name))
        .map((name) => `${path} → npm run ${name}`),
    ]);
    expect(missing).toEqual([]);
  });

  test('every check has its line', () => {
    const text = page('docs/checks.md');
    expect(
      RULES.filter(({ code, title }) => !text.includes(`| \`${code}\` | ${title} |`)).map(({ code }) => code),
    ).toEqual([]);
  });

  test('every field has its line', () => {
    const text = page('docs/fields.md');
    const missing = Object.entries(FIELD_LABELS).filter(
      ([field, label]) => !text.includes(`| \`${field}\` | ${label} |`),
    );
    expect(missing).toEqual([]);
  });

  test('the structure page says of each folder what the lint lets it import', () => {
    const layers = /const LAYERS = \{([\s\S]*?)\};/.exec(page('eslint.config.mjs'))?.[1] ?? '';
    const allowed = [...layers.matchAll(/(\w+): \[(.*?)\]/g)].map(
      ([, folder = '', below = '']) => [folder, below.replace(/'/g, '')] as const,
    );
    const rows = [...page('docs/structure.md').matchAll(/^\| ((?:`\w+`(?:, )?)+) +\| ([\w, ]*?) *\|$/gm)];
    const told = rows.flatMap(([, folders = '', below = '']) =>
      folders.split(', ').map((folder) => [folder.replace(/`/g, ''), below] as const),
    );
    expect(allowed.length).toBeGreaterThan(5);
    for (const pair of allowed) expect(told).toContainEqual(pair);
  });

  test('the README leads to every page', () => {
    const linked = page('README.md') + page('docs/README.md');
    const unlinked = pages
      .map(({ path }) => path)
      .filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== 'docs/README.md')
      .filter((path) => !linked.includes(path.replace('docs/', '')));
    expect(unlinked).toEqual([]);
  });
});
