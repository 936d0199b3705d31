// What must be said about the columns before figures and words can be relied on: Today and Check show it first.
import { FIELD_LABELS, NEXT_STEP } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import type { Campaign } from './campaign';
import { openQuestions } from './setup';

/** One sentence or two for each: what no longer fits as it was confirmed, what is open, and a Next step without dates. */
export function columnQuestions(campaign: Campaign): string[] {
  const { changed, table, map } = campaign;
  const told = changed.map(({ field }) => field);
  return [
    ...changed.map(({ why }) => why),
    ...openQuestions(table, map)
      .filter(({ field }) => !told.includes(field))
      .map(({ field, why }) => `Which column is the ${FIELD_LABELS[field].toLowerCase()}? ${why}`),
    ...(map.nextStepColumn > 0 && !hasDates(map) ? [withoutDates()] : []),
  ];
}

/** Whether a column says when somebody was contacted: the Next step column counts from it. */
export function hasDates({ columns }: SheetMap): boolean {
  return columns.lastContacted !== undefined || columns.firstContacted !== undefined;
}

/** Why the Next step column cannot tell who is due. */
export function withoutDates(): string {
  return `The column “${NEXT_STEP}” needs a column “${FIELD_LABELS.lastContacted}”: without its dates it cannot tell who is due.`;
}
