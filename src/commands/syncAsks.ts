// What one run writes about asks, in an order in which it is found done wherever it was cut off: the rows of the
// contacts, then the tab Asks, then the log. Every such run brings the tab up to date with what the log knows.
import { rowAfterAnswer } from '../asks/effects';
import { statusWords } from '../mail/rowAfterSend';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { ENDORSEMENT } from '../texts/askKinds';
import type { Ask } from '../touches/asks/ask';
import { askCells, askChoices, askRow, type AskColumn } from '../touches/asks/askTab';
import { planAskWrites } from '../touches/asks/askWrites';
import { linesOfAsks, readAsks, saysNotEndorsed } from '../touches/asks/readAsks';
import type { LogEntry } from '../touches/log';
import { statusOf } from '../touches/status';
import { isBlank, sameCell, type Cell } from '../values/cell';
import { countOf } from '../values/count';
import { bad, good, type Result } from '../values/result';
import { editOf, type KeyedEdit } from '../workbook/edits';
import { ASKS_TAB } from '../workbook/tabs';
import { applyEdits, type Applied, type Kept } from './applyEdits';
import { asksTabProblem, openAsksTab } from './asksTab';
import type { Campaign } from './campaign';
import { TOUCH } from './contact';
import { withdrawChange, writeJournal } from './journal';
import { renewChoices, type ChoiceColumn } from './kindChoices';
import { keyedTab, madeKeyed, writeKeyed, type KeyedTab, type RowCell } from './keyedTab';
import { addEntries } from './logTab';

/** Cells of a contact, by field, the later ones over the earlier. */
export type ContactCells = readonly [contact: Contact, cells: readonly (readonly [Field, Cell])[]];

export interface AskJob {
  /** What the journal calls it. */
  readonly what: string;
  /** How asks that were read must stand. */
  readonly changed?: ReadonlyMap<Ask, Ask>;
  /** Asks that neither the tab nor the log has. */
  readonly fresh?: readonly Ask[];
  readonly cells?: readonly ContactCells[];
  /** Lines for the log, each with its entry id. */
  readonly lines?: readonly Omit<LogEntry, 'row'>[];
  /** The lines go before the rows: cut off between them, the run is begun anew from a question that still stands. */
  readonly linesFirst?: boolean;
  /** Id of a change of this run that it becomes a part of. */
  readonly change?: string;
}

export interface AskPlan {
  readonly cells: readonly RowCell[];
  readonly added: readonly Ask[];
  readonly edits: readonly KeyedEdit[];
  /** Contacts whose row changes because of what the list says by itself. */
  readonly rows: number;
}

/** The campaign with its asks read anew from its log, which may have got lines since. Needs asks. */
export function withAsks(campaign: Campaign): Campaign {
  const { asksTable: table, contacts, settings, today, services } = campaign;
  const log = campaign.log.filter(({ row, entryId }) => row > 0 || entryId !== '');
  const { locale } = services.book;
  const asks = readAsks(table, { contacts, log, settings, today, locale, otherTabs: campaign.otherTabs });
  return { ...campaign, asks, log: [...log, ...linesOfAsks(asks.asks, log, today)] };
}

/** Nothing is written. `campaign` must have been opened with asks. */
export function planAsks(campaign: Campaign, job: Pick<AskJob, 'changed' | 'fresh' | 'cells'> = {}): AskPlan {
  const { asksTable, asks, services, table, map } = campaign;
  const { changed = new Map<Ask, Ask>(), fresh = [] } = job;
  const now = (ask: Ask) => changed.get(ask) ?? ask;
  const writes = planAskWrites(asksTable, asks, () => services.newId());
  const cells = new Map<string, RowCell>();
  const put = (row: number, heading: AskColumn, to: Cell) => {
    cells.set(`${row}:${heading}`, { row, heading, to });
  };
  for (const edit of writes.edits) for (const { column, to } of edit.cells) put(edit.row, column, to);
  for (const [ask, after] of changed) {
    if (ask.row === 0) continue;
    const [were, are] = [askCells(ask), askCells(after)];
    for (const [heading, to] of are) {
      const isPlanned = cells.has(`${ask.row}:${heading}`) && !IDS.includes(heading);
      if (isPlanned || !sameCell(were.get(heading) ?? '', to)) put(ask.row, heading, to);
    }
  }
  const byRow = new Map([...changed].map(([ask, after]) => [ask.row, after]));
  const answered = [
    ...writes.edits.map(({ row, ask }) => byRow.get(row) ?? ask),
    ...writes.appended.map(now),
    ...asks.asks.map(now).filter((ask) => ask.kind === ENDORSEMENT && ask.answer === 'yes'),
  ];
  const own = new Set((job.cells ?? []).map(([contact]) => contact.outreachId));
  const shown = shownInRows(campaign, answered).filter(([contact]) => !own.has(contact.outreachId));
  const edits = new Map<string, KeyedEdit>();
  for (const [contact, list] of [...shown, ...(job.cells ?? [])])
    for (const [field, to] of list) {
      const edit = editOf(table, map, contact.outreachId, contact, field, to);
      if (edit === null) continue;
      if (sameCell(edit.from, to)) edits.delete(`${edit.key} ${edit.column}`);
      else edits.set(`${edit.key} ${edit.column}`, edit);
    }
  const keys = new Set(shown.map(([contact]) => contact.outreachId));
  return {
    cells: [...cells.values()],
    added: [...writes.appended.map(now), ...fresh],
    edits: [...edits.values()],
    rows: new Set([...edits.values()].flatMap(({ key }) => (keys.has(key) ? [key] : []))).size,
  };
}

/** A row that somebody typed gets these with the answer. */
const IDS: readonly AskColumn[] = ['Outreach ID', 'Ask ID'];

