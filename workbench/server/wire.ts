// What the server and the page say to each other, as plain data. Rows and columns are 1-based, as the sheet shows them.
import { PERMISSION_NAMES, type PermissionName } from '../../src/texts/permissions';

/** Sent as a header with every request and in the address of the event stream. */
export const TOKEN_HEADER = 'x-workbench-token';
/** Which window asks: each has a sidebar and a selection of its own. In the address of the event stream too. */
export const WINDOW_HEADER = 'x-workbench-window';

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Selection extends Area {
  readonly tab: number;
}

export interface TabFrame {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** The last row and column with content. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly frozenRows: number;
  /** Column number → pixels. */
  readonly widths: Readonly<Record<number, number>>;
  readonly hiddenColumns: readonly number[];
  /** Row number → pixels, for rows that are taller than one line of the usual type. */
  readonly tall: Readonly<Record<number, number>>;
  /** Row numbers that the filter hides. */
  readonly hiddenRows: readonly number[];
  readonly filtered: boolean;
  /** How many charts stand over it. */
  readonly charts: number;
}

/** A chart with the figures that its cells hold now. */
export interface ChartFrame {
  readonly id: number;
  /** null: a kind that the page does not draw. */
  readonly kind: 'bar' | 'column' | 'line' | null;
  readonly title: string;
  /** The cell of its upper left corner, and pixels from there. */
  readonly at: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
  /** What stands at each place of the axis. */
  readonly words: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Titles of the axis that lies and of the one that stands. */
  readonly lying: string;
  readonly standing: string;
  readonly legend: boolean;
}

export interface ChartSeries {
  readonly name: string;
  readonly color: string;
  /** "circle", "square", "diamond"; '' draws a line without marks. */
  readonly point: string;
  /** Each figure stands beside its bar or point. */
  readonly labels: boolean;
  /** null where the cell holds no number. */
  readonly figures: readonly (number | null)[];
  /** As the cells show them. */
  readonly texts: readonly string[];
}

export type MenuFrame =
  | { readonly label: string; readonly functionName: string }
  | { readonly separator: true }
  | { readonly label: string; readonly items: readonly MenuFrame[] };

export { PERMISSION_NAMES, type PermissionName };

/** What came back to a message: a person's answer, an automatic reply, a failed delivery, a late one. */
export type BackKind = 'answered' | 'away' | 'bounced' | 'late';

/** A message of the mailbox, as the list shows it. */
export interface MailLine {
  readonly id: string;
  readonly organization: string;
  /** "Nov 3" */
  readonly day: string;
  /** 'open': sent, and nothing came back. 'arrived': mail that answers nothing of ours. */
  readonly state: 'open' | 'arrived' | BackKind;
}

/** A way to answer a message. */
export interface Writer {
  readonly address: string;
  /** A mail of its own in place of a reply. */
  readonly newMail: boolean;
  /** "in copy" */
  readonly what: string;
}

