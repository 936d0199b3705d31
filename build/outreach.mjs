// npm run -s outreach -- ACTION FILE …: the add-on on a file, without the page. See docs/command-line.md.
import { pathToFileURL } from 'node:url';
import { ensureDist, ensureProgram, install } from './ready.mjs';

install();
await ensureDist();
const program = await ensureProgram('workbench/cli.ts');
const { main } = await import(pathToFileURL(program).href);
process.exitCode = await main(process.argv.slice(2));
