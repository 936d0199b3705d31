// Setup: which tab holds the contacts, what each column means, and what the person allows.
import { FIELDS, FIELD_LABELS, type Field } from '../reading/fields';
import type { Choice, Question, SheetMap } from '../reading/map';
import { isCopyOfOurs } from '../reading/copies';
import { mapSheet, pickContactsTab, readContacts } from '../reading/mapSheet';
import { remember, type Remembered } from '../reading/remembered';
import { PERMISSION_NAMES, PERMISSIONS } from '../texts/permissions';
import { columnLetter, columnNumber } from '../values/a1';
import { cellText, isBlank } from '../values/cell';
import { longDay } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { schemaVersion, SCHEMA_VERSION } from '../workbook/dataTab';
import type { Table } from '../workbook/table';
import type { Permissions, Services } from '../google/services';
import type { MapView, PermissionState, Start } from './answers';
import {
  candidateTabs,
  isOurs,
  NEEDS_A_YES,
  newerWorkbook,
  noSuchTab,
  noTable,
  openCampaign,
  ourTabIds,
  type SheetName,
} from './campaign';
import { openHiddenTab } from './hiddenTab';
import { keepColumns } from './keepColumns';
import { headingAt } from '../reading/heading';

/** What the sidebar needs before any panel. Reads every tab that may hold contacts, only until one is chosen. */
export function start(services: Services): Result<Start> {
  const { book } = services;
  const tabs = book.tabs();
  const data = openHiddenTab(services).rows;
  if (schemaVersion(data) > SCHEMA_VERSION) return bad(newerWorkbook());
  const ids = new Set(data.filter((row) => row.kind === 'contacts').map((row) => Number(row.key)));
  const candidates = candidateTabs(tabs, ourTabIds(tabs, data));
  const active = book.activeTab();
  const started =
    candidates.find((tab) => ids.has(tab.id) && tab.id === active?.id) ??
    candidates.find((tab) => ids.has(tab.id));
  const tables = started ? [] : candidates.flatMap((tab) => book.read(tab.id) ?? []);
  const picked = started ? null : pickContactsTab(tables, { locale: book.locale });
  const looks = (table: Table) => pickContactsTab([table], { locale: book.locale }) !== null;
  const permissions = services.permissions();
  const { day } = services.now();
  return good({
    today: day,
    todayText: longDay(day),
    tabs: started
      ? candidates.map((tab) => ({ name: tab.name, rows: 0, looksLikeContacts: ids.has(tab.id) }))
      : tables.map((table) => ({
          name: table.name,
          rows: table.rows.filter((row) => row.some((cell) => !isBlank(cell))).length,
          looksLikeContacts: looks(table),
        })),
    sheet: started?.name ?? '',
    suggested: picked?.table.name ?? '',
    suggestedRows: picked ? readContacts(picked.table, picked.map).length : 0,
    started: started !== undefined,
    permissions: permissionStates(permissions),
    account: services.address(),
    authorizationUrl: permissions.url,
  });
}

/** One row for each permission that this build asks for; showing the sidebar goes with the spreadsheet. */
function permissionStates(permissions: Permissions): PermissionState[] {
  const allowed = { ...permissions, sheet: permissions.sheet && permissions.sidebar };
  return PERMISSION_NAMES.filter((name) => name !== 'replies' || permissions.offersReplies).map((name) => ({
    name,
    ...PERMISSIONS[name],
    allowed: allowed[name],
  }));
}

/** A question with one choice for each column that only may mean what a message depends on. */
function unsureColumns(table: Table, map: SheetMap): Question[] {
  return NEEDS_A_YES.flatMap((field): Question[] => {
    const column = map.columns[field];
    if (column === undefined || column.sure || map.questions.some((question) => question.field === field))
      return [];
    const samples = table.rows
      .slice(map.firstRow - 1, map.lastRow)
      .map((row) => cellText(row[column.columns[0] - 1] ?? '').trim())
      .filter((text) => text !== '')
      .slice(0, 3);
    return [
      {
        field,
        choices: [{ columns: column.columns, header: column.headers.join(' + '), samples }],
        why: `“${column.headers.join(' + ')}” may be it.`,
      },
    ];
  });
}

/** Everything that Setup asks: what can be read in several ways, and what only may mean what a message depends on. */
export function openQuestions(table: Table, map: SheetMap): readonly Question[] {
  return [...map.questions, ...unsureColumns(table, map)];
}

const samplesOf = (choice: Choice) => choice.samples.join(', ');

function mapView(
  table: Table,
  map: SheetMap,
  contacts: number,
  changed: readonly { why: string }[],
): MapView {
  const used = new Set(Object.values(map.columns).flatMap((column) => column.columns));
  const headers = table.rows[map.headerRow - 1] ?? [];
  const all = Array.from({ length: map.width }, (_, index) => ({
    letter: columnLetter(index + 1),
    header: cellText(headers[index] ?? ''),
    samples: table.rows
      .slice(map.firstRow - 1, map.lastRow)
      .map((row) => cellText(row[index] ?? '').trim())
      .filter((text) => text !== '')
      .slice(0, 2)
      .map((text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text))
      .join(', '),
  }));
  const ours = new Set([map.outreachIdColumn, map.nextStepColumn]);
  return {
    sheet: map.sheet,
    headerRow: map.headerRow,
    firstRow: map.firstRow,
    lastRow: map.lastRow,
    rows: contacts,
    columns: FIELDS.flatMap((field) => {
      const column = map.columns[field];
      return column
        ? [
            {
              field,
              label: FIELD_LABELS[field],
              letters: column.columns.map(columnLetter),
              header: column.headers.join(' + '),
              sure: column.sure,
            },
          ]
        : [];
    }),
    unused: all
      .filter((_, index) => !used.has(index + 1) && !ours.has(index + 1))
      .map(({ letter, header }) => ({ letter, header })),
    questions: openQuestions(table, map).map((question) => ({
      field: question.field,
      label: FIELD_LABELS[question.field],
      why: question.why,
      choices: question.choices.map((choice) => ({
        letters: choice.columns.map(columnLetter),
        header: choice.header,
        samples: samplesOf(choice),
      })),
    })),
    changed: changed.map((entry) => entry.why),
    all,
    fields: FIELDS.map((field) => ({ field, label: FIELD_LABELS[field] })),
  };
}

