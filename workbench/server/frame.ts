// Everything on the page but the cells, read from the host, and what of it the page has already been told.
import type { Host } from '../host/createHost';
import { locksOut } from '../host/sheets/edits';
import { isFormula, lookAt, type TabState, type WorkbookState } from '../host/sheets/state';
import { lastColumn, lastRow, type Model } from '../host/sheets/workbook';
import { longDay } from './clockWords';
import { mailLines } from './mail';
import { PERMISSION_NAMES, type Frame, type PermissionName, type Person, type TabFrame } from './wire';

/** What the page has been told so far. */
export interface Told {
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

export const nothingTold = (version: number): Told => ({
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
    sidebar: newPage ? { page, path: `/sidebar/${told.version}` } : told.sidebar,
    lastPage: page ?? told.lastPage,
    dialogs: host.dialogs.length,
    dialogOpen: told.dialogOpen || host.dialogs.length > told.dialogs,
  };
}

export const dialogPath = (told: Told): string => `/dialog/${told.dialogs}`;

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
    };
    sizes.set(tab, frame);
  }
  return frame;
}

const MOST_LINES = 8;
const LETTER_WIDTH = 6.6;
const USUAL_WIDTH = 100;

/** Type of this size (points) takes a line of our usual height. */
const USUAL_SIZE = 10;

/** Rows grow with line breaks, with large type and with texts that wrap; wrapped lines are guessed by their length. */
function tallRows(model: Model, state: WorkbookState, tab: TabState): Record<number, number> {
  const tall: Record<number, number> = {};
  tab.rows.forEach(({ values, looks = [] }, index) => {
    const row = index + 1;
    const sizeAt = (column: number) => (lookAt(state, tab, row, column).size ?? USUAL_SIZE) / USUAL_SIZE;
    let most = looks.some((look) => look !== null && look > 0) ? sizeAt(1) : 1;
    const isLarge = most > 1 && values.some((value) => typeof value === 'string' && value !== '');
    values.forEach((value, at) => {
      // Of formulas only those in large type are asked: a whole column of them would cost too much.
      const text = isLarge && isFormula(value) ? model.display(tab.id, row, at + 1) : value;
      if (typeof text !== 'string' || (text.length < 12 && !text.includes('\n'))) return;
      const parts = text.split('\n');
      const size = sizeAt(at + 1);
      let lines = parts.length;
      if (lookAt(state, tab, row, at + 1).wrap === 'WRAP') {
        const letters = Math.max(4, ((tab.widths[at + 1] ?? USUAL_WIDTH) - 12) / LETTER_WIDTH / size);
        lines = parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0);
      }
      most = Math.max(most, lines * size);
    });
    if (most > 1) tall[row] = Math.min(MOST_LINES, Math.ceil(most));
  });
  return tall;
}
