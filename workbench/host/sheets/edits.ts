// Writing into cells, as a person or a script does it: read like typed text, refused where Sheets refuses, all or
// nothing. Operations work on a draft and throw a Refusal before they change anything.
import { cellName } from '../../../src/values/a1';
import { setEntry, type Draft } from './draft';
import { displayText, isDateFormat } from './display';
import { readEntry, type Entry } from './entry';
import { makeRowShifter } from './fill';
import { shiftFormula } from './formula';
import { Refusal, REFUSALS } from './refusal';
import { serialAt, wallClock } from './serial';
import {
  MAX_CELL_TEXT,
  isErrorValue,
  isFormula,
  lookAt,
  overlaps,
  ruleAt,
  storedAt,
  without,
  type Area,
  type Look,
  type Protection,
  type Stored,
  type TabState,
  type Validation,
} from './state';
import { allows } from './validation';
import type { View } from './values';

/** What a script hands over for one cell; null clears. A date is an instant in epoch milliseconds. */
export type Input = string | number | boolean | null | { readonly date: number };

export interface Writer {
  readonly user: string;
  readonly view: View;
}

export function requireInside(tab: TabState, area: Area): void {
  const { row, column, rows, columns } = area;
  if (row < 1 || column < 1 || row + rows - 1 > tab.maxRows || column + columns - 1 > tab.maxColumns)
    throw new Refusal(REFUSALS.outside);
}

export function mayEdit(tab: TabState, area: Area, user: string, owner: string): boolean {
  if (user === owner) return true;
  return tab.protections.every((protection) => {
    if (protection.warningOnly || protection.editors.includes(user)) return true;
    if (protection.area) return !overlaps(protection.area, area);
    return protection.open.some(
      (open) =>
        area.row >= open.row &&
        area.column >= open.column &&
        area.row + area.rows <= open.row + open.rows &&
        area.column + area.columns <= open.column + open.columns,
    );
  });
}

/** True for a protection of the whole tab that keeps this person from it. */
export function locksOut(protection: Protection, user: string, owner: string): boolean {
  const { area, warningOnly, editors } = protection;
  return user !== owner && area === null && !warningOnly && !editors.includes(user);
}

/** Throws where the area is outside of the grid or protected against this user. */
export function requireWritable(draft: Draft, tab: TabState, area: Area, user: string): void {
  requireInside(tab, area);
  if (!mayEdit(tab, area, user, draft.state.owner)) throw new Refusal(REFUSALS.protected);
}

/** Format, validation and checkbox calls are refused in the typed columns of a table. */
export function requireUntyped(tab: TabState, area: Area): void {
  if (tab.tables.some((table) => overlaps(table.area, area))) throw new Refusal(REFUSALS.typedColumn);
}

/** Rows × columns of inputs into the area of the same size. */
export function writeCells(
  draft: Draft,
  tabId: number,
  area: Area,
  inputs: readonly (readonly Input[])[],
  by: Writer,
): void {
  const tab = draft.tab(tabId);
  requireWritable(draft, tab, area, by.user);
  const { locale, now } = by.view;
  const year = wallClock(now).year;
  const entries: Entry[][] = inputs.map((line, r) =>
    line.map((input, c) => {
      const look = lookAt(draft.state, tab, area.row + r, area.column + c);
      const entry = entryOf(input, { locale, year, format: look.format }, draft.state.timeZone);
      requireShort(entry.value);
      const rule = ruleAt(draft.state, tab, area.row + r, area.column + c);
      if (rule && !rule.allowInvalid)
        requireAllowed(rule, entry, look, tab, area.row + r, area.column + c, by.view);
      return entry;
    }),
  );
  entries.forEach((line, r) => {
    if (line.every((entry) => entry.value === null) && area.row + r > tab.rows.length) return;
    const row = draft.row(tab, area.row + r);
    line.forEach((entry, c) => {
      const column = area.column + c;
      setEntry(row.values, column, entry.value);
      const old = draft.state.looks[row.looks?.[column - 1] ?? 0] ?? {};
      const look = lookAfter(old, entry);
      if (look !== old) setEntry((row.looks ??= []), column, draft.lookIndex(look));
    });
  });
}

