// The columns of ours on a contacts tab: Outreach ID and Next step, known by heading and content.
import { cellText, type Grid } from '../values/cell';
import { foldName } from '../values/text';
import { FIELD_LABELS, NEXT_STEP, OUTREACH_ID } from './fields';
import type { HeaderPlace } from './headerRow';

const STEP_WORDS = new Set(['', 'Follow up', 'Last try', 'Call them', 'Waiting', 'Gone quiet', 'Check date']);

export interface OwnColumns {
  /** 1-based, 0 where there is none. */
  readonly outreachId: number;
  readonly nextStep: number;
}

/**
 * A group may have a "Next step" column of its own: ours holds nothing but our words. One without any word is ours
 * only at the right end, where ours are made, the column Owner among them.
 */
export function ownColumns(rows: Grid, place: HeaderPlace): OwnColumns {
  const header = (rows[place.headerRow - 1] ?? []).map((c) => foldName(cellText(c)));
  const outreachId = header.lastIndexOf(foldName(OUTREACH_ID)) + 1;
  const at = header.lastIndexOf(foldName(NEXT_STEP));
  if (at < 0) return { outreachId, nextStep: 0 };
  let words = 0;
  for (let r = place.firstRow - 1; r < place.lastRow; r++) {
    const text = cellText(rows[r]?.[at] ?? '');
    if (!STEP_WORDS.has(text)) return { outreachId, nextStep: 0 };
    if (text !== '') words++;
  }
  const ours = [foldName(OUTREACH_ID), foldName(FIELD_LABELS.owner)];
  const behind = Array.from({ length: place.width - at - 1 }, (_, index) => header[at + 1 + index] ?? '');
  const atEnd = behind.every((heading) => ours.includes(heading));
  return { outreachId, nextStep: words > 0 || atEnd ? at + 1 : 0 };
}
