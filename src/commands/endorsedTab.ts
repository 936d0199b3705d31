// The proof page as a tab to print: those confirmed who agreed to be named, made anew each time as a whole.
import { endorsements } from '../asks/endorsements';
import { proofOf } from '../asks/proof';
import { cellText, isBlank } from '../values/cell';
import { countOf } from '../values/count';
import { bad, good, type Result } from '../values/result';
import { asOurText } from '../values/writtenText';
import type { TabShape } from '../workbook/ourTabs';
import type { Table } from '../workbook/table';
import { ENDORSED_TAB } from '../workbook/tabs';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { openCampaign, type Campaign } from './campaign';
import { appendRows } from './hiddenTab';
import { asNewTab } from './ourTabs';

/** Needs the lock. */
export function makeEndorsedTab(services: Services): Result<WriteReceipt> {
  const opened = openCampaign(services, ['log', 'settings', 'asks']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { contacts, asks, today, settings } = campaign;
  const { names, rows } = proofOf(endorsements(contacts, asks.asks, today).confirmed, settings);
  if (names.length === 0)
    return bad({
      code: 'nobody-named',
      message: 'Nobody who endorsed has agreed to be named yet, so there is no page to make.',
      todo: 'Ask those who endorsed whether they may be named, and write down their answer.',
    });
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  const id = tabFor(campaign, lines);
  services.book.flush();
  services.book.showTab(id);
  return good({
    message: `The tab lists ${countOf(names.length, 'name')}. Change nothing in it: it is written anew each time.`,
    change: '',
    written: names.length,
    kept: [],
    undoable: false,
  });
}

function tabFor({ services, hidden, tabs }: Campaign, lines: readonly (readonly string[])[]): number {
  const { book } = services;
  const keep = (id: number) => {
    const { day, time } = services.now();
    appendRows(services, hidden, [
      { kind: 'tab', key: ENDORSED_TAB, when: `${day} ${time}`, who: '', state: String(id), data: '' },
    ]);
    return id;
  };
  const named = book.tabs().find(({ name }) => name === ENDORSED_TAB);
  const known = tabs.endorsed ?? named?.id ?? null;
  const before = known === null ? null : book.read(known);
  // A list of the group's own with that name stays theirs.
  if (before !== null && (tabs.endorsed !== null || isAsMade(before, lines))) {
    write(services, before, lines);
    return tabs.endorsed ?? keep(before.id);
  }
  const shape: TabShape = {
    name: freeName(book.tabs().map(({ name }) => name)),
    rows: lines,
    textColumns: (lines[0] ?? []).map((_, at) => at + 1),
    widths: [420, 220],
    headerNotes: [],
    hidden: false,
  };
  return keep(book.addTab(asNewTab(shape)).id);
}

/** A run was cut off behind making it: it stands blank, or as it was made. */
const isAsMade = ({ rows }: Table, lines: readonly (readonly string[])[]): boolean =>
  rows.every((row) => row.every(isBlank)) || cellText(rows[0]?.[0] ?? '') === lines[0]?.[0];

function freeName(taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? ENDORSED_TAB : `${ENDORSED_TAB} ${n}`;
    if (!taken.includes(name)) return name;
  }
}

function write({ book }: Services, before: Table, lines: readonly (readonly string[])[]): void {
  const width = Math.max(lines[0]?.length ?? 0, ...before.rows.map((row) => row.length));
  const high = Math.max(lines.length, before.rows.length);
  book.grow(before.id, high, width);
  book.write(
    before.id,
    1,
    1,
    Array.from({ length: high }, (_, row) =>
      Array.from({ length: width }, (_, at) => asOurText(lines[row]?.[at] ?? '')),
    ),
  );
}
