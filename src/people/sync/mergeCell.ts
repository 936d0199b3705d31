// One cell that a volunteer's tab shares with the contacts tab: where its text goes.
import { asCompared, markOf } from './marks';

export type CellMerge = 'nothing' | 'to contacts' | 'to tab' | 'conflict';

/**
 * What is to be done with the two texts. `last` is the mark of the text that both sides last had in common, null where
 * it is lost: then two different texts are a conflict. For a cell that is worked out from contacts, and so never
 * travels back, pass the mark of what the tab shows.
 */
export function mergeCell(last: string | null, contacts: string, tab: string): CellMerge {
  if (asCompared(contacts) === asCompared(tab)) return 'nothing';
  if (last === markOf(contacts)) return 'to contacts';
  return last === markOf(tab) ? 'to tab' : 'conflict';
}
