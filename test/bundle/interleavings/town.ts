// Five volunteers with a tab each and the contacts of a generated world (test/people/sync/world.ts), open on the built
// bundle in the host, and how the tests look at them. A column “Colour” of the group's own, another word in each row,
// tells rows apart through sorts and insertions.
import type { HomeView } from '../../../src/commands/homeAnswers';
import { createHost, type Host, type HostOptions } from '../../../workbench/host/createHost';
import type { SavedFile } from '../../../workbench/host/file';
import type { Stored } from '../../../workbench/host/sheets/state';
import { CONTACT_COLUMNS, PEOPLE, type ContactColumn, type World } from '../../people/sync/world';
import { ask, openCampaign, putTab } from '../campaign';

export const CONTACTS = 'Contacts';
const LOG = 'Outreach log';

export const emailOf = (who: number) => `person${who}@larkhaven.example.org`;

/** Which columns of the contacts a column of a tab shows. */
export const SHOWS: Readonly<Record<string, readonly ContactColumn[]>> = {
  Organization: ['Organization'],
  'Contact name': ['Contact'],
  'How to reach them': ['E-mail', 'Phone'],
  'Known by': ['Known by'],
  Task: ['Task'],
  Due: ['Due'],
  Notes: ['Notes'],
};
export const tabColumnOf = (column: string): string =>
  Object.keys(SHOWS).find((one) => SHOWS[one]?.includes(column as ContactColumn)) ?? '';

