// Makes the working copy ready: installs what the lock file names where it is missing, builds what is older than its
// sources. Only Node's own modules here: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command with the terminal handed on; returns its exit code. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  return done.status ?? 1;
}

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** Whether every package that the lock names stands in node_modules in its version; optional ones may be missing. */
function fits() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages).every(([path, { version, optional, devOptional, link }]) => {
    if (path === '' || link) return true;
    const manifest = `${path}/package.json`;
    if (!existsSync(manifest)) return optional === true || devOptional === true;
    return JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
}

/** Installs by the lock file where node_modules is missing or older than the lock. Exits where that fails. */
export function install() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  // npm ci would empty the folder that the link leads to, which is somebody else's too.
  if (isLink('node_modules') && fits()) return;
  console.error('Installing what the project needs (once) …');
  // Standard output belongs to the command that runs afterwards.
  const status = run(npm, ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    console.error('The installation failed. Look above for the reason, then run the command again.');
    process.exit(status);
  }
}

/** Time of the newest file below these places, in milliseconds; 0 where there is none. */
function newest(places) {
  let time = 0;
  for (const place of places) {
    if (!existsSync(place)) continue;
    const entry = statSync(place);
    if (entry.isDirectory())
      time = Math.max(time, newest(readdirSync(place).map((name) => join(place, name))));
    else time = Math.max(time, entry.mtimeMs);
  }
  return time;
}

const BUNDLE_SOURCES = ['src', 'sidebar', 'build/build.mjs', 'appsscript.json', 'package-lock.json'];
const WORKBENCH_SOURCES = ['workbench', 'src', 'build/ready.mjs', 'package-lock.json'];

const isOlder = (made, sources) => !existsSync(made) || statSync(made).mtimeMs < newest(sources);

/** dist/, where it is older than its sources. */
export async function ensureDist() {
  if (!isOlder('dist/sidebar.html', BUNDLE_SOURCES)) return;
  const { build } = await import('./build.mjs');
  await build();
}

/**
 * One program of the workbench as a module for Node, where it is older than its sources. Returns its path.
 * Written beside and renamed, so that two commands at once never read half a file.
 */
export async function ensureProgram(entry) {
  const name = entry.replace(/\W+/g, '-');
  const made = `.cache/programs/${name}.mjs`;
  if (!isOlder(made, WORKBENCH_SOURCES)) return made;
  const esbuild = await import('esbuild');
  mkdirSync('.cache/programs', { recursive: true });
  const draft = `.cache/programs/${name}.${process.pid}.draft.mjs`;
  await esbuild.build({
    entryPoints: [entry],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: 'workbench/tsconfig.json',
    logLevel: 'warning',
  });
  try {
    renameSync(draft, made);
  } finally {
    rmSync(draft, { force: true });
  }
  return made;
}
