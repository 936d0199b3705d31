// Jest's global setup: turns packages that ship as ES modules only into CommonJS files that Jest can load.
import { mkdir } from 'node:fs/promises';
import * as esbuild from 'esbuild';

const PACKAGES = { hucre: 'hucre', 'postal-mime': 'postal-mime', ironcalc: '@ironcalc/wasm' };

export default async function bundleVendors() {
  await mkdir('.cache/vendor', { recursive: true });
  await Promise.all(
    Object.entries(PACKAGES).map(([name, entry]) =>
      esbuild.build({
        stdin: {
          contents: `import * as all from '${entry}'; export * from '${entry}'; export default all.default;`,
          resolveDir: '.',
        },
        outfile: `.cache/vendor/${name}.cjs`,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        logLevel: 'error',
        logOverride: { 'import-is-undefined': 'silent', 'empty-import-meta': 'silent' },
      }),
    ),
  );
}
