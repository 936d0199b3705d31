// What the browser gets: the page, bundled once at the start into memory, and the add-on's own pages for its frames.
import * as esbuild from 'esbuild';

export interface PageFiles {
  readonly script: string;
  readonly style: string;
  /** Put before the script of a page of the add-on: google.script over postMessage. */
  readonly shim: string;
}

export async function bundlePage(): Promise<PageFiles> {
  const common: esbuild.BuildOptions & { write: false } = {
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    logLevel: 'error',
    tsconfig: 'workbench/page/tsconfig.json',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const [page, shim] = await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: ['workbench/page/main.tsx'],
      outdir: 'out',
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
    esbuild.build({
      ...common,
      entryPoints: ['workbench/page/googleScript.ts'],
      outdir: 'out',
      minify: true,
    }),
  ]);
  const text = (files: readonly esbuild.OutputFile[], end: string) =>
    files.find(({ path }) => path.endsWith(end))?.text ?? '';
  return {
    script: text(page.outputFiles, '.js'),
    style: text(page.outputFiles, '.css'),
    shim: text(shim.outputFiles, '.js'),
  };
}

/** The page itself. What it needs to know at the start stands in its body as data. */
export function indexHtml(token: string, frames: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Workbench</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body data-token="${token}" data-frames="${frames}">
<div id="page"></div>
<script src="/page.js"></script>
</body>
</html>
`;
}

/**
 * A page of the add-on with google.script in front of everything else. `functions` are the names that
 * google.script.run offers; `home` is the only page it may talk to.
 */
export function framedPage(html: string, shim: string, functions: readonly string[], home: string): string {
  const settings = JSON.stringify({ functions, home }).replaceAll('<', '\\u003c');
  const script = `<script>window.__googleScript=${settings};${shim.replaceAll('</script', '<\\/script')}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}
