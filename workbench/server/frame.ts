// Everything on the page but the cells, read from the host, and what of it the page has already been told.
import type { Host } from '../host/createHost';
import { locksOut } from '../host/sheets/edits';
import { isFormula, lookAt, type TabState, type WorkbookState } from '../host/sheets/state';
import { lastColumn, lastRow, type Model } from '../host/sheets/workbook';
import { longDay } from './clockWords';
import { mailLines } from './mail';
import { PERMISSION_NAMES, type Frame, type PermissionName, type Person, type TabFrame } from './wire';

/** What the page of one window has been told so far. */
export interface Told {
  /** Name of the window; '' where it has none. */
  readonly window: string;
  readonly version: number;
  readonly moved: number;
  /** The selection that the person made or has been shown. */
  readonly selection: string;
  /** The sidebar page that stands open, null where it was closed. */
  readonly sidebar: { readonly page: object; readonly path: string } | null;
  /** The sidebar page that was opened last, so that a closed one stays closed. */
  readonly lastPage: object | null;
  readonly dialogs: number;
  readonly dialogOpen: boolean;
}

export const nothingTold = (version: number, window: string): Told => ({
  window,
  version,
  moved: 0,
  selection: '',
  sidebar: null,
  lastPage: null,
  dialogs: 0,
  dialogOpen: false,
});

export const selectionKey = (host: Host): string => {
  const { tab, row, column, rows, columns } = host.selection;
  return [tab, row, column, rows, columns].join();
};

/** `told` with what the add-on has opened or selected since. */
export function catchUp(host: Host, told: Told): Told {
  const selection = selectionKey(host);
  const page = host.sidebar;
  const newPage = page !== null && page !== told.lastPage;
  return {
    ...told,
    selection,
    moved: told.moved + (selection === told.selection ? 0 : 1),
    sidebar: newPage ? { page, path: `/sidebar/${told.version}${told.window}` } : told.sidebar,
    lastPage: page ?? told.lastPage,
    dialogs: host.dialogs.length,
    dialogOpen: told.dialogOpen || host.dialogs.length > told.dialogs,
  };
}

export const dialogPath = (told: Told): string => `/dialog/${told.dialogs}${told.window}`;

/** The one who is signed in, what they allow, and who else could be. */
export interface SignedIn {
  readonly email: string;
  readonly allowed: ReadonlySet<PermissionName>;
  readonly people: readonly Person[];
}

/** `told` must have caught up. */
export function frameOf(host: Host, signedIn: SignedIn, canUndo: boolean, told: Told): Frame {
  const state = host.model.committed();
  const dialog = told.dialogOpen ? host.dialogs.at(-1) : undefined;
  return {
    version: told.version,
    title: state.name,
    today: longDay(Date.parse(host.now), state.timeZone),
    tabs: state.tabs.map((tab) => tabFrame(host.model, state, tab)),
    menus: host.menu(),
    permissions: Object.fromEntries(
      PERMISSION_NAMES.map((name) => [name, signedIn.allowed.has(name)]),
    ) as Frame['permissions'],
    selection: { ...host.selection },
    moved: told.moved,
    sidebar: told.sidebar && { title: host.sidebar?.title ?? '', path: told.sidebar.path },
    dialog: dialog
      ? {
          title: dialog.title,
          path: dialogPath(told),
          width: dialog.width ?? 400,
          height: dialog.height ?? 300,
        }
      : null,
    people: signedIn.people,
    signedIn: signedIn.email,
    mail: mailLines(host),
    canUndo,
    lockedTabs: state.tabs.filter((tab) => isLocked(tab, signedIn.email, state.owner)).map(({ id }) => id),
  };
}

/** True where the whole tab is protected from this person. */
export const isLocked = ({ protections }: TabState, user: string, owner: string): boolean =>
  protections.some((protection) => locksOut(protection, user, owner));

const sizes = new WeakMap<TabState, TabFrame>();

