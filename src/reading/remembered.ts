// What a person confirmed about the columns, kept as data, and whether the tab still agrees with it: the mark on the
// column (developer metadata), the heading and the kind of values are compared, and all must say the same.
import { columnLetter } from '../values/a1';
import { cellText, type Grid } from '../values/cell';
import type { Table } from '../values/table';
import { cleanText, foldName } from '../values/text';
import { profileOf, sampleCells, sampleRows, type ColumnKind } from './columnKind';
import { FIELD_LABELS, type Field } from './fields';
import { findHeader, type HeaderPlace } from './headerRow';
import type { MappedColumn, SheetMap } from './map';

export interface Remembered {
  readonly field: Field;
  /** 1-based; [] where a person said that no column means this. */
  readonly columns: readonly number[];
  readonly headers: readonly string[];
  /** Kind of values last seen in each column, joined by "+". */
  readonly kind: string;
}

export interface Changed {
  readonly field: Field;
  /** What happened and what to do, in one or two sentences. */
  readonly why: string;
}

const MOST_HEADER = 200;

/** What is sure in a map, to be kept: what is still a question is not remembered. */
export function remember(table: Table, map: SheetMap): Remembered[] {
  const kinds = kindReader(table.rows, map);
  return (Object.entries(map.columns) as [Field, MappedColumn][])
    .filter(([, mapped]) => mapped.sure)
    .map(([field, { columns, headers }]) => ({
      field,
      columns: [...columns],
      headers: headers.map((h) => h.slice(0, MOST_HEADER)),
      kind: columns.map(kinds).join('+'),
    }));
}

/**
 * Compares what was kept with the tab as it is now.
 * @param metadataColumns 1-based columns that carry the mark of each field; {} where the marks are gone (a copied file).
 * @returns `answers`: what still holds, at the columns where it stands now; `changed`: a sentence for what does not.
 */
export function compareRemembered(
  table: Table,
  remembered: readonly Remembered[],
  metadataColumns: Partial<Record<Field, readonly number[]>>,
): { answers: Remembered[]; changed: Changed[] } {
  const place = findHeader(table.rows);
  const now: Now = {
    headers: (table.rows[place.headerRow - 1] ?? []).map((c) => cellText(c).slice(0, MOST_HEADER)),
    kind: kindReader(table.rows, place),
    marked: Object.values(metadataColumns).some((columns) => columns.length > 0),
  };
  const answers: Remembered[] = [];
  const changed: Changed[] = [];
  for (const entry of remembered) {
    const marks = metadataColumns[entry.field] ?? [];
    const columns: number[] = [];
    let why: string | null = null;
    for (const [i, before] of entry.columns.entries()) {
      const header = entry.headers[i] ?? '';
      const kind = entry.kind.split('+')[i] ?? '';
      const found = locate(now, { field: entry.field, before, header, kind }, marks, columns);
      if (typeof found === 'string') why ??= found;
      else columns.push(found);
    }
    if (why === null) answers.push({ ...entry, columns });
    else changed.push({ field: entry.field, why });
  }
  return { answers, changed };
}

interface Now {
  readonly headers: readonly string[];
  readonly kind: (column: number) => ColumnKind;
  /** Whether any column carries a mark: false in a copied file. */
  readonly marked: boolean;
}

interface Sought {
  readonly field: Field;
  readonly before: number;
  readonly header: string;
  readonly kind: string;
}

/** The column where it stands now, or the sentence why it is not certain. */
function locate(
  now: Now,
  sought: Sought,
  marks: readonly number[],
  used: readonly number[],
): number | string {
  const label = FIELD_LABELS[sought.field];
  const free = (column: number) => !used.includes(column);
  const heads = (column: number) => sameHeader(now.headers[column - 1] ?? '', sought.header);
  // Accounts, web addresses, numbers and words stand side by side in such a column.
  const isMixed = sought.field === 'otherChannel';
  const fits = (column: number) => heads(column) && (isMixed || sameKind(now.kind(column), sought.kind));
  const candidates = now.marked ? marks.filter(free) : [sought.before].filter(free);
  const good = candidates.filter(fits);
  if (good.length === 1 || (good.length > 1 && good.includes(sought.before)))
    return good.includes(sought.before) ? sought.before : (good[0] ?? 0);
  if (good.length > 1) return `Several columns are marked as “${label}” now. Choose the one to use.`;

  const headed = now.headers
    .map((_, i) => i + 1)
    .filter((c) => free(c) && heads(c) && sought.header.trim() !== '');
  const [only] = headed.filter(fits);
  if (!now.marked && headed.length === 1 && only !== undefined) return only;
  return sentence(now, sought, candidates, headed);
}

function sentence(
  now: Now,
  sought: Sought,
  candidates: readonly number[],
  headed: readonly number[],
): string {
  const label = FIELD_LABELS[sought.field];
  const old = sought.header.trim() === '' ? 'without a heading' : `“${short(sought.header)}”`;
  const name = (column: number) => `column ${columnLetter(column)}`;
  const [marked] = candidates;
  const [elsewhere] = headed;
  if (marked !== undefined && headed.includes(marked)) {
    return `${capital(name(marked))} ${old} held ${KIND_WORDS[sought.kind] ?? 'other values'} and now holds ${KIND_WORDS[now.kind(marked)] ?? 'other values'}. Choose the column that is “${label}”.`;
  }
  if (elsewhere !== undefined) {
    const where = marked === undefined ? '' : `, while ${name(marked)} is headed ${headingNow(now, marked)}`;
    return `The column ${old} stands in ${name(elsewhere)} now, but it is not the column that was chosen as “${label}”${where}. Choose the one to use.`;
  }
  if (marked !== undefined && (now.headers[marked - 1] ?? '').trim() !== '')
    return `${capital(name(marked))} was headed ${old} and is now headed ${headingNow(now, marked)}. Say whether it is still “${label}”.`;
  return `The column ${old} that was chosen as “${label}” is gone. Choose another one, or “Neither”.`;
}

const headingNow = (now: Now, column: number) => `“${short(now.headers[column - 1] ?? '')}”`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function short(header: string): string {
  const line = cleanText(header).replace(/\n/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  web: 'web addresses',
  date: 'dates',
  number: 'numbers',
  'yes-no': 'yes or no',
  id: 'numbers or codes',
  text: 'words',
};

const sameHeader = (a: string, b: string) => a === b || foldName(a) === foldName(b);

/** Empty goes with anything; codes and numbers, and yes/no and words, pass into each other as rows are filled in. */
function sameKind(now: string, before: string): boolean {
  if (now === before || now === 'empty' || before === 'empty' || before === '') return true;
  const loose = [
    ['id', 'number', 'text'],
    ['yes-no', 'text'],
    ['yes-no', 'number'],
    ['yes-no', 'date'],
  ];
  return loose.some((pair) => pair.includes(now) && pair.includes(before));
}

/** Kind of values of a 1-based column, over the same sample as the map. */
function kindReader(
  rows: Grid,
  place: Pick<HeaderPlace, 'firstRow' | 'lastRow'>,
): (column: number) => ColumnKind {
  const [from, to] = [place.firstRow - 1, place.lastRow - 1];
  const sample = sampleRows(from, to);
  return (column) => profileOf(sampleCells(rows, column, sample, from, to)).kind;
}
