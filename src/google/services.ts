// The one record of everything outside: what commands may read and change, as plain data. Only this folder names
// Google's services; a command gets the record from the door (index.ts) and hands plain values to the pure folders.
import type { Cell, Grid } from '../values/cell';
import type { Day } from '../values/day';
import type { SeenMessage } from '../mail/replies';
import type { PermissionName } from '../texts/permissions';
import type { FormatRule } from '../touches/highlight';
import type { TabInfo, Table } from '../workbook/table';

/** A text that is ready to be written (values/writtenText.ts), a number, a boolean or a day. '' clears the cell. */
export type WrittenCell = Cell;

export interface ColumnMark {
  readonly field: string;
  /** 1-based. */
  readonly column: number;
}

export interface NewTab {
  readonly name: string;
  /** Header row and first rows, each cell ready to be written. */
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Columns (1-based) that hold text as typed: they get the format "@" before anything is written. */
  readonly textColumns: readonly number[];
  /** Widths in pixels by column, from column 1. */
  readonly widths: readonly number[];
  /** Notes on header cells, '' for none. */
  readonly headerNotes: readonly string[];
  /** Rows (1-based) in bold beside the first; none where left out. */
  readonly boldRows?: readonly number[];
  /** Columns (1-based) that nobody needs to see; none where left out. */
  readonly hiddenColumns?: readonly number[];
  /** Large type on white ground and dark headings, all of it wrapped: for a projector. Plain where left out. */
  readonly look?: {
    /** Points. */
    readonly fontSize: number;
    readonly headingSize: number;
    readonly headingFill: string;
    readonly headingInk: string;
  };
  readonly hidden: boolean;
  /** Lists to choose from for whole columns (1-based) below the headings; other texts stay allowed. */
  readonly dropdowns?: readonly { readonly column: number; readonly choices: readonly string[] }[];
  /** Columns (1-based) with a date picker below the headings. */
  readonly datePickers?: readonly number[];
}

/** A block of cells of one tab. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface StandingChart {
  readonly id: number;
  /** What it draws, of its own tab; none where that is gone, or is all of another tab. */
  readonly ranges: readonly Block[];
}

export interface ChartWish {
  /** The chart that stands there: what it draws is brought up to date, the rest stays as people made it. null: a new one. */
  readonly id: number | null;
  /** `bar`: lying, for long words; `column`: upright. */
  readonly kind: 'bar' | 'column' | 'line';
  readonly title: string;
  /**
   * The column of the words first, then those of the figures, in one block or several of the same rows; the first row
   * holds the headings, which name the series.
   */
  readonly ranges: readonly Block[];
  /** The cell of its upper left corner. */
  readonly at: { readonly row: number; readonly column: number };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** One for each column of figures, light beside dark: it must be told in black and white. */
  readonly series: readonly ChartSeries[];
  /** Titles of the two axes: of the words, and of the figures. */
  readonly words: string;
  readonly figures: string;
}

export interface ChartSeries {
  /** "#rrggbb" */
  readonly color: string;
  /** Its marks on a line, so that lines differ by more than colour. */
  readonly point?: 'circle' | 'square' | 'diamond';
  /** Each figure stands beside its bar or point. */
  readonly labels: boolean;
}

/** The open spreadsheet. Rows and columns are 1-based. Each read or write is one service call unless said otherwise. */
export interface Book {
  readonly name: string;
  readonly url: string;
  readonly locale: string;
  readonly timeZone: string;
  /** No service call: getters of the open file. */
  tabs(): readonly TabInfo[];
  activeTab(): TabInfo | null;
  activeRow(): number;
  /** 1 where nothing is selected. */
  activeColumn(): number;
  /** Every cell of a tab, from A1; null where the tab is gone. */
  read(tab: number): Table | null;
  /** Some rows in their whole width; fewer where the tab ends before. */
  readRows(tab: number, row: number, rows: number): Grid;
  /** Formulas of a block, '' where a cell has none; fewer where the tab ends before. */
  readFormulas(tab: number, row: number, column: number, rows: number, columns: number): string[][];
  write(tab: number, row: number, column: number, values: readonly (readonly WrittenCell[])[]): void;
  /** One row below the last filled one, in one call that no other run comes between (platform facts, 5). */
  append(tab: number, cells: readonly WrittenCell[]): void;
  /** The heading of a column that we add: bold, as headings are. Two calls, one more with a note. */
  writeHeading(tab: number, row: number, column: number, text: string, note?: string): void;
  /** A column of text at the right end that nobody needs to see, with its heading; makes room for it. Up to five calls. */
  addHiddenColumn(tab: number, row: number, column: number, heading: string): void;
  /** The same value into several blocks of one tab, by A1 names, in one call. */
  writeSame(tab: number, ranges: readonly string[], value: WrittenCell): void;
  writeFormulas(tab: number, row: number, column: number, formulas: readonly (readonly string[])[]): void;
  /** Format "@" for whole columns, from row 1 down. One call a column. */
  formatAsText(tab: number, columns: readonly number[]): void;
  /** Rows that the tab has, blank ones too. No service call. */
  rowCount(tab: number): number;
  /** Rows down to the last filled one. No service call. */
  filledRows(tab: number): number;
  /** Makes the tab at least this large; a call only where it grows. */
  grow(tab: number, rows: number, columns: number): void;
  flush(): void;

  /** The developer metadata by which a column is remembered. */
  columnMarks(tab: number): readonly ColumnMark[];
  /** One call a mark, and one to read those that stand there. Marks of fields not named are removed. */
  setColumnMarks(tab: number, marks: readonly ColumnMark[]): void;

