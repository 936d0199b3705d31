// npm run faults: tries every fault at every service call of every command that writes or sends (docs/faults.md).
import { availableParallelism } from 'node:os';
import { resolve as resolvePath } from 'node:path';
import { Worker } from 'node:worker_threads';
import { KINDS } from './faults/judge';
import { PLAYS } from './faults/plays/all';
import { allJobs, countFound, nameOf, sentences, type Counts, type Done, type Job } from './faults/suite';

/** Young objects are most of what a run makes: the more of them fit, the less time is spent on clearing up. */
const YOUNG_MEGABYTES = 64;

/** What may stand behind `npm run faults --`. */
interface Asked {
  readonly isJson: boolean;
  /** One position in so many is played. */
  readonly oneIn: number;
  /** Only plays with this text in their name; '' for all. */
  readonly only: string;
  readonly threads: number;
}

const USAGE = 'npm run faults [-- --json] [--some] [--only NAME] [--threads N]';

/** A text says what is wrong with the arguments. */
function readArgs(args: readonly string[]): Asked | string {
  let asked: Asked = { isJson: false, oneIn: 1, only: '', threads: availableParallelism() };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--json') asked = { ...asked, isJson: true };
    else if (arg === '--some') asked = { ...asked, oneIn: SOME };
    else if (arg === '--only') asked = { ...asked, only: args[++at] ?? '' };
    else if (arg === '--threads') asked = { ...asked, threads: Number(args[++at]) };
    else return `There is no option ${arg}. Use: ${USAGE}`;
  }
  if (!(asked.threads >= 1)) return `--threads needs a number. Use: ${USAGE}`;
  if (!PLAYS.some((play) => nameOf(play).includes(asked.only)))
    return `No play is called “${asked.only}”. These are: ${PLAYS.map(nameOf).join('; ')}`;
  return asked;
}

/**
 * Prints one line of JSON with --json, else a table and what was found. Returns 1 where a fault does harm or a mutant
 * is not caught, 2 for a wrong argument. --some: a part of the positions, all mutants. `worker`: path of the built worker.ts; `dist`: folder with the add-on.
 */
export async function main(args: readonly string[], worker: string, dist = 'dist'): Promise<number> {
  const asked = readArgs(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return 2;
  }
  const { isJson, threads } = asked;
  const jobs = allJobs(asked.oneIn, asked.only);
  const done = await doAll(jobs, { worker, dist, threads }, (left) => {
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

/** Every job once. */
function doAll(
  jobs: readonly Job[],
  { worker: path, dist, ...at }: { readonly worker: string; readonly dist: string; readonly threads: number },
  tell: (left: number) => void,
): Promise<Done[]> {
  const waiting = [...jobs];
  const all: Done[] = [];
  const threads = Math.min(at.threads, jobs.length);
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
