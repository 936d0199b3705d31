// npm run probe [-- --host | --replies | --run FUNCTION]: the assertions of probe/, pushed to a script made for them, or
// asked of the stand-in. See docs/live-probe.md.
import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureProgram, install, run } from './ready.mjs';

const OUT = '.cache/probe';
/** Names the script of the person who probes; it is in nobody's repository. */
const PROJECT = 'probe/.clasp.json';
const SETTINGS = '.clasp.json';
const MARK = 'Outreach probe';
const REPLIES_SCOPE = 'https://www.googleapis.com/auth/gmail.metadata';

/** Code.js, sidebar.html and appsscript.json of the probe, into the folder. */
export async function buildProbe(out, { replies = false } = {}) {
  const esbuild = await import('esbuild');
  const { sidebarHtml } = await import('./build.mjs');
  const page = await sidebarHtml();
  const entry = {
    entryPoints: ['probe/index.ts'],
    bundle: true,
    write: false,
    charset: 'utf8',
    platform: 'neutral',
    target: 'es2020',
    mainFields: ['module', 'main'],
    tsconfig: 'probe/tsconfig.json',
    logLevel: 'warning',
    define: { PAGE_LENGTH: String(page.length) },
  };
  const names = await esbuild.build({ ...entry, format: 'esm', metafile: true, outfile: 'names.js' });
  const bundle = await esbuild.build({ ...entry, format: 'iife', globalName: 'probe_' });
  const doors = Object.values(names.metafile.outputs)[0].exports.map(
    (name) => `function ${name}() { return probe_.${name}.apply(this, arguments); }`,
  );
  const manifest = JSON.parse(await readFile('appsscript.json', 'utf8'));
  if (replies) manifest.oauthScopes.push(REPLIES_SCOPE);
  const files = {
    'Code.js': `// ${MARK}\n${bundle.outputFiles[0].text}\n${doors.join('\n')}\n`,
    'sidebar.html': page,
    'appsscript.json': `${JSON.stringify(manifest, null, 2)}\n`,
  };
  await mkdir(out, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(out, name), text);
}

/**
 * '' where these files (name → text) may be written over: a new script, or the probe itself. A push replaces the whole
 * script, so anything else is left alone.
 */
export function whyNotReplace(files) {
  for (const [name, text] of Object.entries(files)) {
    if (name === 'appsscript.json' || text.includes(MARK) || name === 'sidebar.html') continue;
    if (text.replace(/\s+/g, '') !== 'functionmyFunction(){}' && text.trim() !== '')
      return `The script that ${PROJECT} names holds “${name}”, which is none of the probe's. Nothing was pushed: make a new spreadsheet for the probe.`;
  }
  return '';
}

function clasp(args) {
  return run(process.platform === 'win32' ? 'npx.cmd' : 'npx', ['--no', 'clasp', ...args]);
}

/** clasp takes files only from the folder of its settings, so these are written beside them. */
function claspIn(folder, scriptId, args) {
  writeFileSync(join(folder, SETTINGS), JSON.stringify({ scriptId, rootDir: '.' }));
  return clasp(['--project', resolve(folder, SETTINGS), ...args]);
}

async function push(replies) {
  if (!existsSync(PROJECT)) {
    console.error(
      `There is no ${PROJECT} yet. docs/live-probe.md says how to make the script that it names.`,
    );
    return 2;
  }
  const { scriptId } = JSON.parse(await readFile(PROJECT, 'utf8'));
  const own = JSON.parse(await readFile('.clasp.json', 'utf8')).scriptId;
  if (typeof scriptId !== 'string' || scriptId === '' || scriptId === own) {
    console.error(
      `${PROJECT} names ${scriptId === own ? 'the script of the add-on itself' : 'no script'}. Nothing was pushed.`,
    );
    return 2;
  }
  // What stands there now, read into a folder of its own.
  const there = await mkdtemp(join(tmpdir(), 'outreach-probe-'));
  try {
    if (claspIn(there, scriptId, ['pull']) !== 0) return 1;
    const files = {};
    for (const name of await readdir(there)) {
      if (name !== SETTINGS) files[name] = await readFile(join(there, name), 'utf8');
    }
    const why = whyNotReplace(files);
    if (why !== '') {
      console.error(why);
      return 1;
    }
  } finally {
    await rm(there, { recursive: true, force: true });
  }
  await rm(OUT, { recursive: true, force: true });
  await buildProbe(OUT, { replies });
  if (claspIn(OUT, scriptId, ['push', '--force']) !== 0) return 1;
  console.log(
    'Pushed. In the script editor run probe, then probeMail, then probeByHand: each log says what differs.',
  );
  return 0;
}

async function onHost(json) {
  await buildProbe(OUT, { replies: true });
  const program = await ensureProgram('workbench/probe.ts');
  const { main } = await import(pathToFileURL(program).href);
  return main(OUT, json);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      host: { type: 'boolean' },
      json: { type: 'boolean' },
      replies: { type: 'boolean' },
      run: { type: 'string' },
    },
  });
  install();
  if (values.host) process.exitCode = await onHost(values.json === true);
  else if (values.run) process.exitCode = clasp(['--project', resolve(PROJECT), 'run-function', values.run]);
  else process.exitCode = await push(values.replies === true);
}
