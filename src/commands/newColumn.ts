// What holds for every column that the add-on puts at the right end of a contacts tab.
import { isBlank, sameCell } from '../values/cell';
import type { Problem } from '../values/result';
import type { Campaign } from './campaign';

/** True where somebody moved columns or began one of their own since the tab was read: ours would land on theirs. */
export function isTaken({ services, map, table }: Campaign, column: number): boolean {
  const [now = []] = services.book.readRows(map.sheetId, map.headerRow, 1);
  const was = table.rows[map.headerRow - 1] ?? [];
  return !isBlank(now[column - 1] ?? '') || was.some((cell, index) => !sameCell(cell, now[index] ?? ''));
}

export function columnsMoved(campaign: Campaign): Problem {
  return {
    code: 'columns-moved',
    message: `Somebody is changing the columns of “${campaign.table.name}” just now. Nothing was changed.`,
    todo: 'Wait until they are done and try again.',
    place: { sheet: campaign.table.name },
  };
}

/** @param todo what else helps, in a sentence. */
export function columnRefused(campaign: Campaign, todo: string): Problem {
  return {
    code: 'sheet-refused',
    message: `The tab “${campaign.table.name}” does not take a new column: it is protected, or it is a typed table that keeps its own columns.`,
    todo: `${todo} Or ask the owner of the file to let you edit this tab.`,
    place: { sheet: campaign.table.name },
  };
}
