// The proof page as a tab to print: those confirmed who agreed to be named, made anew each time as a whole.
import { endorsements } from '../asks/endorsements';
import { proofOf } from '../asks/proof';
import { countOf } from '../values/count';
import { bad, good, type Result } from '../values/result';
import { asOurText } from '../values/writtenText';
import type { TabShape } from '../workbook/ourTabs';
import type { Table } from '../workbook/table';
import { ENDORSED_TAB } from '../workbook/tabs';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { openCampaign, type Campaign } from './campaign';
import { asNewTab } from './ourTabs';
import { freeName, keepTab, standingTab } from './renewedTab';

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

function tabFor(campaign: Campaign, lines: readonly (readonly string[])[]): number {
  const { services, tabs } = campaign;
  const before = standingTab(campaign, ENDORSED_TAB, tabs.endorsed, lines[0]?.[0] ?? '');
  if (before !== null) write(services, before, lines);
  const id = before?.id ?? makeTab(campaign, lines);
  if (tabs.endorsed !== id) keepTab(campaign, ENDORSED_TAB, id);
  return id;
}

function makeTab(campaign: Campaign, lines: readonly (readonly string[])[]): number {
  const shape: TabShape = {
    name: freeName(campaign, ENDORSED_TAB),
    rows: lines,
    textColumns: (lines[0] ?? []).map((_, at) => at + 1),
    widths: [420, 220],
    headerNotes: [],
    hidden: false,
  };
  return campaign.services.book.addTab(asNewTab(shape)).id;
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
