// What the project depends on: few things, pinned, and installable from the lock on any machine.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { textFiles } from './textFiles';

type Versions = Readonly<Record<string, string>>;
interface Package {
  readonly engines: { readonly node: string };
  readonly scripts: Versions;
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly overrides: Versions;
}
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Versions;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const lockText = readFileSync('package-lock.json', 'utf8');
const locked = (JSON.parse(lockText) as { packages: Readonly<Record<string, Locked>> }).packages;

const ofServer = ['fastest-levenshtein', 'mustache', 'zod/mini'];
const ofSidebar = ['preact', 'preact/hooks'];

/** Packages that the sources of a folder import, each once. */
function imported(folder: string): string[] {
  const names = textFiles(folder)
    .filter(({ path }) => /\.tsx?$/.test(path))
    .flatMap(({ text }) => ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName))
    .filter((name) => !name.startsWith('.'));
  return [...new Set(names)].sort();
}

describe('the packages', () => {
  test('the add-on ships with these four and no other', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      'fastest-levenshtein',
      'mustache',
      'preact',
      'zod',
    ]);
    expect(imported('src')).toEqual(ofServer);
    expect(imported('sidebar')).toEqual(ofSidebar);
  });

  test('every version is exact, so that two machines have the same', () => {
    const versions = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.overrides,
    });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('the lock holds the versions of package.json', () => {
    const root = locked[''];
    expect(root?.dependencies).toEqual(manifest.dependencies);
    expect(root?.devDependencies).toEqual(manifest.devDependencies);
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect([name, locked[`node_modules/${name}`]?.version]).toEqual([name, version]);
  });

  test('each override stands in the lock with all of its platform packages, or a clean install fails', () => {
    for (const [name, version] of Object.entries(manifest.overrides)) {
      const entry = locked[`node_modules/${name}`];
      expect(entry?.version).toBe(version);
      const platforms = Object.entries(entry?.optionalDependencies ?? {});
      expect(platforms.length).toBeGreaterThan(0);
      const missing = platforms.filter(
        ([each, wanted]) => locked[`node_modules/${each}`]?.version !== wanted,
      );
      expect(missing).toEqual([]);
    }
  });

  test('the lock names no place to fetch from, so that it works with every registry, and a sum for each package', () => {
    expect(lockText).not.toContain('"resolved"');
    const bare = Object.entries(locked).filter(
      ([path, { integrity }]) => path !== '' && integrity === undefined,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
    expect(existsSync('.npmrc')).toBe(false);
  });
});

describe('the two commands', () => {
  test('install what is missing before anything else runs', () => {
    for (const script of ['build/start.mjs', 'build/test.mjs', 'build/outreach.mjs', 'build/bench.mjs']) {
      const text = readFileSync(script, 'utf8');
      const before = text.slice(0, text.indexOf('\ninstall();'));
      expect([script, text.includes('\ninstall();')]).toEqual([script, true]);
      const packages = [...before.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
      expect(packages.filter((name) => !name.startsWith('node:') && name !== './ready.mjs')).toEqual([]);
    }
  });

  test('what runs before the installation uses only what Node has', () => {
    const text = readFileSync('build/ready.mjs', 'utf8');
    const packages = [...text.matchAll(/^import .* from '([^']+)'/gm)].map(([, name = '']) => name);
    expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([]);
  });

  test('are the two in the README, which says which Node they need', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
    expect(readme).toContain(manifest.engines.node.replace('>=', ''));
  });
});
