// npm run bench: measures the built add-on against the budgets of docs/budgets.md.
import { readFileSync } from 'node:fs';
import { callBudgets } from './bench/callBudgets';
import { playCommands } from './bench/commands';
import { measureLoad } from './bench/load';
import { printBudgets, printCommands, printTimes } from './bench/print';
import { measureSizes } from './bench/sizes';
import { measureSpeed } from './bench/speed';

/** Prints one line of JSON with --json, else tables. Returns 1 where a budget is not kept, 2 for a wrong argument. */
export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) {
    console.error(`There is no option ${unknown}. Use: npm run bench [-- --json]`);
    return 2;
  }
  const isJson = args.includes('--json');
  const tell = (what: string) => {
    if (!isJson) console.error(`Measuring ${what} …`);
  };
  // What is timed comes first, while the process is small.
  tell('the bundle');
  const load = await measureLoad(readFileSync('dist/Code.js', 'utf8'));
  tell('checks and near-duplicates on 10,000 and 50,000 rows');
  const speed = await measureSpeed();
  tell('service calls on 10,000 contacts');
  const played = await playCommands();
  const budgets = [...callBudgets(played), ...speed.budgets, ...measureSizes(), load.budget];
  if (isJson) console.log(JSON.stringify({ budgets }));
  else {
    const times = [
      { what: 'load and onOpen in the host', milliseconds: load.inHost.work },
      { what: 'load and onOpen in the host, empty bundle', milliseconds: load.inHost.base },
      { what: 'load and onOpen, parsed anew', milliseconds: load.parsedAnew.work },
      { what: 'load and onOpen, parsed anew, empty bundle', milliseconds: load.parsedAnew.base },
      ...speed.times,
    ];
    console.log([printBudgets(budgets), printCommands(played), printTimes(times)].join('\n\n'));
  }
  return budgets.every((one) => one.ok) ? 0 : 1;
}
