// Copy-on-write over a workbook state: what a draft touches is copied once, the rest is shared with the state it
// started from. That makes snapshots, the pending queue and the formula engine's comparison cheap.
import { Refusal } from './refusal';
import {
  NO_RULE,
  tabById,
  type Look,
  type RowState,
  type TabState,
  type Validation,
  type WorkbookState,
} from './state';

export interface Draft {
  readonly state: WorkbookState;
  /** The tab with this id, free to change. Throws a Refusal where somebody deleted it. */
  tab(id: number): TabState;
  /** The row (1-based) of that tab, free to change; made where it is missing. */
  row(tab: TabState, row: number): RowState;
  lookIndex(look: Look): number;
  ruleIndex(rule: Validation | null): number;
}

const lookKeys = new WeakMap<readonly Look[], Map<string, number>>();

/** Index of the entry, appended where it is new. Entries before it never change, so older states stay right. */
function intern<T extends object>(
  table: T[],
  entry: T,
  cache: WeakMap<readonly T[], Map<string, number>>,
): number {
  let keys = cache.get(table);
  if (!keys) {
    keys = new Map(table.map((known, index) => [keyOf(known), index]));
    cache.set(table, keys);
  }
  const key = keyOf(entry);
  let index = keys.get(key);
  if (index === undefined) {
    index = table.push(entry) - 1;
    keys.set(key, index);
  }
  return index;
}

function keyOf(entry: object): string {
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const ruleKeys = new WeakMap<readonly Validation[], Map<string, number>>();

export function startDraft(from: WorkbookState): Draft {
  const state: WorkbookState = { ...from, tabs: from.tabs.slice(), metadata: from.metadata.slice() };
  const owned = new WeakSet<object>();
  /** A look that many cells get is looked up once. */
  const placed = new Map<Look, number>();
  return {
    state,
    tab(id) {
      const found = tabById(state, id);
      if (!found) throw new Refusal(`Sheet ${id} not found`);
      if (owned.has(found)) return found;
      const copy: TabState = {
        ...found,
        rows: found.rows.slice(),
        widths: { ...found.widths },
        hiddenColumns: found.hiddenColumns.slice(),
        formats: found.formats.slice(),
        protections: found.protections.slice(),
        tables: found.tables.slice(),
        merges: found.merges.slice(),
      };
      owned.add(copy);
      state.tabs[state.tabs.indexOf(found)] = copy;
      return copy;
    },
    row(tab, row) {
      while (tab.rows.length < row) {
        const blank: RowState = { values: [] };
        owned.add(blank);
        tab.rows.push(blank);
      }
      const found = tab.rows[row - 1] ?? { values: [] };
      if (owned.has(found)) return found;
      const copy: RowState = { ...found, values: found.values.slice() };
      if (found.looks) copy.looks = found.looks.slice();
      if (found.rules) copy.rules = found.rules.slice();
      if (found.notes) copy.notes = { ...found.notes };
      owned.add(copy);
      tab.rows[row - 1] = copy;
      return copy;
    },
    lookIndex(look) {
      const known = placed.get(look);
      if (known !== undefined) return known;
      const index = intern(state.looks, look, lookKeys);
      placed.set(look, index);
      return index;
    },
    ruleIndex: (rule) => (rule === null ? 0 : intern(state.validations, rule, ruleKeys)),
  };
}

/** Sets one entry of a per-column list, without leaving holes before it. */
export function setEntry<T>(list: (T | null)[], column: number, entry: T | null): void {
  while (list.length < column - 1) list.push(null);
  list[column - 1] = entry;
}

/** A fresh rule table of the same indexes, each entry passed through `change` (for ranges that move). */
export function mapRules(draft: Draft, change: (rule: Validation) => Validation): void {
  draft.state.validations = draft.state.validations.map((rule, index) =>
    index === 0 ? NO_RULE : change(rule),
  );
}
