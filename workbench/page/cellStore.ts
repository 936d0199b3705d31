// Cells by blocks of rows, fetched as they come into view. Old ones stay on screen until the new ones are there.
import type { Area, Cells, Style } from '../server/wire';
import { ask } from './api';

const BLOCK = 100;
const PLAIN: Style = { fill: null, ink: null, bold: false, size: 0, align: 'left', wrap: false };

export interface ShownCell {
  readonly text: string;
  readonly style: Style;
  readonly note: string;
  readonly list: readonly string[] | null;
}

export interface CellStore {
  /** null where the row has not come yet. */
  cell(row: number, column: number): ShownCell | null;
  /** What the formula bar shows; '' where the row has not come yet. */
  bar(row: number, column: number): string;
  /** Shown texts of a block; fetched where they have not come yet. A promise only then. */
  texts(area: Area): string[][] | Promise<string[][]>;
  /** Fetches what is missing or old between these rows. */
  want(first: number, last: number): void;
  /** Another tab, or another version of the same one. */
  show(tab: number, version: number): void;
  onChange(listener: () => void): () => void;
}

export function makeCellStore(lost: (why: unknown) => void): CellStore {
  let tab = 0;
  let version = 0;
  let blocks = new Map<number, Cells>();
  /** What is on its way: whoever wants it too waits for the same answer, and asks again where it is old by then. */
  const asked = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();

  const blockOf = (row: number) => blocks.get(Math.floor((row - 1) / BLOCK));

  function fetchBlock(index: number): Promise<void> {
    const key = `${tab} ${index}`;
    const coming = asked.get(key) ?? fetchOnce(index).finally(() => asked.delete(key));
    asked.set(key, coming);
    return coming;
  }

  async function fetchOnce(index: number): Promise<void> {
    const forTab = tab;
    try {
      const cells = await ask('cells', { tab: forTab, from: index * BLOCK + 1, count: BLOCK });
      // An answer may be newer than what was asked for, and an older one may come after it.
      if (cells?.tab !== tab || (blocks.get(index)?.version ?? 0) > cells.version) return;
      blocks.set(index, cells);
      for (const listener of listeners) listener();
    } catch (error) {
      lost(error);
    }
  }

  return {
    cell(row, column) {
      const block = blockOf(row);
      if (block === undefined) return null;
      const key = `${row},${column}`;
      const list = block.dropdowns[key];
      return {
        text: block.texts[row - block.from]?.[column - 1] ?? '',
        style: block.styles[block.looks[row - block.from]?.[column - 1] ?? 0] ?? PLAIN,
        note: block.notes[key] ?? '',
        list: list === undefined ? null : (block.lists[list] ?? null),
      };
    },
    bar(row, column) {
      const block = blockOf(row);
      return block?.bars[`${row},${column}`] ?? block?.texts[row - block.from]?.[column - 1] ?? '';
    },
    texts(area) {
      const rows = Array.from({ length: area.rows }, (_, index) => area.row + index);
      const read = () =>
        rows.map((row) => {
          const block = blockOf(row);
          return Array.from(
            { length: area.columns },
            (_, c) => block?.texts[row - block.from]?.[area.column + c - 1] ?? '',
          );
        });
      const missing = new Set(
        rows.filter((row) => blockOf(row) === undefined).map((row) => Math.floor((row - 1) / BLOCK)),
      );
      return missing.size === 0 ? read() : Promise.all([...missing].map(fetchBlock)).then(read);
    },
    want(first, last) {
      for (let index = Math.floor((first - 1) / BLOCK); index * BLOCK < last; index++) {
        const block = blocks.get(index);
        if (block === undefined || block.version < version) void fetchBlock(index);
      }
    },
    show(nextTab, nextVersion) {
      if (nextTab !== tab) blocks = new Map();
      tab = nextTab;
      version = nextVersion;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