function entryOf(input: Input, context: Parameters<typeof readEntry>[1], timeZone: string): Entry {
  if (typeof input === 'string') return readEntry(input, context);
  if (input === null || typeof input === 'boolean') return { value: input };
  if (typeof input === 'number') return Number.isFinite(input) ? { value: input } : { value: { e: '#NUM!' } };
  const serial = Math.round(serialAt(input.date, timeZone) * 86_400_000) / 86_400_000;
  const { date, dateTime } = context.locale;
  return { value: serial, format: Number.isInteger(serial) ? date : dateTime };
}

function requireShort(value: Stored): void {
  const text = typeof value === 'string' ? value : isFormula(value) ? value.f : '';
  if (text.length > MAX_CELL_TEXT) throw new Refusal(REFUSALS.tooLong);
}

/** A cell keeps its own format unless the text brings a date into a number cell or the other way round. */
function lookAfter(look: Look, entry: Entry): Look {
  let next = look;
  if (entry.format !== undefined && look.format !== '@') {
    const replace = look.format === undefined || isDateFormat(look.format) !== isDateFormat(entry.format);
    if (replace) next = { ...next, format: entry.format };
  }
  if (entry.quoted && !next.quoted) next = { ...next, quoted: true };
  if (!entry.quoted && next.quoted) {
    next = without(next, 'quoted');
  }
  return next;
}

function requireAllowed(
  rule: Validation,
  entry: Entry,
  look: Look,
  tab: TabState,
  row: number,
  column: number,
  view: View,
): void {
  const { value } = entry;
  if (isFormula(value)) return;
  const format = lookAfter(look, entry).format;
  const text = isErrorValue(value) ? value.e : displayText(value, format, view.locale);
  if (!allows(view, rule, { value, text, format }))
    throw new Refusal(REFUSALS.invalid(cellName(row, column)));
}

/** Formulas in stored form (or null to clear) into the area of the same size. */
export function writeFormulas(
  draft: Draft,
  tabId: number,
  area: Area,
  formulas: readonly (readonly (string | null)[])[],
  by: Writer,
): void {
  const tab = draft.tab(tabId);
  requireWritable(draft, tab, area, by.user);
  formulas.forEach((line) => {
    line.forEach((f) => {
      requireShort(f === null ? null : { f });
    });
  });
  formulas.forEach((line, r) => {
    const row = draft.row(tab, area.row + r);
    line.forEach((f, c) => {
      setEntry(row.values, area.column + c, f === null ? null : { f });
      clearQuote(draft, row, area.column + c);
    });
  });
}

function clearQuote(draft: Draft, row: { looks?: (number | null)[] }, column: number): void {
  const index = row.looks?.[column - 1] ?? 0;
  const look = draft.state.looks[index];
  if (!look?.quoted || !row.looks) return;
  row.looks[column - 1] = draft.lookIndex(without(look, 'quoted'));
}

/** Values go, formats, notes and rules stay. */
export function clearContent(draft: Draft, tabId: number, area: Area, user: string): void {
  const tab = draft.tab(tabId);
  requireWritable(draft, tab, area, user);
  const last = Math.min(area.row + area.rows - 1, tab.rows.length);
  for (let r = area.row; r <= last; r++) {
    const row = draft.row(tab, r);
    for (let c = area.column; c < area.column + area.columns && c <= row.values.length; c++) {
      row.values[c - 1] = null;
      clearQuote(draft, row, c);
    }
  }
}

/** The look of every cell of the area passed through `change` (row and column offsets are 0-based). */
export function changeLooks(
  draft: Draft,
  tabId: number,
  area: Area,
  user: string,
  change: (look: Look, r: number, c: number) => Look,
): void {
  const tab = draft.tab(tabId);
  requireWritable(draft, tab, area, user);
  for (let r = 0; r < area.rows; r++) {
    const row = draft.row(tab, area.row + r);
    const looks = (row.looks ??= []);
    for (let c = 0; c < area.columns; c++) {
      const column = area.column + c;
      const old = draft.state.looks[looks[column - 1] ?? 0] ?? {};
      const next = change(old, r, c);
      if (next !== old) setEntry(looks, column, draft.lookIndex(next));
    }
  }
}

