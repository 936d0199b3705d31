// npm run faults: tries every fault at every service call of every command that writes or sends (docs/faults.md).
import { availableParallelism } from 'node:os';
import { resolve as resolvePath } from 'node:path';
import { Worker } from 'node:worker_threads';
import { KINDS } from './faults/judge';
import { allJobs, countFound, sentences, type Counts, type Done, type Job } from './faults/suite';

/** Young objects are most of what a run makes: the more of them fit, the less time is spent on clearing up. */
const YOUNG_MEGABYTES = 64;

/**
 * Prints one line of JSON with --json, else a table and what was found. Returns 1 where a fault does harm or a mutant
 * is not caught, 2 for a wrong argument. --some: a part of the positions, all mutants. `worker`: path of the built worker.ts; `dist`: folder with the add-on.
 */
export async function main(args: readonly string[], worker: string, dist = 'dist'): Promise<number> {
  const unknown = args.find((arg) => arg !== '--json' && arg !== '--some');
  if (unknown !== undefined) {
    console.error(`There is no option ${unknown}. Use: npm run faults [-- --json] [--some]`);
    return 2;
  }
  const isJson = args.includes('--json');
  const done = await doAll(allJobs(args.includes('--some') ? SOME : 1), { worker, dist }, (left) => {
    if (!isJson && left % 25 === 0) console.error(`${left} jobs left …`);
  });
  const plays = done.flatMap((one) => ('play' in one ? [one.play] : []));
  const mutants = done.flatMap((one) => ('mutant' in one ? [one.mutant] : []));
  const commands = countFound(plays);
  const harm = plays.flatMap(({ command, wrong, found }) => [
    ...wrong.map((text) => `${command}, without a fault: ${text}`),
    ...sentences(found.filter(({ kind }) => kind !== 'raced')),
  ]);
  const tooRaced = Object.entries(commands)
    .filter(([command, { raced }]) => raced > writesOf(plays, command))
    .map(([command]) => `${command}: more than one raced edit a write`);
  const escaped = mutants.filter(({ caught }) => !caught).map(({ name }) => `not caught: ${name}`);
  const wrong = [...new Set([...harm, ...tooRaced, ...escaped])];
  if (isJson) console.log(JSON.stringify({ commands, mutants }));
  else console.log([table(commands), ...mutants.map(({ name, by }) => `${name}: ${by}`)].join('\n'));
  for (const text of wrong.slice(0, MOST_LINES)) console.error(text);
  return wrong.length === 0 ? 0 : 1;
}

/** With --some one position in so many is played: a prime, so that every call and every fault has its turn. */
const SOME = 13;
const MOST_LINES = 100;

function writesOf(
  plays: readonly { readonly command: string; readonly about: string; readonly writes: number }[],
  command: string,
): number {
  const byPlay = new Map(
    plays.filter((one) => one.command === command).map((one) => [one.about, one.writes]),
  );
  return [...byPlay.values()].reduce((sum, writes) => sum + writes, 0);
}

function table(commands: Readonly<Record<string, Counts>>): string {
  const rows = Object.entries(commands).map(([name, counts]) =>
    [
      name.padEnd(14),
      ...[counts.positions, ...KINDS.map((kind) => counts[kind])].map((n) => String(n).padStart(11)),
    ].join(''),
  );
  const head = ['command'.padEnd(14), ...['positions', ...KINDS].map((name) => name.padStart(11))].join('');
  return [head, ...rows].join('\n');
}

/** Every job once, on as many threads as the machine has. */
function doAll(
  jobs: readonly Job[],
  { worker: path, dist }: { readonly worker: string; readonly dist: string },
  tell: (left: number) => void,
): Promise<Done[]> {
  const waiting = [...jobs];
  const all: Done[] = [];
  const threads = Math.min(availableParallelism(), jobs.length);
  const work = Array.from({ length: threads }, () => {
    const worker = new Worker(resolvePath(path), {
      workerData: { dist },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    return new Promise<void>((resolve, reject) => {
      const next = (): void => {
        const job = waiting.shift();
        if (job === undefined)
          void worker.terminate().then(() => {
            resolve();
          });
        else worker.postMessage(job);
      };
      worker.on('error', reject);
      worker.on('message', (message: { done: Done } | { failed: string }) => {
        if ('failed' in message) {
          reject(new Error(message.failed));
          return;
        }
        all.push(message.done);
        tell(waiting.length);
        next();
      });
      next();
    });
  });
  return Promise.all(work).then(() => all);
}
