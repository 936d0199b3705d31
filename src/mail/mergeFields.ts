// What a merge name means for one contact: headers of the sheet, field labels, Settings, and values worked out for the
// message. A name that two columns have means neither.
import { FIELD_LABELS, FIELDS, type Field } from '../reading/fields';
import type { Contact } from '../reading/contact';
import type { SheetMap } from '../reading/map';
import { WORKED_OUT, type WorkedOut } from '../texts/mergeNames';
import { cellName } from '../values/a1';
import { cellText, isDateCell, isErrorCell, type Cell } from '../values/cell';
import { longDay, type Day } from '../values/day';
import type { Table } from '../values/table';
import { cleanText, foldName, isPlaceholder } from '../values/text';
import { SETTING_NAMES } from '../workbook/readSettings';
import type { Settings } from '../workbook/settings';
import { SETTINGS_TAB } from '../workbook/tabs';
import type { FieldValue, Lookup } from './renderTemplate';

type Source =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'setting'; readonly value: FieldValue }
  | { readonly kind: 'worked-out'; readonly name: WorkedOut }
  | { readonly kind: 'several' };

export interface MergeFields {
  /** 'several' where two columns have the name. */
  readonly meaning: (name: string) => 'one' | 'several' | 'none';
  /** Every name, as a person would write it, for the nearest one to a misspelt name. */
  readonly names: readonly string[];
  /** The values of one contact. `worked` holds what was worked out for this message; the rest of those are blank. */
  readonly lookupFor: (contact: Contact, worked: Readonly<Partial<Record<WorkedOut, string>>>) => Lookup;
}

/** Thu, Nov 19; with the year where it is not this one. */
export function dayInMessage(of: Day, today: Day): string {
  const long = longDay(of);
  return of.slice(0, 4) === today.slice(0, 4) ? long.slice(0, long.lastIndexOf(',')) : long;
}

const LONGEST_PLACEHOLDER = 30;

/** A cell as it stands in a message: '' for placeholders, formula errors and an unticked box. */
export function textInMessage(cell: Cell, today: Day): string {
  if (isDateCell(cell)) return dayInMessage(cell.day, today);
  if (cell === true) return 'yes';
  if (cell === false || isErrorCell(cell)) return '';
  const text = cleanText(cellText(cell));
  // Longer words always say something.
  return text.length <= LONGEST_PLACEHOLDER && isPlaceholder(text) ? '' : text;
}

function settingTexts(settings: Settings, senderName: string, today: Day): [name: string, text: string][] {
  const meeting = settings.openMeetingDate;
  const ahead = meeting !== null && meeting >= today;
  const next = settings.nextMeeting;
  return [
    [SETTING_NAMES.campaign, settings.campaign],
    [SETTING_NAMES.resolutionLink, settings.resolutionLink],
    // A meeting that is over is not offered; without a date the link may stand for a series.
    [SETTING_NAMES.nextMeeting, next !== null && next >= today ? dayInMessage(next, today) : ''],
    [SETTING_NAMES.openMeetingDate, ahead ? dayInMessage(meeting, today) : ''],
    [SETTING_NAMES.openMeetingPlace, ahead ? settings.openMeetingPlace : ''],
    [SETTING_NAMES.openMeetingLink, ahead || meeting === null ? settings.openMeetingLink : ''],
    [SETTING_NAMES.senderName, senderName],
    [SETTING_NAMES.replyTo, settings.replyTo],
    [SETTING_NAMES.goal, settings.goal === null ? '' : String(settings.goal)],
  ];
}

export function makeMergeFields(input: {
  readonly table: Table;
  readonly map: SheetMap;
  readonly settings: Settings;
  readonly senderName: string;
  readonly today: Day;
}): MergeFields {
  const { table, map, today } = input;
  const sources = new Map<string, Source>();
  const names: string[] = [];
  const add = (name: string, source: Source) => {
    const key = foldName(name);
    if (key === '' || sources.has(key)) return;
    sources.set(key, source);
    names.push(name.trim().toLowerCase());
  };
  for (const [key, name] of Object.entries(WORKED_OUT))
    add(name, { kind: 'worked-out', name: key as WorkedOut });
  for (const [name, text] of settingTexts(input.settings, input.senderName, today))
    add(name, {
      kind: 'setting',
      value: { text: textInMessage(text, today), sheet: SETTINGS_TAB, cell: '' },
    });
  for (const field of FIELDS) if (map.columns[field]) add(FIELD_LABELS[field], { kind: 'field', field });
  addHeaders(table, map, add, sources);
  for (const field of FIELDS) add(FIELD_LABELS[field], { kind: 'field', field });
  for (const field of FIELDS) add(field, { kind: 'field', field });

  const found = new Map<string, Source | undefined>();
  const find = (name: string): Source | undefined => {
    if (!found.has(name)) found.set(name, /[{}]/.test(name) ? undefined : sources.get(foldName(name)));
    return found.get(name);
  };
  return {
    names,
    meaning: (name) => {
      const source = find(name);
      return source === undefined ? 'none' : source.kind === 'several' ? 'several' : 'one';
    },
    lookupFor: (contact, worked) => {
      const known = new Map<string, FieldValue | null>();
      return (name) => {
        let value = known.get(name);
        if (value === undefined) {
          value = valueOf(find(name), contact, worked);
          known.set(name, value);
        }
        return value;
      };
    },
  };

  function valueOf(
    source: Source | undefined,
    contact: Contact,
    worked: Readonly<Partial<Record<WorkedOut, string>>>,
  ): FieldValue | null {
    switch (source?.kind) {
      case undefined:
      case 'several':
        return null;
      case 'field':
        return fieldValue(contact, source.field, map, today);
      case 'column':
        return {
          text: textInMessage(table.rows[contact.row - 1]?.[source.column - 1] ?? '', today),
          sheet: map.sheet,
          cell: cellName(contact.row, source.column),
        };
      case 'setting':
        return source.value;
      case 'worked-out':
        return { text: worked[source.name] ?? '', sheet: '', cell: '' };
    }
  }
}

function addHeaders(
  table: Table,
  map: SheetMap,
  add: (name: string, source: Source) => void,
  sources: ReadonlyMap<string, Source>,
): void {
  const headers = (table.rows[map.headerRow - 1] ?? []).map((cell) => cleanText(cellText(cell)));
  const times = new Map<string, number>();
  for (const header of headers) times.set(foldName(header), (times.get(foldName(header)) ?? 0) + 1);
  headers.forEach((header, index) => {
    if (sources.has(foldName(header))) return;
    const several = (times.get(foldName(header)) ?? 0) > 1;
    add(header, several ? { kind: 'several' } : { kind: 'column', column: index + 1 });
  });
}

/** These two stand inside a sentence, so a full stop at their end goes. */
const INSIDE_A_SENTENCE: readonly Field[] = ['priorities', 'connection'];

function fieldValue(contact: Contact, field: Field, map: SheetMap, today: Day): FieldValue {
  const column = map.columns[field]?.columns[0];
  const text = textInMessage(contact.cells[field], today);
  return {
    text: INSIDE_A_SENTENCE.includes(field) ? text.replace(/[\s.,;:]+$/, '') : text,
    sheet: column === undefined ? '' : map.sheet,
    cell: column === undefined ? '' : cellName(contact.row, column),
  };
}
