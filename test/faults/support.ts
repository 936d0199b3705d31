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
  /** Calls at which it makes a difference. */
  readonly at: 'odd calls' | 'even calls' | 'calls that change something';
}

const GERMAN = 'Zeitüberschreitung bei der Ausführung der Anfrage. Versuche es noch einmal.';

const kill = (when: 'before' | 'after'): Fault => ({
  what: `killed ${when} it with half of the pending writes kept`,
  at: 'calls that change something',
  put: (host, n) => {
    host.killAt(n, when, 'half');
  },
});
const failed: Fault = {
  what: 'it fails in German',
  at: 'calls that change something',
  put: (host, n) => {
    host.failAt(n, GERMAN);
  },
};
const inserted: Fault = {
  what: 'somebody inserts a row above',
  at: 'odd calls',
  put: (host, n) => {
    host.editAt(n, (model) => {
      model.insertRows('Contacts', 3);
    });
  },
};
const sorted: Fault = {
  what: 'somebody sorts the tab',
  at: 'even calls',
  put: (host, n) => {
    host.editAt(n, (model) => {
      model.sortTab('Contacts', [{ column: 3, ascending: false }], 2);
    });
  },
};

export const CUTS: readonly Fault[] = [kill('before'), kill('after')];
export const FAILURES: readonly Fault[] = [failed];
export const COLLEAGUES: readonly Fault[] = [inserted, sorted];

/** Runs the play with each fault at each call. `finish` runs it to its end; `check` says what is not as it must be. */
export function playFaults(
  play: Play,
  faults: readonly Fault[],
  finish: (host: Host) => void,
  check: (host: Host) => readonly string[],
): string[] {
  const clean = resume(play.start);
  play.run(clean);
  const calls = clean.calls;
  const found: string[] = [];
  for (const fault of faults) {
    for (const { n, method, effect } of calls) {
      if (!isHit(fault, n, effect)) continue;
      const host = resume(play.start);
      fault.put(host, n);
      const where = `call ${n} (${method}), ${fault.what}`;
      try {
        play.run(host);
      } catch {
        // a kill, or a fault of the service that nothing could be done about
      }
      finish(host);
      found.push(...check(host).map((text) => `${where}: ${text}`));
    }
  }
  return found;
}

/** A row inserted or a tab sorted in the gap of one read or write meets the next one too, so each call gets one of both. */
function isHit(fault: Fault, n: number, effect: string): boolean {
  if (fault.at === 'calls that change something') return effect !== 'none' && effect !== 'reads';
  return (n % 2 === 1) === (fault.at === 'odd calls');
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
    const key = String(record['Contact'] ?? '') || `row ${index + 2}`;
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
