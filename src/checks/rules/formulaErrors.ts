// A formula that does not work: its error text stands where a value should.
import { FIELDS } from '../../reading/fields';
import { isErrorCell } from '../../values/cell';
import type { CellRule } from '../rule';

export const formulaError: CellRule = {
  code: 'formula-error',
  title: 'A formula does not work',
  level: 'error',
  looks: 'cell',
  fields: FIELDS,
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
};
