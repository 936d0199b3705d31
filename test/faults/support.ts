// Plays one function of the add-on again and again on copies of one file, each time with another fault at another
// service call, and hands the file back once the function was run again to its end.
import type { Host } from '../../workbench/host/createHost';
import type { Answer } from '../../src/commands/answers';
import { cellsOf, resume } from '../bundle/campaign';

type Saved = ReturnType<Host['save']>;
export type Record = Readonly<globalThis.Record<string, unknown>>;

export interface Play {
  readonly start: Saved;
  readonly run: (host: Host) => unknown;
}

export interface Fault {
  readonly what: string;
  /** Done at the n-th service call. */
  readonly put: (host: Host, n: number) => void;
  /** 'any': it makes a difference at reads too. */
  readonly at: 'any' | 'changes';
}

const GERMAN = 'Zeitüberschreitung bei der Ausführung der Anfrage. Versuche es noch einmal.';

const kill = (when: 'before' | 'after'): Fault => ({
  what: `killed ${when} it with half of the pending writes kept`,
  at: 'changes',
  put: (host, n) => {
    host.killAt(n, when, 'half');
  },
});

/** The run is killed, or the call fails. */
export const CUTS: readonly Fault[] = [
  kill('after'),
  {
    what: 'it fails in German',
    at: 'changes',
    put: (host, n) => {
      host.failAt(n, GERMAN);
    },
  },
  kill('before'),
];

/** Somebody else moves the rows of the contacts just before the call. */
export const COLLEAGUES: readonly Fault[] = [
  {
    what: 'somebody inserts a row above',
    at: 'any',
    put: (host, n) => {
      host.editAt(n, (model) => {
        model.insertRows('Contacts', 3);
      });
    },
  },
  {
    what: 'somebody sorts the tab',
    at: 'any',
    put: (host, n) => {
      host.editAt(n, (model) => {
        model.sortTab('Contacts', [{ column: 3, ascending: false }], 2);
      });
    },
  },
];

/**
 * Runs the play with a fault at each call. `finish` runs it to its end; `check` says what is not as it must be.
 * 'each': every fault at every call; 'in turn': the faults take turns from call to call, for plays with many calls.
 */
export function playFaults(
  play: Play,
  faults: readonly Fault[],
  how: 'each' | 'in turn',
  finish: (host: Host) => void,
  check: (host: Host) => readonly string[],
): string[] {
  const clean = resume(play.start);
  play.run(clean);
  const calls = clean.calls.filter(
    ({ effect }) => faults.every(({ at }) => at === 'any') || (effect !== 'none' && effect !== 'reads'),
  );
  const found: string[] = [];
  for (const [index, { n, method }] of calls.entries()) {
    const turn = faults[index % faults.length];
    for (const fault of how === 'each' || turn === undefined ? faults : [turn]) {
      const host = resume(play.start);
      fault.put(host, n);
      try {
        play.run(host);
      } catch {
        // a kill, or a fault of the service that nothing could be done about
      }
      finish(host);
      found.push(...check(host).map((text) => `call ${n} (${method}), ${fault.what}: ${text}`));
    }
  }
  return found;
}

/** Runs a function until it answers well, at most three times. */
export function untilDone(host: Host, name: string, ...args: unknown[]): Answer<unknown> {
  let answer: Answer<unknown> = { ok: false, problem: { code: '', message: '', todo: '' } };
  for (let times = 0; times < 3 && !answer.ok; times++) answer = host.call(name, ...args) as Answer<unknown>;
  return answer;
}

/** Filled rows of the contacts by the name of their person, without these columns. */
export function people(host: Host, ...without: readonly string[]): Map<string, Record> {
  const [header = [], ...rows] = cellsOf(host, 'Contacts');
  const found = new Map<string, Record>();
  rows.forEach((row, index) => {
    const entries = header.map((name, column): [string, unknown] => [String(name), plain(row[column])]);
    const record = Object.fromEntries(entries.filter(([name]) => name !== '' && !without.includes(name)));
    if (Object.values(record).every((value) => value === '')) return;
    const name = record['Contact'];
    const key = typeof name === 'string' && name !== '' ? name : `row ${index + 2}`;
    found.set(found.has(key) ? `${key} again in row ${index + 2}` : key, record);
  });
  return found;
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** What differs between two states of the contacts, row by row in any order. */
export function differences(is: ReadonlyMap<string, Record>, should: ReadonlyMap<string, Record>): string[] {
  const found: string[] = [];
  for (const [who, record] of should) {
    const now = is.get(who);
    if (now === undefined) found.push(`${who} is gone`);
    for (const [name, value] of Object.entries(now === undefined ? {} : record))
      if (now?.[name] !== value)
        found.push(`${who}: ${name} is ${String(now?.[name])}, not ${String(value)}`);
  }
  for (const [who, record] of is)
    if (!should.has(who)) found.push(`${who} was added: ${JSON.stringify(record)}`);
  return found;
}
