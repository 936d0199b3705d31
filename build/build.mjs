// Builds what goes to Google: dist/Code.js, dist/sidebar.html and dist/appsscript.json.
// --replies adds the scope that lets the add-on see who answered (headers only); --out DIR writes elsewhere.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const DIST = 'dist';
const NAMESPACE = 'addon_'; // a trailing underscore keeps it out of reach of google.script.run
const REPLIES_SCOPE = 'https://www.googleapis.com/auth/gmail.metadata';

const shared = {
  bundle: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

/** Names of properties that stay inside the sidebar: none may be one of an answer (test/build/sidebarPage.test.ts). */
export const SIDEBAR_NAMES =
  'chosen|fits|shown|meanings|hasColumn|off|second|visit|announce|aside|busy|drafts|expanded|foot|icon|item|leaving|' +
  'loading|look|marked|opened|picked|reload|reloadStart|secondsLeft|small|spin|stopping|tell|wide';

/** Names of properties that stay inside the server; test/build/shortNames.test.ts finds one that does not. */
async function shortNames() {
  const names = (await readFile('build/shortNames.txt', 'utf8')).trim().split('\n');
  return new RegExp(`^(?:${names.join('|')})$`);
}

/** The server: one closed scope, plus one real function declaration for each export of src/index.ts. */
async function buildServer() {
  const entry = {
    ...shared,
    entryPoints: ['src/index.ts'],
    platform: 'neutral',
    target: 'es2020',
    mainFields: ['module', 'main'],
    tsconfig: 'src/tsconfig.json',
    mangleProps: await shortNames(),
  };
  const probe = await esbuild.build({ ...entry, format: 'esm', metafile: true, outfile: 'probe.js' });
  const names = [...Object.values(probe.metafile.outputs)[0].exports].sort();
  const bundle = await esbuild.build({ ...entry, format: 'iife', globalName: NAMESPACE, minify: true });
  const doors = names.map((n) => `function ${n}(...a){return ${NAMESPACE}.${n}(...a)}`);
  return { names, text: `${bundle.outputFiles[0].text}\n${doors.join('\n')}\n` };
}

/**
 * The sidebar as text: one HTML file with its script and style inlined. HtmlService drops what follows `//` inside
 * template literals, so none may be left.
 */
export async function sidebarHtml() {
  const bundle = await esbuild.build({
    ...shared,
    entryPoints: ['sidebar/main.tsx'],
    outdir: 'out',
    format: 'iife',
    minify: true,
    target: ['chrome100', 'firefox100', 'safari15'],
    // The classic form is 5 % smaller than the automatic one that the types are checked with.
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: ['sidebar/jsx.ts'],
    tsconfigRaw: {},
    // Names within Preact, which stands in this one bundle; our own handlers and the commonest names of our components
    // and hooks get short; those of the DOM and of the answers of the server keep theirs.
    mangleProps: new RegExp(
      '^(__\\w?|component[DW]\\w+|get(Derived|Snapshot|Child)\\w+|shouldComponentUpdate|debounceRendering|' +
        `on[A-Z]\\w*|${SIDEBAR_NAMES})$`,
    ),
    reserveProps: /^on(Click|Change|Input|KeyDown)$/,
    supported: { 'template-literal': false },
  });
  const text = (ext) => bundle.outputFiles.find((f) => f.path.endsWith(ext))?.text.trim() ?? '';
  const script = text('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const shell = await readFile('sidebar/index.html', 'utf8');
  return shell
    .replace('<!-- inline:css -->', () => `<style>${text('.css')}</style>`)
    .replace('<!-- inline:js -->', () => `<script>${script}</script>`);
}

async function buildManifest(replies) {
  const manifest = JSON.parse(await readFile('appsscript.json', 'utf8'));
  if (replies) manifest.oauthScopes.push(REPLIES_SCOPE);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Writes the three files; returns the names that Google may call. A failed build leaves what stood there. Only dist/ is
 * cleared of other files. `out` must be on the same disk as .cache/.
 */
export async function build({ replies = false, out = DIST } = {}) {
  const [server, sidebar, manifest] = await Promise.all([
    buildServer(),
    sidebarHtml(),
    buildManifest(replies),
  ]);
  const files = { 'Code.js': server.text, 'sidebar.html': sidebar, 'appsscript.json': manifest };
  await mkdir(out, { recursive: true });
  for (const name of out === DIST ? await readdir(out) : []) {
    if (!(name in files)) await rm(`${out}/${name}`, { recursive: true, force: true });
  }
  for (const [name, text] of Object.entries(files)) {
    const draft = `.cache/${name}.${process.pid}.draft`;
    await mkdir('.cache', { recursive: true });
    await writeFile(draft, text);
    await rename(draft, `${out}/${name}`);
  }
  return server.names;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { replies: { type: 'boolean' }, out: { type: 'string' } } });
  const names = await build(values);
  console.log(`${values.out ?? DIST}: ${names.join(', ')}`);
}
