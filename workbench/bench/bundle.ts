// Bundles with the options of build/build.mjs and runs the result, so that what is timed is what runs at Google.
import { build, type Plugin } from 'esbuild';
import vm from 'node:vm';

/** The text of a bundle that leaves its exports in the global `name`. Paths are those of the project's folder. */
export async function bundle(
  contents: string,
  name: string,
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const made = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    bundle: true,
    plugins: [...plugins],
    write: false,
    minify: true,
    format: 'iife',
    globalName: name,
    platform: 'neutral',
    target: 'es2020',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: 'src/tsconfig.json',
    logLevel: 'error',
  });
  return made.outputFiles[0]?.text ?? '';
}

/** The add-on's pure functions and the baseline (pure.ts), minified, in this process. */
export async function loadPure(): Promise<typeof import('./pure')> {
  const code = await bundle("export * from './workbench/bench/pure'", 'pure');
  return vm.runInThisContext(`(function () { ${code}\nreturn pure; })()`) as typeof import('./pure');
}
