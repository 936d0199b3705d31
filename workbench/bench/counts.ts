// What one run asked of Google: service calls by what they do, and how many blocks of cells were other afterwards.
import type { RunReport } from '../host/run';
import type { Stored, WorkbookState } from '../host/sheets/state';

export interface Counts {
  /** Every service call. */
  readonly calls: number;
  /** Calls that read the document. */
  readonly reads: number;
  /** Calls that write it, formats and tabs included. */
  readonly writes: number;
  /** Of these, calls that put values or formulas into cells. */
  readonly valueWrites: number;
  readonly flushes: number;
  /** Calls of Gmail. */
  readonly mail: number;
  /** Most service calls from one sent message to the next, the sending itself counted once; 0 for fewer than two. */
  readonly eachMessage: number;
  /** Builders, getRange and getters: not in `calls`. */
  readonly light: number;
  /** On the virtual clock. */
  readonly seconds: number;
}

const VALUE_WRITES = new Set([
  'Range.setValue',
  'Range.setValues',
  'RangeList.setValue',
  'Range.setFormula',
  'Range.setFormulas',
  'Range.copyTo',
]);

/** Calls that add or remove a tab commit what is pending, and write. */
const TAB_WRITES = new Set(['Spreadsheet.insertSheet', 'Spreadsheet.deleteSheet', 'Sheet.copyTo']);

const SEND = 'Gmail.Users.Messages.send';

export function countCalls({ calls, light, elapsed }: RunReport): Counts {
  const writes = calls.filter((call) => call.effect === 'writes' || TAB_WRITES.has(call.method));
  return {
    calls: calls.length,
    reads: calls.filter((call) => call.effect === 'reads').length,
    writes: writes.length,
    valueWrites: writes.filter((call) => VALUE_WRITES.has(call.method)).length,
    flushes: calls.filter((call) => call.effect === 'flushes' && !TAB_WRITES.has(call.method)).length,
    mail: calls.filter((call) => call.method.startsWith('Gmail.')).length,
    eachMessage: mostBetween(calls.filter(({ method }) => method === SEND).map(({ n }) => n)),
    light,
    seconds: elapsed / 1000,
  };
}

function mostBetween(numbers: readonly number[]): number {
  return Math.max(0, ...numbers.slice(1).map((n, index) => n - (numbers[index] ?? n)));
}

/**
 * The fewest rectangles that cover the cells of which the content differs, over all tabs that were there before: runs
 * of neighbouring cells in a row joined downwards, or runs in a column joined sideways, whichever are fewer.
 */
export function changedBlocks(before: WorkbookState, after: WorkbookState): number {
  let blocks = 0;
  for (const now of after.tabs) {
    const was = before.tabs.find((tab) => tab.id === now.id);
    if (was === undefined || was === now) continue;
    const cells: Place[] = [];
    for (let row = 0; row < Math.max(was.rows.length, now.rows.length); row++) {
      const [old, fresh] = [was.rows[row]?.values ?? [], now.rows[row]?.values ?? []];
      if (old === fresh) continue;
      for (let column = 0; column < Math.max(old.length, fresh.length); column++)
        if (!sameContent(old[column], fresh[column])) cells.push([row, column]);
    }
    blocks += Math.min(rectangles(cells), rectangles(cells.map(([row, column]) => [column, row])));
  }
  return blocks;
}

type Place = readonly [line: number, at: number];

function sameContent(a: Stored | undefined, b: Stored | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Runs within a line, joined with the same run of the line before. */
function rectangles(cells: readonly Place[]): number {
  const lines = new Map<number, number[]>();
  for (const [line, at] of cells) lines.set(line, [...(lines.get(line) ?? []), at]);
  let count = 0;
  let above = new Set<string>();
  let last = NaN;
  for (const [line, places] of [...lines].sort(([a], [b]) => a - b)) {
    const runs = runsOf(places.sort((a, b) => a - b));
    const joined = line === last + 1 ? above : new Set<string>();
    count += runs.filter((run) => !joined.has(run)).length;
    above = new Set(runs);
    last = line;
  }
  return count;
}

function runsOf(places: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const at of places) {
    const last = runs[runs.length - 1];
    if (last?.[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs.map(([first, end]) => `${first}:${end}`);
}
