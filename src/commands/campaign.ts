// Opens what a command works on: each tab read once, as typed rows. Every command begins here.
import { isCopyOfOurs } from '../reading/copies';
import { readContacts, mapSheet, pickContactsTab } from '../reading/mapSheet';
import { compareRemembered, type Remembered } from '../reading/remembered';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { FIELD_LABELS, FIELDS } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { unionTabHead } from '../partners/unionTab';
import { columnLetter } from '../values/a1';
import { isBlank } from '../values/cell';
import type { Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import type { ReadAsks } from '../touches/asks/ask';
import { linesOfAsks, readAsks } from '../touches/asks/readAsks';
import { markBowedOut } from '../touches/bowedOut';
import { readLogLines, type UnreadLine } from '../touches/readLog';
import type { LogEntry } from '../touches/log';
import { newest, schemaVersion, SCHEMA_VERSION, type PlacedDataRow } from '../workbook/dataTab';
import { contactsByKey } from '../workbook/identity';
import { readSettings } from '../workbook/readSettings';
import { readVolunteers } from '../workbook/readVolunteers';
import type { Settings } from '../workbook/settings';
import type { TabInfo, Table } from '../workbook/table';
import {
  ASKS_TAB,
  DASHBOARD_TAB,
  ENDORSED_TAB,
  EVENT_TASKS_TAB,
  isOurTab,
  isTownTemplates,
  LOG_TAB,
  NEXT_TOWN_PREFIX,
  PARTNERS_TAB,
  SETTINGS_TAB,
  PLAN_PREFIX,
  SHORTLIST_PREFIX,
  TEMPLATES_TAB,
  UNION_MAP_TAB,
  UNIONS_TAB,
  VOLUNTEERS_TAB,
} from '../workbook/tabs';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { openHiddenTab, type HiddenTab } from './hiddenTab';

/** Which tabs beside the contacts a command reads: one service call each. Asks are read together with log and settings. */
export type Need = 'log' | 'settings' | 'volunteers' | 'templates' | 'asks' | 'partners' | 'unions';

/** Name of a contacts tab, where the caller says one. */
export type SheetName = string | null | undefined;

export interface Campaign {
  readonly services: Services;
  readonly today: Day;
  readonly time: string;
  readonly table: Table;
  readonly map: SheetMap;
  readonly contacts: readonly Contact[];
  readonly byKey: ReadonlyMap<string, Contact>;
  /** True once the person pressed "Start with this tab". */
  readonly started: boolean;
  /** What is kept about the columns, as it was confirmed. */
  readonly remembered: readonly Remembered[];
  /** Remembered columns that no longer fit, one sentence each. */
  readonly changed: readonly { readonly field: Field; readonly why: string }[];
  readonly settings: Settings;
  /** What could not be read in Settings. */
  readonly settingsProblems: readonly Problem[];
  /** The Settings tab as read; null where there is none, or the command did not ask for it. */
  readonly settingsTable: Table | null;
  readonly volunteers: readonly Volunteer[];
  /** With what only the tab Asks knows: lines of row 0 without an id, where the command asked for it. */
  readonly log: readonly LogEntry[];
  /** Lines of the log that cannot be read. */
  readonly unreadLog: readonly UnreadLine[];
  /** The log as read; null where there is none, or the command did not ask for it. */
  readonly logTable: Table | null;
  readonly templates: Table | null;
  readonly asks: ReadAsks;
  /** The tab Asks as read; null where there is none, or the command did not ask for it. */
  readonly asksTable: Table | null;
  readonly partnersTable: Table | null;
  /** A tab of the group's own called “Unions” is none of ours. */
  readonly unionsTable: Table | null;
  /** Whether the file has further tabs that may hold contacts. */
  readonly otherTabs: boolean;
  readonly hidden: HiddenTab;
  readonly tabs: OurTabIds;
}

/** Sheet ids of our tabs, null where a tab has not been made or was deleted. */
export interface OurTabIds {
  readonly log: number | null;
  readonly settings: number | null;
  readonly volunteers: number | null;
  readonly templates: number | null;
  readonly asks: number | null;
  readonly partners: number | null;
  /** Also by its name and headings, where the run has read it. */
  readonly unions: number | null;
  readonly endorsed: number | null;
  readonly dashboard: number | null;
  /** Shortlists of meetings, also under another name. */
  readonly shortlists: readonly number[];
  /** Plans of events and the tasks they are made from, also under another name. */
  readonly plans: readonly number[];
  /** What was made to be copied to the file of another town, also under another name. */
  readonly nextTown: readonly number[];
}

const NO_ASKS: ReadAsks = { asks: [], questions: [] };

/**
 * @param wanted name of the contacts tab; '' for the tab in front where it is one, else the one last started with,
 * else the one that looks most like contacts.
 */
export function openCampaign(
  services: Services,
  need: readonly Need[],
  wanted?: SheetName,
): Result<Campaign> {
  const { book } = services;
  const tabs = book.tabs();
  const hidden = openHiddenTab(services);
  const data = hidden.rows;
  if (schemaVersion(data) > SCHEMA_VERSION) return bad(newerWorkbook());

  const ours = ourTabIds(tabs, data);
  const picked = pickTable(services, tabs, data, ours, wanted ?? '');
  if (!picked.ok) return picked;
  const { table } = picked.value;
  const remembered = rememberedColumns(data, table.id);
  const compared = remembered
    ? compareRemembered(table, remembered, marksByField(services, table.id))
    : { answers: [], changed: [] };
  const map = mapSheet(table, { locale: book.locale, answers: compared.answers });
  const readTab = (name: Need, id: number | null): Table | null =>
    need.includes(name) && id !== null ? book.read(id) : null;
  const settingsTable = readTab('settings', ours.settings);
  const logTable = readTab('log', ours.log);
  const log = readLogLines(logTable, book.locale);
  const contacts = markBowedOut(readContacts(table, map), log.entries);
  const { settings, problems: settingsProblems } = readSettings(settingsTable, book.locale);
  const now = services.now();
  const asksTable = readTab('asks', ours.asks);
  const unions = need.includes('unions') ? unionsTab(services, tabs, ours, table.id) : null;
  const otherTabs = candidateTabs(tabs, ours).some(({ id }) => id !== table.id && id !== unions?.id);
  const asks = need.includes('asks')
    ? readAsks(asksTable, {
        contacts,
        log: log.entries,
        settings,
        today: now.day,
        locale: book.locale,
        otherTabs,
      })
    : NO_ASKS;
  return good({
    services,
    today: now.day,
    time: now.time,
    table,
    map,
    contacts,
    byKey: contactsByKey(contacts),
    started: remembered !== null,
    remembered: remembered ?? [],
    changed: compared.changed,
    settings,
    settingsProblems,
    settingsTable,
    volunteers: readVolunteers(readTab('volunteers', ours.volunteers), book.locale),
    log: asksTable === null ? log.entries : [...log.entries, ...linesOfAsks(asks.asks, log.entries, now.day)],
    unreadLog: log.unread,
    logTable,
    templates: readTab('templates', ours.templates),
    asks,
    asksTable,
    partnersTable: readTab('partners', ours.partners),
    unionsTable: unions,
    otherTabs,
    hidden,
    tabs: unions === null ? ours : { ...ours, unions: unions.id },
  });
}

export function newerWorkbook(): Problem {
  return {
    code: 'newer-workbook',
    message: 'This file was set up by a newer version of the add-on, so this one changes nothing in it.',
    todo: 'Ask whoever looks after the add-on to put in the newest version.',
  };
}

/** Our tabs by the id we gave them (people may rename them), else by name. */
export function ourTabIds(tabs: readonly TabInfo[], data: readonly PlacedDataRow[]): OurTabIds {
  const byId = (name: string) => {
    const known = Number(newest(data, 'tab', name)?.state ?? NaN);
    return tabs.find((t) => t.id === known);
  };
  const find = (name: string): number | null => (byId(name) ?? tabs.find((t) => t.name === name))?.id ?? null;
  return {
    log: find(LOG_TAB),
    settings: find(SETTINGS_TAB),
    volunteers: find(VOLUNTEERS_TAB),
    templates: find(TEMPLATES_TAB) ?? tabs.find(({ name }) => isTownTemplates(name))?.id ?? null,
    asks: find(ASKS_TAB),
    partners: find(PARTNERS_TAB),
    unions: (byId(UNIONS_TAB) ?? byId(UNION_MAP_TAB))?.id ?? null,
    endorsed: byId(ENDORSED_TAB)?.id ?? null,
    dashboard: byId(DASHBOARD_TAB)?.id ?? null,
    shortlists: data
      .filter(({ kind, key }) => kind === 'tab' && key.startsWith(SHORTLIST_PREFIX))
      .map(({ state }) => Number(state)),
    plans: data
      .filter(({ kind, key }) => kind === 'tab' && (key.startsWith(PLAN_PREFIX) || key === EVENT_TASKS_TAB))
      .map(({ state }) => Number(state)),
    nextTown: data
      .filter(({ kind, key }) => kind === 'tab' && key.startsWith(NEXT_TOWN_PREFIX))
      .map(({ state }) => Number(state)),
  };
}

/** The union map: the tab that we made, else one of its name with its headings, or without anything, but the contacts. */
function unionsTab(
  { book }: Services,
  tabs: readonly TabInfo[],
  ours: OurTabIds,
  contacts: number,
): Table | null {
  if (ours.unions !== null) return book.read(ours.unions);
  for (const { id } of tabs.filter(({ name }) => name === UNIONS_TAB || name === UNION_MAP_TAB)) {
    const table = id === contacts ? null : book.read(id);
    if (table !== null && (unionTabHead(table) !== null || isEmpty(table))) return table;
  }
  return null;
}

const isEmpty = ({ rows }: Table): boolean => rows.every((row) => row.every(isBlank));

/** Tabs that may hold contacts: not ours (also under another name), not hidden. */
export function candidateTabs(tabs: readonly TabInfo[], ours: OurTabIds): TabInfo[] {
  return tabs.filter((tab) => !tab.hidden && !isOurs(tab, ours));
}

/** True for a tab that the add-on made, also under another name. */
export function isOurs(tab: TabInfo, ours: OurTabIds): boolean {
  return isOurTab(tab.name) || Object.values(ours).flat().includes(tab.id);
}

function pickTable(
  services: Services,
  tabs: readonly TabInfo[],
  data: readonly PlacedDataRow[],
  ours: OurTabIds,
  wanted: string,
): Result<{ table: Table }> {
  const { book } = services;
  const candidates = candidateTabs(tabs, ours);
  const startedIds = new Set(data.filter((row) => row.kind === 'contacts').map((row) => Number(row.key)));
  if (wanted !== '') {
    const tab = tabs.find((t) => t.name === wanted);
    if (tab && isOurs(tab, ours)) return bad(noTable(wanted));
    const table = tab ? book.read(tab.id) : null;
    return table ? withTable(table, book.locale) : bad(noSuchTab(wanted));
  }
  const active = book.activeTab();
  const started = candidates.filter((tab) => startedIds.has(tab.id));
  const isGone = startedIds.size > 0 && !tabs.some((tab) => startedIds.has(tab.id));
  const chosen =
    started.find((tab) => tab.id === active?.id) ??
    started[0] ??
    (candidates.length === 1 ? candidates[0] : undefined);
  if (chosen) {
    const table = book.read(chosen.id);
    const read = table ? withTable(table, book.locale) : bad(noSuchTab(chosen.name));
    return isGone && !read.ok ? bad(contactsGone()) : read;
  }
  const tables = candidates.flatMap((tab) => book.read(tab.id) ?? []);
  const picked = pickContactsTab(tables, { locale: book.locale });
  if (picked) return good({ table: picked.table });
  return bad(isGone ? contactsGone() : noTable(candidates[0]?.name ?? ''));
}

function withTable(table: Table, locale: string): Result<{ table: Table }> {
  return pickContactsTab([table], { locale })
    ? good({ table })
    : bad(noTable(table.name, isCopyOfOurs(table)));
}

/** @param isCopy the tab is a copy of one of ours. */
export function noTable(name: string, isCopy = false): Problem {
  if (isCopy)
    return {
      code: 'no-table',
      message: `The tab “${name}” is a copy of one that the add-on made, so it is not read as contacts.`,
      todo: 'Choose the tab in which your contacts stand.',
      place: { sheet: name },
    };
  return {
    code: 'no-table',
    message:
      name === ''
        ? 'This file has no tab with a table of contacts yet.'
        : `The tab “${name}” has no table that can be read: a row of headings with contacts below it.`,
    todo: 'Put headings such as Organization, E-mail and Last contacted in one row, and the contacts below it.',
    ...(name === '' ? {} : { place: { sheet: name } }),
  };
}

/** The tab that the person started with was deleted, and no other looks like contacts. */
function contactsGone(): Problem {
  return {
    code: 'no-such-tab',
    message: 'The tab with your contacts is not in this file any more. Nothing was changed.',
    todo: 'Press Ctrl+Z in the sheet to bring it back, or choose another tab in Setup.',
  };
}

export function noSuchTab(name: string): Problem {
  return {
    code: 'no-such-tab',
    message: `The tab “${name}” is not in this file any more. Nothing was changed.`,
    todo: 'Choose another tab in Setup.',
    place: { sheet: name },
  };
}

function rememberedColumns(data: readonly PlacedDataRow[], tab: number): Remembered[] | null {
  const row = newest(data, 'contacts', String(tab));
  if (row === null) return null;
  try {
    const parsed: unknown = JSON.parse(row.data);
    return Array.isArray(parsed) ? parsed.filter(isRemembered) : [];
  } catch {
    return []; // somebody edited the hidden tab: everything is read afresh and asked again
  }
}

function isRemembered(value: unknown): value is Remembered {
  const { field, columns, headers, kind } = (value ?? {}) as Partial<Record<keyof Remembered, unknown>>;
  return (
    FIELDS.includes(field as Field) &&
    Array.isArray(columns) &&
    columns.every((column) => Number.isInteger(column) && column > 0) &&
    Array.isArray(headers) &&
    headers.every((header) => typeof header === 'string') &&
    typeof kind === 'string'
  );
}

function marksByField(services: Services, tab: number): Partial<Record<Field, number[]>> {
  const marks: Partial<Record<Field, number[]>> = {};
  for (const { field, column } of services.book.columnMarks(tab)) {
    (marks[field as Field] ??= []).push(column);
  }
  return marks;
}

/** What the contact is called: the organization, else the person, else the row. */
export function nameOf(contact: Contact): string {
  return contact.text.organization || contact.text.contactName || contact.text.email || `Row ${contact.row}`;
}

/**
 * Whether these fields may be relied on for writing or sending: an open question or a column that no longer fits
 * what was remembered stops with a sentence.
 */
export function relyOn(campaign: Campaign, fields: readonly Field[]): Problem | null {
  const changed = campaign.changed.find((entry) => fields.includes(entry.field));
  if (changed) {
    return {
      code: 'column-changed',
      message: `${changed.why} Nothing was sent or changed.`,
      todo: 'Pick the column',
      place: { sheet: campaign.table.name },
    };
  }
  const open = campaign.map.questions.find((question) => fields.includes(question.field));
  if (open) {
    return {
      code: 'question-open',
      message: `First say which column is the ${FIELD_LABELS[open.field].toLowerCase()}: ${open.why} Nothing was sent or changed.`,
      todo: 'Answer the question',
      place: { sheet: campaign.table.name, column: columnLetter(open.choices[0]?.columns[0] ?? 1) },
    };
  }
  const unsure = NEEDS_A_YES.find(
    (field) => fields.includes(field) && campaign.map.columns[field]?.sure === false,
  );
  if (unsure) {
    const column = campaign.map.columns[unsure];
    return {
      code: 'question-open',
      message: `First say whether “${column?.headers.join(' + ') ?? ''}” is the ${FIELD_LABELS[unsure].toLowerCase()}. Nothing was sent or changed.`,
      todo: 'Answer the question',
      place: { sheet: campaign.table.name, column: columnLetter(column?.columns[0] ?? 1) },
    };
  }
  return null;
}

/**
 * Fields that a message or a date depends on: a column that only may mean one of them waits for a yes. Others that
 * are not sure (a status, an answer) can only stop a message, so they are read as they seem.
 */
export const NEEDS_A_YES: readonly Field[] = [
  'organization',
  'email',
  'contactName',
  'firstContacted',
  'lastContacted',
  'attempts',
];

/** The 1-based column of a field, 0 where no column means it. Of several the first. */
export function columnOf(map: SheetMap, field: Field): number {
  return map.columns[field]?.columns[0] ?? 0;
}
