// npm run faults [-- --json]: every fault at every service call of every command that writes or sends (docs/faults.md).
import { pathToFileURL } from 'node:url';
import { ensureDist, ensureProgram, install } from './ready.mjs';

install();
await ensureDist();
const program = await ensureProgram('workbench/faults.ts');
const worker = await ensureProgram('workbench/faults/worker.ts');
const { main } = await import(pathToFileURL(program).href);
process.exitCode = await main(process.argv.slice(2), worker);
