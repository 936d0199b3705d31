// The command line (docs/command-line.md): the add-on on a file, in the same host as the page. Prints for people, or
// one line of JSON. Exit 0 done, 1 the file or the request is bad, 2 wrong usage.
import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDay } from '../src/values/day';
import { ACTIONS, type ActionContext } from './cli/actions';
import { Refused, UsageError } from './cli/refused';
import { writeFiles, type OutFile } from './cli/writeFiles';
import { createHost } from './host/createHost';
import { MAX_FILE_BYTES, readFile, TOO_BIG, writeCsv, writeXlsx } from './host/sheets/files';
import { startOfClock } from './host/zones';

const USAGE = `Usage: npm run -s outreach -- ACTION FILE [--sheet NAME] [--today YYYY-MM-DD] [--out FILE] [--json]
  ACTION  map      which column means what, and what a person would be asked
          check    problems in the rows
          stale    who is due, gone quiet or waiting
          send     the messages that would go  [--step first|follow-up|auto] [--only ROWS] [--limit N]
                   with --yes they are sent into --mailbox DIR, one .eml a message
          assign   builds one tab for each volunteer into --out FILE
  FILE    an .xlsx or .csv`;

const OPTIONS = {
  sheet: { type: 'string' },
  today: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  step: { type: 'string' },
  only: { type: 'string' },
  limit: { type: 'string' },
  mailbox: { type: 'string' },
  yes: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Options that other actions do not know. */
const SEND_ONLY = ['step', 'only', 'limit', 'mailbox', 'yes'] as const;

/** Runs one command; answers with its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const context = await readRequest(argv);
    if (context === null) {
      console.log(USAGE);
      return 0;
    }
    const { action, json, out } = context;
    const outcome = ACTIONS[action](context);
    const isPlan = action === 'send' && !context.send;
    writeFiles([...outcome.files, ...(out === '' || isPlan ? [] : [await workbookFile(context, out)])]);
    if (!json) console.log(outcome.text);
    // In a pipe the line for programs follows the text for people.
    if (json || !process.stdout.isTTY) console.log(JSON.stringify(outcome.json));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n${USAGE}`);
      return 2;
    }
    if (error instanceof Refused) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

type Request = ActionContext & {
  readonly action: keyof typeof ACTIONS;
  readonly json: boolean;
  readonly out: string;
};

async function readRequest(argv: readonly string[]): Promise<Request | null> {
  const { values, positionals } = parse(argv);
  if (values.help === true) return null;
  const [action, file, ...rest] = positionals;
  if (action === undefined || file === undefined || rest.length > 0)
    throw new UsageError('An action and a file are needed.');
  if (!Object.hasOwn(ACTIONS, action)) throw new UsageError(`There is no action “${action}”.`);
  const today = values.today ?? new Date().toLocaleDateString('sv-SE');
  if (parseDay(today) === null) throw new UsageError('--today needs a day such as 2026-11-12.');
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (limit !== null && (!Number.isInteger(limit) || limit < 1))
    throw new UsageError('--limit needs a whole number of at least 1.');
  const step = values.step ?? 'auto';
  if (step !== 'first' && step !== 'follow-up' && step !== 'auto')
    throw new UsageError('--step is first, follow-up or auto.');
  const out = values.out ?? '';
  if (out !== '' && !['.xlsx', '.csv'].includes(extname(out).toLowerCase()))
    throw new UsageError('--out needs a name that ends in .xlsx or .csv.');
  if (action === 'assign' && out === '')
    throw new UsageError('assign needs --out FILE for the workbook with the tabs.');
  if (action === 'assign' && extname(out).toLowerCase() === '.csv')
    throw new UsageError('assign needs an .xlsx for --out: a .csv holds one tab only.');
  if (values.yes === true && (values.mailbox ?? '') === '')
    throw new UsageError('--yes needs --mailbox DIR for the messages.');
  const foreign = SEND_ONLY.find((name) => values[name] !== undefined);
  if (action !== 'send' && foreign !== undefined)
    throw new UsageError(`--${foreign} belongs to the action send.`);
  if (out !== '' && resolve(out) === resolve(file))
    throw new UsageError('--out needs another name than FILE, which is only read.');
  const state = await openFile(file, today);
  const sheet = values.sheet ?? '';
  const names = state.tabs.map((tab) => tab.name);
  if (sheet !== '' && !names.includes(sheet))
    throw new Refused(`${basename(file)} has no tab “${sheet}”. Its tabs: ${names.join(', ')}.`);
  return {
    action: action as keyof typeof ACTIONS,
    json: values.json === true,
    out,
    host: createHost({ workbook: state, today }),
    sheet,
    today,
    step,
    only: rowsOf(values.only),
    limit,
    mailbox: values.mailbox ?? '',
    send: values.yes === true,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** "4,7-9" → 4, 7, 8, 9; null where nothing is said. */
function rowsOf(text: string | undefined): readonly number[] | null {
  if (text === undefined) return null;
  return text.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    if (first === undefined || Number(last) < Number(first) || Number(last) - Number(first) > 1_000_000) {
      throw new UsageError('--only needs rows such as 4,7-9.');
    }
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
  });
}

async function openFile(path: string, today: string) {
  if (!['.xlsx', '.csv'].includes(extname(path).toLowerCase()))
    throw new Refused(`${basename(path)} is neither an .xlsx nor a .csv file.`);
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > MAX_FILE_BYTES) throw new Refused(`${basename(path)} ${TOO_BIG}`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${path} cannot be opened. Look at the name and try again.`);
  }
  const read = await readFile(basename(path), bytes, { now: startOfClock(today, 'UTC') });
  if (!read.ok) throw new Refused(read.message);
  return read.state;
}

async function workbookFile({ host, sheet }: Request, path: string): Promise<OutFile> {
  const state = host.model.committed();
  const now = Date.parse(host.now);
  const isCsv = extname(path).toLowerCase() === '.csv';
  return { path, data: isCsv ? writeCsv(state, sheet, now) : await writeXlsx(state, now) };
}
