// Characters that nobody can see, and blanks at an end: two texts that look alike are not the same to a program.
import { FIELDS, type Field } from '../../reading/fields';
import { cleanText, hasInvisible, hasStrayBlanks, markHidden } from '../../values/text';
import type { CellRule } from '../rule';

/** In free text they do no harm. */
const FREE: readonly Field[] = ['notes', 'priorities', 'connection'];

export const invisible: CellRule = {
  code: 'invisible-characters',
  title: 'Characters that nobody can see',
  level: 'warning',
  looks: 'cell',
  fields: FIELDS.filter((field) => !FREE.includes(field)),
  examine: ({ cell, text, heading }) =>
    typeof cell === 'string' && cell !== text && hasInvisible(cell)
      ? {
          cause: '',
          value: markHidden(cell),
          message: `“${text}” in “${heading}” has a character in it that nobody can see, so it is not found and not matched. It can be taken out.`,
          to: cleanText(cell),
        }
      : null,
  together: (rows, heading) =>
    `${rows} cells of “${heading}” have characters in them that nobody can see. They can be taken out.`,
};

export const strayBlanks: CellRule = {
  code: 'stray-blanks',
  title: 'Blanks too many',
  level: 'warning',
  looks: 'cell',
  fields: ['id', 'organization', 'category', 'contactName', 'email', 'owner', 'status'],
  examine: ({ cell, text, heading }) =>
    typeof cell === 'string' && cell !== text && hasStrayBlanks(cell)
      ? {
          cause: '',
          value: markHidden(cell),
          message: `“${text}” in “${heading}” has blanks at an end or two in a row. They can be taken out.`,
          to: cleanText(cell),
        }
      : null,
  together: (rows, heading) =>
    `${rows} cells of “${heading}” have blanks at an end or two in a row. They can be taken out.`,
  togetherFrom: 2,
};
