// npm start: opens the workbench, the add-on in a page on this computer. No Google account, no network.
import { pathToFileURL } from 'node:url';
import { ensureDist, ensureProgram, install } from './ready.mjs';

install();
await ensureDist();
const program = await ensureProgram('workbench/server.ts');
const { main } = await import(pathToFileURL(program).href);
await main(process.argv.slice(2));
