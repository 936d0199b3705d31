// A formula that does not work: its error text stands where a value should.
import { FIELDS, type Field } from '../../reading/fields';
import { isErrorCell } from '../../values/cell';
import type { CellRule } from '../rule';

/** Without one of these no message is written, or nobody can tell whether one may be. */
const STOPPING: readonly Field[] = [
  'organization',
  'contactName',
  'email',
  'firstContacted',
  'lastContacted',
  'answer',
  'doNotContact',
];

const formulaRule = (
  code: string,
  title: string,
  level: CellRule['level'],
  fields: readonly Field[],
): CellRule => ({
  code,
  title,
  level,
  looks: 'cell',
  fields,
  examine: ({ cell, text, heading }) =>
    text.startsWith('#') && isErrorCell(cell)
      ? {
          cause: text,
          value: text,
          message: `The formula in “${heading}” gives ${text}. Put it right, or type the value itself.`,
        }
      : null,
  together: (rows, heading, value) =>
    `The formulas in “${heading}” give ${value} in ${rows} rows. Put the first one right and copy it down.`,
});

export const formulaError = formulaRule('formula-error', 'A formula does not work', 'error', STOPPING);

export const formulaErrorBeside = formulaRule(
  'formula-error-beside',
  'A formula that no message needs does not work',
  'warning',
  FIELDS.filter((field) => !STOPPING.includes(field)),
);
