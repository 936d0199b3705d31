// What counts as yes in a cell: a ticked box, or one of a few words.
import { cellText, type Cell } from './cell';

export function isYes(cell: Cell): boolean {
  return cell === true || /^(yes|true|on|x|1|ja)$/i.test(cellText(cell).trim());
}
