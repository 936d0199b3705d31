// Until which call a colleague's change goes unseen: nothing that the run looks at or changes there has to do with the
// tabs that the colleague changed, so the change might as well come later, with the very same outcome.
import type { Touch } from '../host/gate';
import { pieces } from '../host/sheets/formula';
import { isFormula, type TabState, type WorkbookState } from '../host/sheets/state';

/** Objects behind which there is no cell. */
const NO_CELLS =
  /^(?:Lock|LockService|Properties|PropertiesService|Cache|CacheService|Utilities|Session|User|Gmail.*|Logger|Html\w+|Ui|Menu|ScriptApp|Trigger\w*|AuthorizationInfo)$/;

export interface Unseen {
  /** To be told of every method of the run. */
  readonly hear: (touch: Touch) => void;
  /** Just before the colleague acts, and just after. */
  readonly changed: (before: WorkbookState, after: WorkbookState) => void;
  /** Number of the last call before which the change could come as well; `n` where it has to come before that call. */
  readonly until: (n: number, last: number) => number;
}

/** `now`: the file as everybody sees it. */
export function watchUnseen(now: () => WorkbookState): Unseen {
  /** Tabs with writes that are queued; null among them for those of an unknown place. */
  const queued = new Set<number | null>();
  let theirs: ReadonlySet<number> | null = null;
  let seenAt = 0;
  const concerns = (tab: number | null): boolean =>
    theirs !== null && (tab === null || behind(now(), tab).some((id) => theirs?.has(id)));
  return {
    hear: ({ n, className, effect, tab }) => {
      if (tab === null && NO_CELLS.test(className)) return;
      if (effect === 'writes') queued.add(tab);
      if (seenAt === 0 && theirs !== null) {
        const commits = effect === 'reads' || effect === 'flushes' ? [...queued] : [];
        const asked = effect === 'flushes' && className === 'SpreadsheetApp' ? [] : [tab];
        if ([...asked, ...commits].some(concerns)) seenAt = n;
      }
      if (effect === 'reads' || effect === 'flushes') queued.clear();
    },
    changed: (before, after) => {
      const was = new Map(before.tabs.map((one) => [one.id, one]));
      const is = new Map(after.tabs.map((one) => [one.id, one]));
      const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
      theirs = new Set(ids);
    },
    // A change of nothing may be one of something later.
    until: (n, last) =>
      theirs === null || theirs.size === 0 ? n : seenAt === 0 ? last : Math.max(n, seenAt),
  };
}

const named = new WeakMap<TabState, readonly string[]>();

/** Names of other tabs in the formulas of this one, in small letters. */
function namesIn(tab: TabState): readonly string[] {
  const known = named.get(tab);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const { values } of tab.rows)
    for (const value of values)
      if (isFormula(value))
        for (const piece of pieces(value.f))
          if (typeof piece !== 'string' && piece.tab !== null) found.add(piece.tab.toLowerCase());
  const names = [...found];
  named.set(tab, names);
  return names;
}

/** The tab, and all whose cells its formulas look at, themselves or through others. */
function behind(state: WorkbookState, tab: number): readonly number[] {
  const found: number[] = [];
  const open = [tab];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.includes(id)) continue;
    found.push(id);
    const standing = state.tabs.find((one) => one.id === id);
    const names = standing === undefined ? [] : namesIn(standing);
    open.push(...state.tabs.filter(({ name }) => names.includes(name.toLowerCase())).map((one) => one.id));
  }
  return found;
}
