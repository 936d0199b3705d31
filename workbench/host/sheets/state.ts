// The state of one spreadsheet file as plain data that survives JSON. Rows, columns and areas are 1-based, as the
// sheet shows them; the arrays inside a row are 0-based by column. Change it through a draft only (draft.ts).

/** What a cell holds. Dates are serial numbers (days since 1899-12-30) with a date format in the cell's look. */
export type Stored = string | number | boolean | null | FormulaCell | ErrorCell;

/** `f` starts with "=" and is canonical: English function names, "," between arguments, "." in numbers. */
export interface FormulaCell {
  readonly f: string;
}

/** An error that stands in a cell without a formula, such as "#N/A" in an imported file. */
export interface ErrorCell {
  readonly e: string;
}

/** How a cell looks. What is absent is Sheets' default. */
export interface Look {
  /** Number format pattern; absent is automatic. */
  readonly format?: string;
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly wrap?: 'WRAP' | 'OVERFLOW' | 'CLIP';
  readonly vertical?: string;
  readonly horizontal?: string;
  /** A leading apostrophe was typed: the text is never read as anything else. */
  readonly quoted?: true;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An area of a tab; `tab` is the tab's id. */
export interface TabArea extends Area {
  readonly tab: number;
}

export type CriteriaValue = string | number | boolean | null | TabArea | { readonly date: number };

/** A data validation rule. `type` is the name of a SpreadsheetApp.DataValidationCriteria. */
export interface Validation {
  readonly type: string;
  readonly values: readonly (CriteriaValue | readonly string[])[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
}

/** A conditional format. `type` is the name of a SpreadsheetApp.BooleanCriteria; `gradient` is kept, never shown. */
export interface ConditionalFormat {
  readonly ranges: readonly Area[];
  readonly type: string;
  readonly values: readonly (string | number)[];
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
  readonly underline?: boolean;
  readonly gradient?: unknown;
}

export type MetadataPlace =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET'; readonly tab: number }
  | { readonly type: 'ROW' | 'COLUMN'; readonly tab: number; readonly at: number };

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly place: MetadataPlace;
}

/** `area` null protects the whole tab. Only the owner and `editors` may write. */
export interface Protection {
  readonly id: number;
  readonly tab: number;
  readonly area: Area | null;
  readonly open: readonly Area[];
  readonly editors: readonly string[];
  readonly warningOnly: boolean;
  readonly description: string;
}

/** A table with typed columns ("Convert to table"): structural calls on its cells are refused. */
export interface TypedTable {
  readonly name: string;
  readonly area: Area;
}

export interface Filter {
  readonly area: Area;
  /** Column number → display texts that are hidden. */
  readonly hidden: Readonly<Record<number, readonly string[]>>;
}

/** A chart over the cells. `type`, `merge` and `hidden` are names of Charts.ChartType and its like. */
export interface Chart {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly TabArea[];
  /** Rows of headings; -1 where the cells tell. */
  readonly headers: number;
  readonly transposed: boolean;
  readonly merge: string;
  readonly hidden: string;
  /** The cell of its upper left corner, and pixels from there. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  /** By their flat names, such as "series.0.color". */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface RowState {
  values: Stored[];
  /** Index into WorkbookState.looks by column; a hole or 0 is the default look. */
  looks?: (number | null)[];
  /** Index into WorkbookState.validations by column; a hole or 0 is no rule. */
  rules?: (number | null)[];
  /** Column number → note. */
  notes?: Record<number, string>;
  hidden?: true;
}

export interface TabState {
  id: number;
  name: string;
  hidden: 'no' | 'yes' | 'very';
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  /** Rows from the top; may be shorter than maxRows. */
  rows: RowState[];
  /** Column number → pixels. */
  widths: Record<number, number>;
  hiddenColumns: number[];
  formats: ConditionalFormat[];
  protections: Protection[];
  tables: TypedTable[];
  filter: Filter | null;
  color: string | null;
  /** Merged areas; only the top-left cell holds a value. */
  merges: Area[];
  /** In the order in which they were put in; absent where there never was one. */
  charts?: readonly Chart[];
}

export interface WorkbookState {
  id: string;
  name: string;
  /** "en_US", "en_GB", "de_DE" … */
  locale: string;
  timeZone: string;
  owner: string;
  tabs: TabState[];
  /** Entry 0 is the default look. Only ever grows. */
  looks: Look[];
  /** Entry 0 stands for "no rule". */
  validations: Validation[];
  metadata: Metadata[];
  /** The next id for a tab, metadata or protection. */
  nextId: number;
}

export const MAX_CELLS = 10_000_000;
export const MAX_CELL_TEXT = 50_000;
export const NO_RULE: Validation = { type: '', values: [], allowInvalid: true, help: null };

export interface WorkbookOptions {
  readonly id?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly owner?: string;
}

/** A spreadsheet without any tab; add at least one. */
export function emptyWorkbook(options: WorkbookOptions = {}): WorkbookState {
  return {
    id: options.id ?? 'workbook-1',
    name: options.name ?? 'Untitled spreadsheet',
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? 'America/Los_Angeles',
    owner: options.owner ?? 'lead@example.org',
    tabs: [],
    looks: [{}],
    validations: [NO_RULE],
    metadata: [],
    nextId: 1,
  };
}

/** A blank tab of Sheets' usual size. */
export function emptyTab(id: number, name: string, maxRows = 1000, maxColumns = 26): TabState {
  return {
    id,
    name,
    hidden: 'no',
    maxRows,
    maxColumns,
    frozenRows: 0,
    frozenColumns: 0,
    rows: [],
    widths: {},
    hiddenColumns: [],
    formats: [],
    protections: [],
    tables: [],
    filter: null,
    color: null,
    merges: [],
  };
}

export function isFormula(value: Stored | undefined): value is FormulaCell {
  return typeof value === 'object' && value !== null && 'f' in value;
}

export function isErrorValue(value: Stored | undefined): value is ErrorCell {
  return typeof value === 'object' && value !== null && 'e' in value;
}

/** The stored value of a cell (1-based); null outside. */
export function storedAt(tab: TabState, row: number, column: number): Stored {
  return tab.rows[row - 1]?.values[column - 1] ?? null;
}

export function lookAt(state: WorkbookState, tab: TabState, row: number, column: number): Look {
  return state.looks[tab.rows[row - 1]?.looks?.[column - 1] ?? 0] ?? {};
}

/** The validation rule of a cell, null where there is none. */
export function ruleAt(state: WorkbookState, tab: TabState, row: number, column: number): Validation | null {
  const index = tab.rows[row - 1]?.rules?.[column - 1] ?? 0;
  return index ? (state.validations[index] ?? null) : null;
}

export function tabById(state: WorkbookState, id: number): TabState | null {
  return state.tabs.find((tab) => tab.id === id) ?? null;
}

/** Names are compared without case, as Sheets does. */
export function tabByName(state: WorkbookState, name: string): TabState | null {
  const wanted = name.toLowerCase();
  return state.tabs.find((tab) => tab.name.toLowerCase() === wanted) ?? null;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function overlaps(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** The same without one of its entries. */
export function without<T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> {
  const copy = { ...from };
  Reflect.deleteProperty(copy, key);
  return copy;
}