  /** Makes a tab at the end and returns it. Several calls: insert, formats, values, freeze, widths, notes. */
  addTab(tab: NewTab): TabInfo;
  /** The same for a tab that stands blank, as after a run that was cut off while it made one. */
  furnishTab(id: number, tab: NewTab): void;
  /** A copy of a finished tab under another name, at the end. Two calls. */
  copyTab(tab: number, name: string): TabInfo;
  renameTab(tab: number, name: string): void;
  deleteTab(tab: number): void;
  showTab(tab: number): void;
  select(tab: number, cell: string): void;

  /** Replaces our conditional formats, [] takes them away; all others stay in their order. Two calls. */
  replaceFormats(tab: number, ours: readonly FormatRule[]): void;
  /** A list dropdown on whole blocks of rows; other texts stay allowed. */
  dropdown(tab: number, row: number, column: number, rows: number, choices: readonly string[]): void;
  /** A date picker on a block of rows; other texts stay allowed. */
  datePicker(tab: number, row: number, column: number, rows: number): void;
  /** Copies one cell with its formula and formats into a block. */
  copyCell(tab: number, fromRow: number, fromColumn: number, row: number, column: number, rows: number): void;

  /** The charts of a tab. */
  charts(tab: number): readonly StandingChart[];
  /**
   * Puts new charts in and brings what the standing ones draw up to date. A new one is not put in twice: one that draws
   * just its cells is taken for it. Gives the id of each, null for one that is not there any more. One call, one more
   * for each chart that is new or draws something else, and one behind them.
   */
  putCharts(tab: number, wishes: readonly ChartWish[]): readonly (number | null)[];
}

export type Delivery =
  | { readonly kind: 'sent'; readonly id: string; readonly threadId: string }
  /**
   * It did not leave. `quota`: the account's limit or rate; `permission`: not allowed any more; `why`: what we found
   * ourselves, in words; '' where Gmail said no.
   */
  | { readonly kind: 'refused'; readonly quota: boolean; readonly permission: boolean; readonly why: string }
  /** The answer was lost: it may have left. */
  | { readonly kind: 'unknown' };

/** A message of the mailbox as a list names it. */
export interface MailboxItem {
  readonly id: string;
  readonly threadId: string;
}

export interface MailboxNews {
  /** Messages that came or left since the point asked for; what the account sent itself is left out. */
  readonly items: readonly MailboxItem[];
  /** Where the next look begins. */
  readonly until: string;
}

/** Reading needs the permission `replies`; each answers null where Gmail refuses or its answer is lost. */
export interface Mail {
  /** One raw message; in a new conversation where the mailbox has none of this id. Throws nothing: what Gmail says is the value. */
  send(raw: string, threadId: string): Delivery;
  /**
   * What came since the point `since`; '' and a point that Gmail no longer knows give the newest messages. One to four
   * calls.
   */
  newsSince(since: string): MailboxNews | null;
  /** The newest messages that this account sent, newest first. One call. */
  newestSent(): readonly MailboxItem[] | null;
  /** Headers of one message, never its text; 'gone' where it was deleted. One call. */
  headersOf(id: string): SeenMessage | 'gone' | null;
}

export interface Permissions extends Readonly<Record<PermissionName, boolean>> {
  /** Showing the sidebar: one row with `sheet` in Setup, a permission of its own with Google. */
  readonly sidebar: boolean;
  /** False where this build does not ask for `replies`. */
  readonly offersReplies: boolean;
  /** Where to grant what is missing; '' where nothing is. */
  readonly url: string;
}

/** The timer that starts the weekly reminder, of this person in this file. Needs the permission `reminder`; throws without. */
export interface WeeklyTimer {
  /** One call. */
  stands(): boolean;
  /** Makes it where there is none: each day between 8 and 9, in this time zone. Two calls. */
  start(timeZone: string): void;
  /** Takes it away, as often as it stands there. */
  stop(): void;
}

/** Texts kept beside the tabs. One call each. */
export interface Notes {
  all(): Readonly<Record<string, string>>;
  /** At most 9 kB a text, 500 kB in all (Google's quotas page); throws beyond. */
  put(key: string, text: string): void;
  drop(key: string): void;
}

export interface Services {
  readonly book: Book;
  readonly mail: Mail;
  readonly weekly: WeeklyTimer;
  /** The file's, the same for all who use it; a copy of the file has none of it. */
  readonly notes: Notes;
  /** This person's own, for all files: nobody else can read them. */
  readonly ownNotes: Notes;
  permissions(): Permissions;
  /** The person's address, else '' (not granted, or hidden by policy). */
  address(): string;
  /** A random id that stands for this account where the address is not known; kept in the user's own storage. */
  accountId(): string;
  /** The id of `accountId` where it was made before, else ''. */
  knownAccountId(): string;
  /** The name that this person once chose as theirs, else ''; kept in the user's own storage. One call. */
  chosenName(): string;
  chooseName(name: string): void;
  /** Now, on the sheet's wall clock. `time` is "HH:MM". */
  now(): { readonly day: Day; readonly time: string };
  newId(): string;
  /** SHA-256 of a text, the first 32 hexadecimal digits. */
  digest(text: string): string;
  pause(milliseconds: number): void;
  /** False where another run of the add-on holds the file for the whole wait. Google releases it at the end of the run. */
  lock(milliseconds: number): boolean;
}