export function showMap(services: Services, sheet?: SheetName): Result<MapView> {
  const opened = openCampaign(services, [], sheet);
  if (!opened.ok) return opened;
  const { table, map, contacts, changed } = opened.value;
  return good(mapView(table, map, contacts.length, changed));
}

/** "Start with this tab": remembers what each column means, in the hidden tab and on the columns. */
export function startWith(services: Services, sheet: string): Result<MapView> {
  const tabs = services.book.tabs();
  const data = openHiddenTab(services).rows;
  if (schemaVersion(data) > SCHEMA_VERSION) return bad(newerWorkbook());
  const tab = tabs.find((t) => t.name === sheet);
  if (tab && isOurs(tab, ourTabIds(tabs, data))) return bad(noTable(sheet));
  const table = tab ? services.book.read(tab.id) : null;
  if (table === null) return bad(noSuchTab(sheet));
  const picked = pickContactsTab([table], { locale: services.book.locale });
  if (picked === null) return bad(noTable(sheet, isCopyOfOurs(table)));
  const map = mapSheet(table, { locale: services.book.locale });
  keepColumns(services, map, unasked(remember(table, map), map));
  return good(mapView(table, map, readContacts(table, map).length, []));
}

/** What the person says of one field: its columns by letter, [] where no column means it. */
export function setColumn(services: Services, field: Field, letters: readonly string[]): Result<MapView> {
  const opened = openCampaign(services, []);
  if (!opened.ok) return opened;
  const { table, map, remembered } = opened.value;
  const columns = letters.map(columnNumber);
  if (!FIELDS.includes(field) || columns.some((column) => column < 1 || column > map.width)) {
    return bad({
      code: 'no-such-column',
      message: `This tab has no column ${letters.join(', ')}. Nothing was changed.`,
      todo: 'Choose one of the columns shown.',
    });
  }
  // A column that the question itself offered may mean both: in a list of persons the name is whom one writes to.
  const offered = map.questions
    .filter((question) => question.field === field)
    .flatMap((question) => question.choices.flatMap((choice) => choice.columns));
  const answers: Remembered[] = [
    ...remember(table, map).filter(
      (entry) =>
        entry.field !== field && !entry.columns.some((c) => columns.includes(c) && !offered.includes(c)),
    ),
    ...remembered.filter((entry) => entry.field !== field && entry.columns.length === 0),
    answerFor(table, map, field, columns),
  ];
  const next = mapSheet(table, { locale: services.book.locale, answers });
  // Another column that no longer fits stays a question: it is kept as it was confirmed.
  const stillAsked = opened.value.changed.filter((entry) => entry.field !== field);
  const asked = new Set(stillAsked.map((entry) => entry.field));
  const settled = unasked(mergeAnswers(remember(table, next), answers), next, field).filter(
    (entry) => !asked.has(entry.field),
  );
  keepColumns(
    services,
    next,
    settled,
    remembered.filter((entry) => asked.has(entry.field)),
  );
  return good(mapView(table, next, readContacts(table, next).length, stillAsked));
}

/**
 * What may be remembered: a column that an open question offers is left to the question, so that it is asked again
 * and not taken as answered by what another field got. `answered` is the field just spoken of.
 */
function unasked(found: readonly Remembered[], map: SheetMap, answered?: Field): Remembered[] {
  const open = new Set(
    map.questions
      .filter((question) => question.field !== answered)
      .flatMap((question) => question.choices.flatMap((choice) => choice.columns)),
  );
  return found.filter(
    (entry) => entry.field === answered || !entry.columns.some((column) => open.has(column)),
  );
}

/** The remembered form of one answer; an empty list of columns means "no column of this tab". */
function answerFor(table: Table, map: SheetMap, field: Field, columns: readonly number[]): Remembered {
  const [first, ...rest] = columns;
  if (first === undefined) return { field, columns: [], headers: [], kind: '' };
  const headers = columns.map((column) => headingAt(table, map, column));
  const only: SheetMap = {
    ...map,
    columns: { [field]: { columns: [first, ...rest], headers, sure: true } },
    questions: [],
  };
  const [entry] = remember(table, only);
  if (entry === undefined) throw new Error('A chosen column could not be remembered.');
  return entry;
}

/** "No column means this" is remembered too, beside what the map found. */
function mergeAnswers(found: readonly Remembered[], answers: readonly Remembered[]): Remembered[] {
  const known = new Set(found.map((entry) => entry.field));
  return [...found, ...answers.filter((entry) => !known.has(entry.field))];
}