/** Where a person has set a status that ends it, that stays as it is. */
const ENDED = ['Declined', 'Bowed out', 'Partner', 'Observer', 'Unreachable'] as const;

/** What answers mean for the rows of their contacts, the endorsement last. */
function shownInRows(campaign: Campaign, asks: readonly Ask[]): ContactCells[] {
  const words = rowWords(campaign);
  const last = (ask: Ask) => (ask.kind === ENDORSEMENT && ask.answer === 'yes' ? 1 : 0);
  const found = new Map<Contact, (readonly [Field, Cell])[]>();
  for (const ask of [...new Set(asks)].sort((a, b) => last(a) - last(b))) {
    const contact = campaign.byKey.get(ask.contact);
    const status = contact && statusOf(contact);
    if (contact === undefined || ENDED.some((word) => word === status)) continue;
    // Where the row says no beside a yes, a person is asked.
    if (last(ask) === 1 && saysNotEndorsed(contact)) continue;
    const cells = rowAfterAnswer(contact, ask, words);
    if (cells.length > 0) found.set(contact, [...(found.get(contact) ?? []), ...cells]);
  }
  return [...found];
}

/** The group's own words, as they stand in the columns. */
export function rowWords({ contacts }: Campaign): Parameters<typeof rowAfterAnswer>[2] {
  return { status: statusWords(contacts), endorsement: contacts.map(({ cells }) => cells.endorsement) };
}

const NOTHING: Applied = { change: '', written: 0, kept: [] };

/** Needs the lock, and a campaign that was opened with log, settings and asks. A problem where the headings of Asks are gone. */
export function writeAsks(campaign: Campaign, job: AskJob): Result<Applied> {
  const { services, hidden, map, logTable } = campaign;
  const problem = asksTabProblem(campaign);
  if (problem !== null) return bad(problem);
  renewChoices(campaign, ASKS_TAB, () => kindColumn(campaign));
  const plan = planAsks(campaign, job);
  const lines = job.lines ?? [];
  const inTab = plan.cells.length + plan.added.length;
  if (inTab + plan.edits.length + lines.length === 0) return good(NOTHING);
  const opened = inTab === 0 ? null : openAsksTab(campaign);
  if (opened?.ok === false) return opened;
  const tab = opened?.value ?? null;
  const width = tab === null ? 0 : Math.max(...tab.columns.values());
  const added = tab === null ? [] : plan.added.map((ask) => askRow(ask, tab.columns, width));
  const made = [
    ...lines.map(({ entryId }) => `${TOUCH}:${entryId}`),
    ...(tab === null ? [] : madeKeyed(tab, plan.cells, added)),
  ];
  const { what } = job;
  const { lastRow } = hidden;
  const change = writeJournal(
    services,
    hidden,
    { what, tab: map.sheetId, made, undoable: true, cells: [] },
    job.change,
  );
  const say = () => {
    if (lines.length > 0) addEntries(services, hidden, logTable, lines);
  };
  if (job.linesFirst === true) say();
  const applied = applyEdits(services, { map, hidden, edits: plan.edits, what, change });
  const kept =
    tab === null ? [] : [...notWritten(tab, plan), ...writeKeyed(services, hidden, tab, plan.cells, added)];
  const written = applied.written + Math.max(0, inTab - kept.length);
  const isNothing = written === 0 && lines.length === 0;
  if (isNothing) withdrawChange(services, hidden, change, job.change ? lastRow : 0);
  if (job.linesFirst !== true) say();
  services.book.flush();
  return good({ change: isNothing ? (job.change ?? '') : change, written, kept: [...applied.kept, ...kept] });
}

/** The dropdown of kinds in the tab where it stands. */
function kindColumn({ asksTable, settings }: Campaign): readonly ChoiceColumn[] {
  const tab = asksTable && keyedTab('asks', asksTable);
  if (tab === null) return [];
  const { table, headerRow, columns } = tab;
  const choices = askChoices(settings.ownAsks).Ask ?? [];
  return [{ tab: table.id, headerRow, column: columns.get('Ask') ?? 0, rows: table.rows.length, choices }];
}

/** What has no column to stand in. */
function notWritten(tab: KeyedTab, { cells, added }: AskPlan): readonly Kept[] {
  const wanted = [
    ...cells.map(({ heading, to }) => [heading, to] as const),
    ...added.flatMap((ask) => [...askCells(ask)]),
  ];
  const gone = wanted.flatMap(([heading, to]) => (tab.columns.has(heading) || isBlank(to) ? [] : [heading]));
  return [...new Set(gone)].map((heading) => ({
    cell: '',
    why: `The heading “${heading}” cannot be found in “${tab.table.name}”, so what belongs under it was not written.`,
  }));
}

/** As a part of bringing assignments home, where the tab stands: what volunteers wrote down answers asks. */
export function bringAsksHome(campaign: Campaign, change: string): Applied {
  if (campaign.asksTable === null) return { ...NOTHING, change };
  const written = writeAsks(withAsks(campaign), { what: 'Brought assignments home', change });
  return written.ok
    ? { ...written.value, change: written.value.change || change }
    : { change, written: 0, kept: [{ cell: '', why: `${written.problem.message} ${written.problem.todo}` }] };
}

/** "added 3 asks, wrote 2 answers" */
export function syncWords(plan: AskPlan): string {
  const rows = new Set(plan.cells.map(({ row }) => row)).size;
  const parts = [
    plan.added.length === 0 ? '' : `added ${countOf(plan.added.length, 'ask')}`,
    rows === 0 ? '' : `brought ${countOf(rows, 'row')} up to date`,
    plan.rows === 0 ? '' : `changed ${countOf(plan.rows, 'contact')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
