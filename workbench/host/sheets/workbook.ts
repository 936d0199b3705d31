// One open spreadsheet: what scripts write (pending until flush or the next read) and what people do on the page.
import { removeChart } from './charts';
import { appearances, type Appearance } from './conditional';
import { startDraft, type Draft } from './draft';
import { copyCells, writeCells, type Input, type Writer } from './edits';
import { makeEngine, type Computed, type Engine } from './engine';
import { deleteLines, insertLines, moveLines } from './lines';
import { Refusal } from './refusal';
import { serialAt } from './serial';
import {
  isFormula,
  lookAt,
  ruleAt,
  tabByName,
  type Area,
  type Filter,
  type TabState,
  type WorkbookState,
} from './state';
import { toLocal } from './formulaLocale';
import {
  addTab,
  moveTab,
  removeTab,
  renameTab,
  setFilter,
  setTabHidden,
  sortRows,
  type SortKey,
} from './tabs';
import { choices } from './validation';
import { textAt, valueAt, viewOf, type View } from './values';

export type { WorkbookState } from './state';
export type { Appearance } from './conditional';

/** Applied, or refused with the platform's text and nothing changed. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** A tab by name or id. */
export type TabKey = string | number;

/** One write of a script. It may run more than once (on another state), so it holds all that it needs. */
export type Operation = (draft: Draft) => void;

export interface ModelOptions {
  /** The virtual clock, epoch milliseconds. */
  readonly now: () => number;
  /** Where refusals of validation, protection and typed columns are raised. Default 'call'. */
  readonly refuseAt?: 'call' | 'flush';
  /** Who types on the page where nothing else is said. Default: the owner. */
  readonly user?: string;
}

export interface Model {
  /** With pending writes applied: what the script itself would read. Never change it. */
  state(): WorkbookState;
  /** What everybody else sees. */
  committed(): WorkbookState;
  /** Grows with every change of the committed state. */
  version(): number;
  refuseAt: 'call' | 'flush';

  /** Queues a script's write. Throws a Refusal here or at the next flush, as `refuseAt` says. */
  write(operation: Operation): void;
  /** Number of writes that are queued. */
  pending(): number;
  /** Commits what is queued; throws the first deferred Refusal (what was queued after it is lost). */
  flush(): void;
  /** A kill: the first k queued writes stay, the rest is lost. */
  applyPendingPrefix(k: number): void;
  /** Sets a run's queue aside while another run goes on in between; the function puts it back. */
  park(): () => void;

  /** A colleague's or the page user's change: applied under what a script has pending. Throws a Refusal. */
  edit(operation: Operation): void;
  typeInto(tab: TabKey, row: number, column: number, text: string, user?: string): Done;
  /** Rows × columns of texts from the clipboard of another program. Pasting takes validation rules away, as in Sheets. */
  paste(tab: TabKey, row: number, column: number, texts: readonly (readonly string[])[], user?: string): Done;
  clear(tab: TabKey, area: Area, user?: string): Done;
  copy(tab: TabKey, from: Area, to: Area, user?: string): Done;
  insertRows(tab: TabKey, before: number, count?: number): Done;
  deleteRows(tab: TabKey, at: number, count?: number): Done;
  moveRows(tab: TabKey, from: number, count: number, before: number): Done;
  insertColumns(tab: TabKey, before: number, count?: number): Done;
  deleteColumns(tab: TabKey, at: number, count?: number): Done;
  moveColumn(tab: TabKey, from: number, before: number): Done;
  /** Sorts the rows from `firstRow` (default: below the frozen rows) to the last, whole width. */
  sortTab(tab: TabKey, keys: readonly SortKey[], firstRow?: number): Done;
  setFilter(tab: TabKey, filter: Filter | null): Done;
  addTab(name: string, index?: number): Done;
  renameTab(tab: TabKey, name: string): Done;
  deleteTab(tab: TabKey): Done;
  moveTab(tab: TabKey, index: number): Done;
  hideTab(tab: TabKey, hidden: boolean): Done;
  removeChart(tab: TabKey, id: number): Done;

  tab(key: TabKey): TabState | null;
  /** The raw value, formulas computed; dates are serials. */
  value(tab: TabKey, row: number, column: number): Computed;
  /** The text that the cell shows. */
  display(tab: TabKey, row: number, column: number): string;
  /** Rows × columns of shown texts. */
  displays(tab: TabKey, area: Area): string[][];
  /** What the formula bar shows: the formula, or the text as it would be typed. */
  formulaBar(tab: TabKey, row: number, column: number): string;
  /** Fill, ink and bold of each cell with conditional formats applied. */
  appearance(tab: TabKey, area: Area): Appearance[][];
  /** The texts of the cell's dropdown, null where it has none. */
  dropdown(tab: TabKey, row: number, column: number): readonly string[] | null;
  lastRow(tab: TabKey): number;
  lastColumn(tab: TabKey): number;