/** Tabs change by copy, so a tab that was read once need not be read again. */
function tabFrame(model: Model, state: WorkbookState, tab: TabState): TabFrame {
  let frame = sizes.get(tab);
  if (frame === undefined) {
    frame = {
      id: tab.id,
      name: tab.name,
      hidden: tab.hidden !== 'no',
      rows: tab.maxRows,
      columns: tab.maxColumns,
      lastRow: lastRow(tab),
      lastColumn: lastColumn(tab),
      frozenRows: tab.frozenRows,
      widths: tab.widths,
      hiddenColumns: tab.hiddenColumns,
      tall: tallRows(model, state, tab),
      hiddenRows: tab.rows.flatMap((row, index) => (row.hidden ? [index + 1] : [])),
      filtered: tab.filter !== null,
      charts: tab.charts?.length ?? 0,
    };
    sizes.set(tab, frame);
  }
  return frame;
}

const MOST_LINES = 8;
const USUAL_WIDTH = 100;
/** Points, and pixels: of a usual row, of a line of usual type in a row with more than one, and what is left around. */
const USUAL_SIZE = 10;
const USUAL_ROW = 27;
const USUAL_LINE = 18;
const AROUND = 9;

/** Pixels of a line of this type, which is in points: 4/3 of a pixel each, and a quarter more between lines. */
const lineHeight = (size: number): number => (size === USUAL_SIZE ? USUAL_LINE : (size * 4 * 1.25) / 3);

const NARROW = /[iljtfrI.,;:'!|() -]/;
const WIDE = /[mwMW@&]/;

/** Width of a text in parts of its type's size, as the usual faces have it; a little more rather than less. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += NARROW.test(letter) ? 0.3 : WIDE.test(letter) ? 0.88 : /[A-Z]/.test(letter) ? 0.68 : 0.56;
  return width;
}

/** Rows grow with line breaks, with large type and with texts that wrap; wrapped lines are guessed by their length. */
function tallRows(model: Model, state: WorkbookState, tab: TabState): Record<number, number> {
  const tall: Record<number, number> = {};
  tab.rows.forEach(({ values, looks = [], rules = [] }, index) => {
    const row = index + 1;
    const sizeAt = (column: number) => lookAt(state, tab, row, column).size ?? USUAL_SIZE;
    const size = looks.some((look) => look !== null && look > 0) ? sizeAt(1) : USUAL_SIZE;
    let most = size > USUAL_SIZE ? lineHeight(size) + AROUND : USUAL_ROW;
    const isLarge = size > USUAL_SIZE && values.some((value) => typeof value === 'string' && value !== '');
    values.forEach((value, at) => {
      if (tab.hiddenColumns.includes(at + 1)) return;
      // Of formulas only those in large type are asked: a whole column of them would cost too much.
      const text = isLarge && isFormula(value) ? model.display(tab.id, row, at + 1) : value;
      if (typeof text !== 'string' || (!isLarge && text.length < 12 && !text.includes('\n'))) return;
      const parts = text.split('\n');
      const own = sizeAt(at + 1);
      const room = (tab.widths[at + 1] ?? USUAL_WIDTH) - ((rules[at] ?? 0) === 0 ? 12 : 28);
      const lines =
        lookAt(state, tab, row, at + 1).wrap === 'WRAP'
          ? parts.reduce((sum, part) => sum + wrapped(part, Math.max(2, (room / own) * 0.75)), 0)
          : parts.length;
      const isOne = lines === 1 && own === USUAL_SIZE;
      if (!isOne) most = Math.max(most, Math.min(MOST_LINES, lines) * lineHeight(own) + AROUND);
    });
    if (most > USUAL_ROW) tall[row] = Math.ceil(most);
  });
  return tall;
}

/** Lines of a text that breaks behind blanks and hyphens, and in words longer than a line. `most`: as widthOf gives it. */
function wrapped(text: string, most: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    const width = widthOf(word.trimEnd());
    if (used > 0 && used + width > most) {
      lines++;
      used = 0;
    }
    const more = Math.max(0, Math.ceil((used + width) / most) - 1);
    lines += more;
    used += widthOf(word) - more * most;
  }
  return lines;
}