/** One row below the headings, with the texts of its cells by heading; '' where blank. */
export interface Row {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A text that somebody typed, one line of it where the cell holds several. */
export interface Typed {
  readonly text: string;
  readonly step: number;
  /** Sheet id, the row's colour, heading. */
  place: number;
  colour: string;
  column: string;
  /** Somebody typed over it, or deleted its row. */
  gone: boolean;
}

/** A cell that was cleared on one side when it stood the same on all. */
export interface Cleared {
  readonly step: number;
  /** Sheet id. */
  readonly place: number;
  readonly id: string;
  readonly column: string;
  readonly texts: readonly string[];
  gone: boolean;
}

/** A choice in “What happened”. */
export interface Chosen {
  readonly step: number;
  readonly happened: string;
  /** Cells in which it stands, as "sheet colour"; more than one where its row was copied. */
  readonly at: Set<string>;
  /** The contact it was taken for, '' while nobody took it. */
  takenFor: string;
}

/** A row as it was deleted from a tab, and what was chosen in it. */
export interface DeletedRow {
  readonly tab: number;
  readonly headings: readonly string[];
  readonly texts: readonly string[];
  readonly at: string;
  readonly chosen: readonly Chosen[];
}

export interface Stage {
  readonly lead: Host;
  readonly hosts: readonly Host[];
  /** Indexes in PEOPLE of those from whom the contacts are protected. */
  readonly lockedOut: readonly number[];
  readonly contacts: number;
  /** Sheet ids of the tabs of PEOPLE. */
  readonly tabs: number[];
  readonly copies: number[];
  readonly typed: Typed[];
  readonly cleared: Cleared[];
  readonly chosen: Chosen[];
  /** Outreach IDs of rows that were copied at some time. */
  readonly copied: Set<string>;
  /** Sheet id and Outreach ID of rows that were deleted from a tab. */
  readonly deleted: Set<string>;
  /** What tab and contacts both said after runs of the add-on, the newest full run first, by "sheet colour heading". */
  readonly agreed: Map<string, string[]>;
  /** Outreach IDs of contacts that were handed back, once for each time. */
  readonly handed: string[];
  /** Outreach IDs of contacts whose owner somebody typed: that goes into the log too. */
  readonly ownerTyped: Set<string>;
  /** Outreach IDs of contacts of which a run's changes were taken back. */
  readonly undone: Set<string>;
  readonly harm: string[];
  /** What the last full run said. */
  view: HomeView | null;
  /** The cell that was typed over last, by the heading in the tabs. */
  last: { readonly id: string; readonly column: string } | null;
  /** The row that was deleted last. */
  bin: DeletedRow | null;
  colours: number;
}

export type Parts = Pick<HostOptions, 'code' | 'manifest' | 'pages' | 'warm'>;

const asDay = (serial: number) =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

function textOf(value: Stored | undefined, heading: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number')
    return heading === 'Due' || heading === 'When' || heading === 'Last contacted'
      ? asDay(value)
      : String(value);
  if (typeof value === 'object') return 'f' in value ? value.f : value.e;
  return String(value);
}

/** Every cell as it stands, formulas as such; headings first. */
export function gridOf(host: Host, tab: number): string[][] {
  const all = host.model.tab(tab)?.rows ?? [];
  let end = all.length;
  while (end > 1 && all[end - 1]?.values.every((value) => value === null || value === '') === true) end--;
  const rows = all.slice(0, end);
  const headings = (rows[0]?.values ?? []).map((value) => textOf(value, ''));
  return rows.map(({ values }) =>
    Array.from({ length: Math.max(values.length, headings.length) }, (_, index) =>
      textOf(values[index], headings[index] ?? ''),
    ),
  );
}

export const headingOf = (heading: string) =>
  heading.startsWith('Outreach record') ? 'Outreach record' : heading;

export function rowsOf(host: Host, tab: number): Row[] {
  const [headings = [], ...rows] = gridOf(host, tab);
  return rows.map((cells, index) => ({
    row: index + 2,
    cells: Object.fromEntries(headings.map((heading, at) => [headingOf(heading), cells[at] ?? ''])),
  }));
}

export const isFilled = ({ cells }: Row) => Object.values(cells).some((text) => text !== '');
export const cell = (row: Row | undefined, heading: string): string => row?.cells[heading] ?? '';
export const columnAt = (host: Host, tab: number, heading: string) =>
  (gridOf(host, tab)[0] ?? []).findIndex((one) => headingOf(one) === heading) + 1;
export const nameOf = (host: Host, tab: number) => host.model.tab(tab)?.name ?? '';

/** Lines of a cell that holds lines, else its text. */
export function piecesOf(column: string, text: string): string[] {
  const pieces = column === 'Notes' || column === 'How to reach them' ? text.split('\n') : [text];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** The texts of the contact that a column of a tab shows. */
export const homePieces = (contact: Row | undefined, column: string): string[] =>
  (SHOWS[column] ?? []).flatMap((one) => piecesOf(one, cell(contact, one)));

export const withId = (rows: readonly Row[], id: string): Row[] =>
  id === '' ? [] : rows.filter((row) => cell(row, 'Outreach ID') === id);

/** Contacts of our own, one for each of the five, so that everybody has a tab. */
const HOMES: readonly (readonly string[])[] = [
  'Larch Hill Potters',
  'Maple Court Seniors',
  'Nettle Lane Choir',
  'Oak Row Weavers',
  'Pine Fort Rowers',
].map((name, who) => {
  const at = 20 + who;
  const ways = [`home${at}@example.org`, `503-555-01${at}`];
  return [
    name,
    `Kim ${at}`,
    ...ways,
    '',
    PEOPLE[who] ?? '',
    'Reach out',
    '2026-12-01',
    'Ready',
    'first line',
  ];
});

/** Five volunteers with a tab each; the same for every world, so it is built once. */
async function openTown(parts: Parts): Promise<SavedFile> {
  const host = await openCampaign({
    ...parts,
    header: [...CONTACT_COLUMNS, 'Last contacted', 'Answer', 'Colour', 'Letters'].join(','),
    rows: HOMES.map((line) => line.join(',')),
    user: { email: emailOf(0) },
  });
  putTab(host, 'Volunteers', [['Name', 'E-mail'], ...PEOPLE.map((name, who) => [name, emailOf(who)])]);
  ask(host, 'startWith', CONTACTS);
  ask(host, 'setColumn', 'contactName', ['B']);
  ask(host, 'setColumn', 'owner', ['F']);
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  return host.save();
}

let town: Promise<SavedFile> | null = null;

/** The town with the contacts of this world, and what is locked against whom. */
async function fileOf({ lockedOut }: World, parts: Parts): Promise<SavedFile> {
  town ??= openTown(parts);
  const { workbook, ...rest } = await town;
  const editors = PEOPLE.map((_, who) => emailOf(who)).filter((_, who) => !lockedOut.includes(who));
  const protection = { id: 900, area: null, open: [], editors, warningOnly: false, description: '' };
  return {
    ...rest,
    workbook: {
      ...workbook,
      owner: 'group@example.org',
      tabs: workbook.tabs.map((tab) =>
        tab.name === CONTACTS && lockedOut.length > 0
          ? { ...tab, protections: [{ ...protection, tab: tab.id }] }
          : tab,
      ),
    },
  };
}

export async function openStage(world: World, parts: Parts): Promise<Stage> {
  const saved = await fileOf(world, parts);
  const lead = createHost({ ...parts, saved, user: { email: emailOf(0) } });
  const idOf = (name: string) => lead.model.tab(name)?.id ?? 0;
  const stage: Stage = {
    lead,
    hosts: PEOPLE.map((_, who) => (who === 0 ? lead : lead.as({ email: emailOf(who) }))),
    lockedOut: world.lockedOut,
    contacts: idOf(CONTACTS),
    tabs: PEOPLE.map((name) => idOf(`→ ${name}`)),
    copies: [],
    typed: [],
    cleared: [],
    chosen: [],
    copied: new Set(),
    deleted: new Set(),
    agreed: new Map(),
    handed: [],
    ownerTyped: new Set(),
    undone: new Set(),
    harm: [],
    view: null,
    last: null,
    bin: null,
    colours: 100,
  };
  const lines = world.contacts.map((line) => CONTACT_COLUMNS.map((column) => line[column]));
  lead.model.paste(stage.contacts, HOMES.length + 2, 1, lines);
  const formulas = columnAt(lead, stage.contacts, 'Letters');
  rowsOf(lead, stage.contacts).forEach(({ row }) => {
    lead.model.typeInto(stage.contacts, row, formulas, `=LEN(A${row})`);
  });
  for (const tab of stage.tabs) {
    lead.model.typeInto(tab, 1, (gridOf(lead, tab)[0]?.length ?? 0) + 1, 'Colour');
    // Some keep a column of their own between ours.
    if (stage.tabs.indexOf(tab) % 2 === 0) continue;
    const column = columnAt(lead, tab, 'Notes');
    lead.model.insertColumns(tab, column);
    lead.model.typeInto(tab, 1, column, 'Letters');
    lead.model.typeInto(tab, 2, column, '=LEN($B2)');
  }
  colour(stage);
  return stage;
}

/** Rows that are new get a colour. */
export function colour(stage: Stage): void {
  const { lead } = stage;
  for (const tab of [stage.contacts, ...stage.tabs]) {
    const column = columnAt(lead, tab, 'Colour');
    for (const row of rowsOf(lead, tab))
      if (isFilled(row) && cell(row, 'Colour') === '')
        lead.model.typeInto(tab, row.row, column, `colour ${stage.colours++}`);
  }
}

/** Every value of every tab, hidden ones too. */
export const everything = (stage: Stage) =>
  stage.lead.model
    .snapshot()
    .tabs.map(({ id, name, rows }) => ({ id, name, rows: rows.map(({ values }) => values) }));

export const logOf = (stage: Stage): Row[] => rowsOf(stage.lead, stage.lead.model.tab(LOG)?.id ?? 0);
