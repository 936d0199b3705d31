// The workbench as a program of its own, as npm start runs it. Argument: the options of startWorkbench as JSON.
import { pathToFileURL } from 'node:url';
import { ensureDist, ensureProgram } from '../../build/ready.mjs';

await ensureDist();
const { startWorkbench } = await import(pathToFileURL(await ensureProgram('workbench/server.ts')).href);
const workbench = await startWorkbench({
  ...JSON.parse(process.argv[2] ?? '{}'),
  report: (text) => console.log(`fault: ${text}`),
});
console.log(`open: ${workbench.url}`);
process.on('SIGTERM', () => {
  void workbench.close().then(() => process.exit(0));
});