/** Somebody who can be signed in. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Everything on the page but the cells. */
export interface Frame {
  /** Grows with every change: cells that were read before are old. */
  readonly version: number;
  readonly title: string;
  /** "Thu, Nov 12, 2026" */
  readonly today: string;
  readonly tabs: readonly TabFrame[];
  readonly menus: readonly { readonly title: string; readonly items: readonly MenuFrame[] }[];
  readonly permissions: Readonly<Record<PermissionName, boolean>>;
  readonly selection: Selection;
  /** Grows whenever the add-on, not the person, moved the selection. */
  readonly moved: number;
  readonly sidebar: { readonly title: string; readonly path: string } | null;
  readonly dialog: {
    readonly title: string;
    readonly path: string;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly people: readonly Person[];
  /** E-mail of the one who is signed in; mailbox and permissions are theirs. */
  readonly signedIn: string;
  readonly mail: readonly MailLine[];
  readonly canUndo: boolean;
  /** Ids of the tabs that are protected from the one who is signed in. */
  readonly lockedTabs: readonly number[];
}

export interface Style {
  readonly fill: string | null;
  readonly ink: string | null;
  readonly bold: boolean;
  /** Points; 0 is the usual size. */
  readonly size: number;
  readonly align: 'left' | 'right' | 'center';
  readonly wrap: boolean;
}

/** A run of rows. Lists by row are short where the rest of the row is empty. */
export interface Cells {
  readonly version: number;
  readonly tab: number;
  readonly from: number;
  /** Shown texts. */
  readonly texts: readonly (readonly string[])[];
  /** Index into `styles` by row and column; 0 is a plain cell. */
  readonly looks: readonly (readonly number[])[];
  readonly styles: readonly Style[];
  /** "row,column" → what the formula bar shows, where it is not the shown text. */
  readonly bars: Readonly<Record<string, string>>;
  /** "row,column" → note. */
  readonly notes: Readonly<Record<string, string>>;
  /** "row,column" → index into `lists`, for cells with a dropdown. */
  readonly dropdowns: Readonly<Record<string, number>>;
  readonly lists: readonly (readonly string[])[];
}

/** One message, opened. */
export interface MailOpened {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  /** "Nov 3, 10:12 am" */
  readonly when: string;
  readonly text: string;
  readonly state: MailLine['state'];
  /** What came back in this thread, oldest first. */
  readonly back: readonly {
    readonly from: string;
    readonly kind: BackKind;
    readonly when: string;
    readonly text: string;
  }[];
  /** Who can answer it; nobody where it was not sent from here. */
  readonly writers: readonly Writer[];
}

/** How a call of the sidebar ended; `message` is what google.script.run gives to the failure handler. */
export type RunAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** How an action of a person ended: '' or what to tell them. */
export interface Done {
  readonly told: string;
}

/** Each action of the page: what it sends and what it gets. */
export interface Actions {
  run: { send: { name: string; args: readonly unknown[] }; get: RunAnswer };
  cells: { send: { tab: number; from: number; count: number }; get: Cells | null };
  charts: { send: { tab: number }; get: readonly ChartFrame[] };
  removeChart: { send: { tab: number; id: number }; get: Done };
  menu: { send: { functionName: string }; get: Done };
  edit: { send: { tab: number; row: number; column: number; text: string }; get: Done };
  paste: {
    send: { tab: number; row: number; column: number; texts: readonly (readonly string[])[] };
    get: Done;
  };
  clear: { send: { tab: number; area: Area }; get: Done };
  select: { send: Selection; get: Done };
  insert: { send: { tab: number; what: 'row' | 'column'; before: number; count: number }; get: Done };
  remove: { send: { tab: number; what: 'row' | 'column'; at: number; count: number }; get: Done };
  sort: { send: { tab: number; column: number; descending: boolean }; get: Done };
  /** Takes the filter away: every row is shown. */
  unfilter: { send: { tab: number }; get: Done };
  resize: { send: { tab: number; column: number; width: number }; get: Done };
  addTab: { send: Record<string, never>; get: Done };
  renameTab: { send: { tab: number; name: string }; get: Done };
  deleteTab: { send: { tab: number }; get: Done };
  /** Protects the tab from the one who is signed in, or lets them in again. */
  protectTab: { send: { tab: number; on: boolean }; get: Done };
  undo: { send: Record<string, never>; get: Done };
  advance: { send: { days: number }; get: Done };
  permission: { send: { name: PermissionName; allowed: boolean }; get: Done };
  close: { send: { what: 'sidebar' | 'dialog' }; get: Done };
  message: { send: { id: string }; get: MailOpened | null };
  answer: { send: { id: string; text: string; from: string; newMail: boolean }; get: Done };
  /** What comes back by itself: an automatic reply, a failed delivery, a late one. */
  comeBack: { send: { id: string; kind: Exclude<BackKind, 'answered'> }; get: Done };
  signIn: { send: { email: string }; get: Done };
  startOver: { send: Record<string, never>; get: Done };
}

export type ActionName = keyof Actions;

/** Rows or columns that another window put in (`by` of them, before `at`) or took out (`by` below 0, from `at` on). */
export interface Shift {
  readonly tab: number;
  readonly what: 'row' | 'column';
  readonly at: number;
  readonly by: number;
}

/** Where a row or column stands after the shift; null where it was taken out. */
export function shifted(place: number, { at, by }: Shift): number | null {
  if (place < at) return place;
  return place < at - by ? null : place + by;
}

/** What the event stream carries. */
export type Happening =
  | { readonly frame: Frame }
  | { readonly shift: Shift }
  | { readonly toast: { readonly title: string; readonly text: string } };
