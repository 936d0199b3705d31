// Forgetting a person: which columns hold what is theirs, and the undo journal without what it keeps of them.
import type { Field } from '../reading/fields';
import { cellText, type Cell } from '../values/cell';
import type { PlacedDataRow } from './dataTab';

/** Stands where something of theirs stood. */
export const ERASED = 'erased';

/** What is theirs in a contacts tab: the person, ways to reach them, and what people wrote about them. */
export const PERSONAL_FIELDS: readonly Field[] = [
  'contactName',
  'role',
  'email',
  'phone',
  'otherChannel',
  'knownBy',
  'connection',
  'answer',
  'notes',
];

/** What tells that a kept text is about the person. */
export interface Traces {
  /** Keys that their row has or had. */
  readonly keys: ReadonlySet<string>;
  /** Lower case: names, addresses and numbers, wherever they stand in a text. */
  readonly marks: readonly string[];
  /** Lower case: what people wrote about them, where it is the whole text. */
  readonly texts: ReadonlySet<string>;
}

/** A shorter mark may stand in texts about others. */
const SHORTEST_MARK = 5;

/** Of texts as they stand in cells; blank ones tell nothing. */
export function tracesOf(
  keys: readonly string[],
  marks: readonly string[],
  texts: readonly string[],
): Traces {
  const clean = (list: readonly string[]) => list.map((text) => text.trim().toLowerCase());
  return {
    keys: new Set(keys.filter((key) => key !== '')),
    marks: clean(marks).filter((mark) => mark.length >= SHORTEST_MARK),
    texts: new Set(clean(texts).filter((text) => text !== '')),
  };
}

function tells({ marks, texts }: Traces, text: string): boolean {
  const lower = text.trim().toLowerCase();
  return texts.has(lower) || marks.some((mark) => lower.includes(mark));
}

/** Whether what a change made beside cells holds texts, and some of theirs. */
function keepsOf(made: string, traces: Traces): boolean {
  return (
    made.includes('{') && (tells(traces, made) || [...traces.keys].some((key) => made.includes(`"${key}"`)))
  );
}

interface Kept {
  readonly key?: unknown;
  readonly from?: Cell;
  readonly to?: Cell;
}

/**
 * The `data` of a change row of the hidden tab without the cells of this person, and with a name of theirs in its title
 * erased; null where it holds nothing of them. What is taken out can no longer be undone. A row that cannot be read is
 * emptied where it names them.
 */
export function withoutTraces(row: PlacedDataRow, traces: Traces): string | null {
  let part: { cells?: unknown; what?: unknown; made?: unknown };
  try {
    part = JSON.parse(row.data) as typeof part;
  } catch {
    return tells(traces, row.data) ? '{}' : null;
  }
  const cells = Array.isArray(part.cells) ? (part.cells as readonly Kept[]) : [];
  const left = cells.filter(
    ({ key, from, to }) =>
      !(typeof key === 'string' && traces.keys.has(key)) &&
      !tells(traces, cellText(from ?? '')) &&
      !tells(traces, cellText(to ?? '')),
  );
  const what =
    typeof part.what === 'string' && tells(traces, part.what) ? 'Wrote about a contact' : part.what;
  const made = Array.isArray(part.made) ? (part.made as readonly unknown[]) : [];
  const madeLeft = made.filter((one) => typeof one !== 'string' || !keepsOf(one, traces));
  if (left.length === cells.length && what === part.what && made.length === madeLeft.length) return null;
  return JSON.stringify({ ...part, what, cells: left, made: madeLeft });
}
