// npm run bench [-- --json]: speed, service calls and sizes against the budgets of docs/budgets.md.
import { pathToFileURL } from 'node:url';
import { ensureDist, ensureProgram, install } from './ready.mjs';

install();
await ensureDist();
const program = await ensureProgram('workbench/bench.ts');
const { main } = await import(pathToFileURL(program).href);
process.exitCode = await main(process.argv.slice(2));