/** Sets (or with null clears) the rule of every cell; values that do not fit stay, as in Sheets. */
export function setRules(
  draft: Draft,
  tabId: number,
  area: Area,
  user: string,
  rule: (r: number, c: number) => Validation | null,
): void {
  const tab = draft.tab(tabId);
  requireWritable(draft, tab, area, user);
  requireUntyped(tab, area);
  for (let r = 0; r < area.rows; r++) {
    if (area.row + r > tab.rows.length && rule(r, 0) === null && area.columns === 1) continue;
    const row = draft.row(tab, area.row + r);
    const rules = (row.rules ??= []);
    for (let c = 0; c < area.columns; c++) {
      const made = rule(r, c);
      setEntry(rules, area.column + c, draft.ruleIndex(made));
      if (
        made?.type === 'CHECKBOX' &&
        made.values.length === 0 &&
        storedAt(tab, area.row + r, area.column + c) === null
      )
        setEntry(row.values, area.column + c, false);
    }
  }
}

export function setNotes(
  draft: Draft,
  tabId: number,
  area: Area,
  user: string,
  note: (r: number, c: number) => string,
): void {
  const tab = draft.tab(tabId);
  requireWritable(draft, tab, area, user);
  for (let r = 0; r < area.rows; r++) {
    const row = draft.row(tab, area.row + r);
    const notes = { ...row.notes };
    for (let c = 0; c < area.columns; c++) {
      const text = note(r, c);
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
      if (text === '') delete notes[area.column + c];
      else notes[area.column + c] = text;
    }
    row.notes = notes;
  }
}

export type PasteKind = 'all' | 'values' | 'format' | 'validation' | 'conditional';

/**
 * As copy and paste inside the workbook: the source is laid over the target (as often as it fits whole); a smaller
 * target takes the whole source. Formulas shift. `results` gives what formulas show where only values are pasted.
 */
export function copyCells(
  draft: Draft,
  from: { tab: number; area: Area },
  to: { tab: number; area: Area },
  by: Writer,
  kind: PasteKind,
  results: (row: number, column: number) => Stored,
): void {
  const source = draft.tab(from.tab);
  const target = draft.tab(to.tab);
  const times = (have: number, wanted: number) => Math.max(1, Math.floor(wanted / have));
  const down = times(from.area.rows, to.area.rows);
  const across = times(from.area.columns, to.area.columns);
  const area = { ...to.area, rows: down * from.area.rows, columns: across * from.area.columns };
  requireWritable(draft, target, area, by.user);
  if (kind === 'validation' || kind === 'format') requireUntyped(target, area);
  const rows = Array.from(
    { length: from.area.rows },
    (_, r) => source.rows[from.area.row - 1 + r] ?? { values: [] },
  );
  const shifters = Array.from({ length: from.area.columns }, () => makeRowShifter());
  const shifted = (formula: string, row: number, column: number, toRow: number, toColumn: number): string =>
    column === toColumn
      ? (shifters[column - from.area.column]?.(formula, row, toRow) ?? formula)
      : shiftFormula(formula, toRow - row, toColumn - column);
  for (let r = 0; r < area.rows; r++) {
    const sourceRow = from.area.row + (r % from.area.rows);
    const taken = rows[r % from.area.rows] ?? { values: [] };
    const row = draft.row(target, area.row + r);
    for (let c = 0; c < area.columns; c++) {
      const sourceColumn = from.area.column + (c % from.area.columns);
      const column = area.column + c;
      if (kind === 'all' || kind === 'values') {
        const value = taken.values[sourceColumn - 1] ?? null;
        const put = isFormula(value)
          ? kind === 'values'
            ? results(sourceRow, sourceColumn)
            : { f: shifted(value.f, sourceRow, sourceColumn, area.row + r, column) }
          : value;
        setEntry(row.values, column, put);
      }
      if (kind === 'all' || kind === 'format')
        setEntry((row.looks ??= []), column, taken.looks?.[sourceColumn - 1] ?? 0);
      if (kind === 'all' || kind === 'validation')
        setEntry((row.rules ??= []), column, taken.rules?.[sourceColumn - 1] ?? 0);
      if (kind === 'all') {
        const note = taken.notes?.[sourceColumn];
        if (note !== undefined) row.notes = { ...row.notes, [column]: note };
      }
    }
  }
}
