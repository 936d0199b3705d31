// What a writing run brings up to date in the tab Asks: rows that only the log knows, ids, and answers of the log over
// rows that still say open. Once it is written there is nothing more to write.
import { OUTREACH_ID } from '../../reading/fields';
import { cellText, sameCell, type Cell } from '../../values/cell';
import type { Table } from '../../values/table';
import { cleanText } from '../../values/text';
import type { Ask, ReadAsks } from './ask';
import { ASK_ID, askCells, askTabHead, type AskColumn } from './askTab';

export interface AskWrites {
  /** To append, oldest first. */
  readonly appended: readonly Ask[];
  readonly edits: readonly {
    /** 1-based. */
    readonly row: number;
    /** As it is once this is written. */
    readonly ask: Ask;
    readonly cells: readonly { readonly column: AskColumn; readonly from: Cell; readonly to: Cell }[];
  }[];
}

/** `table`: the tab as it was read for `read`; null where there is none. `newId`: an id for a row that a person typed. */
export function planAskWrites(table: Table | null, read: ReadAsks, newId: () => string): AskWrites {
  const head = table === null ? null : askTabHead(table);
  // Without its headings nobody can tell what stands there already.
  if (table !== null && head === null && read.questions.some(({ kind }) => kind === 'row'))
    return { appended: [], edits: [] };
  const edits = read.asks.flatMap((ask): AskWrites['edits'] => {
    if (ask.row === 0 || head === null) return [];
    const at = (column: AskColumn): Cell =>
      table?.rows[ask.row - 1]?.[(head.columns.get(column) ?? 0) - 1] ?? '';
    const now: Ask = {
      ...ask,
      id: ask.id === '' && head.columns.has(ASK_ID) ? newId() : ask.id,
      rowAnswer: ask.answer,
      answeredBy: '',
    };
    const cells = askCells(now);
    const text = (cell: Cell) => cleanText(cellText(cell));
    const wanted: AskColumn[] = [
      ...(text(at(ASK_ID)) === now.id ? [] : [ASK_ID]),
      ...(now.contact === '' || text(at(OUTREACH_ID)) === now.contact ? [] : [OUTREACH_ID]),
      // What somebody emptied, and the log knows.
      ...(['Organization', 'Ask'] as const).filter((column) => text(at(column)) === ''),
      ...(ask.answeredBy === '' ? [] : (['Answer', 'Answered on', 'Wait until'] as const)),
    ] as AskColumn[];
    const changed = wanted.flatMap((column) => {
      const [from, to] = [at(column), cells.get(column) ?? ''];
      return sameCell(from, to) || !head.columns.has(column) ? [] : [{ column, from, to }];
    });
    return changed.length === 0 ? [] : [{ row: ask.row, ask: now, cells: changed }];
  });
  return { appended: read.asks.filter(({ row, contact }) => row === 0 && contact !== ''), edits };
}