  /** What a script reads: flush first where formulas matter. */
  view(): View;
  snapshot(): WorkbookState;
  restore(state: WorkbookState): void;
}

export function openModel(state: WorkbookState, options: ModelOptions): Model {
  const engine = makeEngine();
  let base = state;
  let draft: Draft | null = null;
  let queue: Operation[] = [];
  let deferred: Refusal | null = null;
  let version = 1;
  let refuseAt = options.refuseAt ?? 'call';

  const current = () => draft?.state ?? base;
  // The engine follows committed states only: a draft still changes under its hands.
  const settled: Engine = {
    result(_, tab, row, column, now) {
      const own = base.tabs.find((other) => other.id === tab.id);
      return own && isFormula(own.rows[row - 1]?.values[column - 1])
        ? engine.result(base, own, row, column, now)
        : null;
    },
    scratch(_, tab, formulas, now) {
      const own = base.tabs.find((other) => other.id === tab.id);
      return own ? engine.scratch(base, own, formulas, now) : formulas.map(() => null);
    },
  };
  const view = () => viewOf(current(), draft ? settled : engine, serialAt(options.now(), base.timeZone));
  const committedView = () => viewOf(base, engine, serialAt(options.now(), base.timeZone));
  const writer = (user?: string): Writer => ({
    user: user ?? options.user ?? base.owner,
    view: committedView(),
  });

  function write(operation: Operation): void {
    if (deferred) return;
    draft ??= startDraft(base);
    try {
      operation(draft);
    } catch (refused) {
      if (!(refused instanceof Refusal) || refuseAt === 'call') throw refused;
      deferred = refused;
      return;
    }
    queue.push(operation);
  }

  function commit(): void {
    if (draft) {
      base = draft.state;
      version += 1;
    }
    draft = null;
    queue = [];
  }

  function flush(): void {
    commit();
    const refused = deferred;
    deferred = null;
    if (refused) throw refused;
  }

  function replay(operations: readonly Operation[]): void {
    draft = null;
    queue = [];
    for (const operation of operations) {
      try {
        write(operation);
      } catch (refused) {
        if (!(refused instanceof Refusal)) throw refused;
        deferred ??= refused;
      }
    }
  }

  function edit(operation: Operation): void {
    const waiting = queue;
    const own = startDraft(base);
    operation(own);
    base = own.state;
    version += 1;
    // Also behind a refused write, which leaves a draft of what stood there before.
    if (draft === null) return;
    const refused = deferred;
    deferred = null;
    replay(waiting);
    deferred ??= refused;
  }

  const find = (key: TabKey): TabState | null =>
    typeof key === 'number' ? (base.tabs.find((tab) => tab.id === key) ?? null) : tabByName(base, key);

  function doOn(key: TabKey, change: (own: Draft, tab: TabState) => void): Done {
    const tab = find(key);
    if (!tab) return { ok: false, message: `There is no tab "${key}".` };
    try {
      edit((own) => {
        change(own, tab);
      });
      return { ok: true };
    } catch (refused) {
      if (refused instanceof Refusal) return { ok: false, message: refused.message };
      throw refused;
    }
  }

  const need = (key: TabKey): TabState => {
    const tab = find(key);
    if (!tab) throw new Error(`There is no tab "${key}".`);
    return tab;
  };
  const single = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

  return {
    state: current,
    committed: () => base,
    version: () => version,
    get refuseAt() {
      return refuseAt;
    },
    set refuseAt(when) {
      refuseAt = when;
    },
    write,
    pending: () => queue.length,
    flush,
    applyPendingPrefix(k) {
      const kept = queue.slice(0, k);
      deferred = null;
      replay(kept);
      commit();
      deferred = null;
    },
    park() {
      const [waiting, refused] = [queue, deferred];
      draft = null;
      queue = [];
      deferred = null;
      return () => {
        if (waiting.length > 0) replay(waiting);
        deferred = refused ?? deferred;
      };
    },
    edit,
    typeInto: (key, row, column, text, user) =>
      doOn(key, (own, tab) => {
        writeCells(own, tab.id, single(row, column), [[text]], writer(user));
      }),
    paste: (key, row, column, texts, user) =>
      doOn(key, (own, tab) => {
        const columns = Math.max(...texts.map((line) => line.length));
        const area = { row, column, rows: texts.length, columns };
        const filled: Input[][] = texts.map((line) =>
          Array.from({ length: columns }, (_, c) => line[c] ?? ''),
        );
        dropRules(own, tab.id, area);
        writeCells(own, tab.id, area, filled, writer(user));
      }),
    clear: (key, area, user) =>
      doOn(key, (own, tab) => {
        const blank = Array.from({ length: area.rows }, () =>
          Array.from({ length: area.columns }, () => null),
        );
        writeCells(own, tab.id, area, blank, writer(user));
      }),
    copy: (key, from, to, user) =>
      doOn(key, (own, tab) => {
        const result = (row: number, column: number) => valueAt(committedView(), tab, row, column);
        copyCells(own, { tab: tab.id, area: from }, { tab: tab.id, area: to }, writer(user), 'all', result);
      }),
    insertRows: (key, before, count = 1) =>
      doOn(key, (own, tab) => {
        insertLines(own, tab.id, 'row', before, count, before > 1 ? before - 1 : null);
      }),
    deleteRows: (key, at, count = 1) =>
      doOn(key, (own, tab) => {
        deleteLines(own, tab.id, 'row', at, count);
      }),
    moveRows: (key, from, count, before) =>
      doOn(key, (own, tab) => {
        moveLines(own, tab.id, 'row', from, count, before);
      }),
    insertColumns: (key, before, count = 1) =>
      doOn(key, (own, tab) => {
        insertLines(own, tab.id, 'column', before, count, before > 1 ? before - 1 : null);
      }),
    deleteColumns: (key, at, count = 1) =>
      doOn(key, (own, tab) => {
        deleteLines(own, tab.id, 'column', at, count);
      }),
    moveColumn: (key, from, before) =>
      doOn(key, (own, tab) => {
        moveLines(own, tab.id, 'column', from, 1, before);
      }),
    sortTab: (key, keys, firstRow) =>
      doOn(key, (own, tab) => {
        const row = firstRow ?? tab.frozenRows + 1;
        const area = { row, column: 1, rows: tab.maxRows - row + 1, columns: tab.maxColumns };
        const from = committedView();
        sortRows(own, tab.id, area, keys, (r, c) => valueAt(from, tab, r, c));
      }),
    setFilter: (key, filter) =>
      doOn(key, (own, tab) => {
        const from = committedView();
        setFilter(own, tab.id, filter, (r, c) => textAt(from, tab, r, c));
      }),
    addTab(name, index) {
      try {
        edit((own) => addTab(own, name, index ?? null));
        return { ok: true };
      } catch (refused) {
        if (refused instanceof Refusal) return { ok: false, message: refused.message };
        throw refused;
      }
    },
    renameTab: (key, name) =>
      doOn(key, (own, tab) => {
        renameTab(own, tab.id, name);
      }),
    deleteTab: (key) =>
      doOn(key, (own, tab) => {
        removeTab(own, tab.id);
      }),
    moveTab: (key, index) =>
      doOn(key, (own, tab) => {
        moveTab(own, tab.id, index);
      }),
    hideTab: (key, hidden) =>
      doOn(key, (own, tab) => {
        setTabHidden(own, tab.id, hidden);
      }),
    removeChart: (key, id) =>
      doOn(key, (own, tab) => {
        removeChart(own, tab.id, id);
      }),
    tab: find,
    value: (key, row, column) => valueAt(committedView(), need(key), row, column),
    display: (key, row, column) => textAt(committedView(), need(key), row, column),
    displays(key, area) {
      const from = committedView();
      const tab = need(key);
      return Array.from({ length: area.rows }, (_, r) =>
        Array.from({ length: area.columns }, (_, c) => textAt(from, tab, area.row + r, area.column + c)),
      );
    },
    formulaBar(key, row, column) {
      const from = committedView();
      const tab = need(key);
      const stored = tab.rows[row - 1]?.values[column - 1] ?? null;
      if (isFormula(stored)) return toLocal(stored.f, from.locale);
      const text = textAt(from, tab, row, column);
      return lookAt(base, tab, row, column).quoted ? `'${text}` : text;
    },
    appearance: (key, area) => appearances(committedView(), need(key), area),
    dropdown(key, row, column) {
      const rule = ruleAt(base, need(key), row, column);
      return rule ? choices(committedView(), rule) : null;
    },
    lastRow: (key) => lastRow(need(key)),
    lastColumn: (key) => lastColumn(need(key)),
    view,
    snapshot() {
      return base;
    },
    restore(saved) {
      draft = null;
      queue = [];
      deferred = null;
      base = saved;
      version += 1;
    },
  };
}

function dropRules(own: Draft, tabId: number, area: Area): void {
  const tab = own.tab(tabId);
  for (let r = area.row; r < area.row + area.rows && r <= tab.rows.length; r++) {
    if (!tab.rows[r - 1]?.rules) continue;
    const rules = own.row(tab, r).rules ?? [];
    for (let c = area.column; c < area.column + area.columns; c++) if (rules[c - 1]) rules[c - 1] = 0;
  }
}

/** The last row with content: values, formulas (also those that show nothing) and checkboxes. 0 where there is none. */
export function lastRow(tab: TabState): number {
  for (let row = tab.rows.length; row > 0; row--)
    if (tab.rows[row - 1]?.values.some((value) => value !== null && value !== '')) return row;
  return 0;
}

export function lastColumn(tab: TabState): number {
  let last = 0;
  for (const { values } of tab.rows)
    for (let column = values.length; column > last; column--)
      if ((values[column - 1] ?? null) !== null && values[column - 1] !== '') last = column;
  return last;
}
