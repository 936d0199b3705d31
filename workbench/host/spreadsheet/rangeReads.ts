// The methods of Range that tell something: values, formulas, formats, rules, notes, and where the range stands.
import type { MethodTable } from '../gate';
import { mayEdit, requireInside } from '../sheets/edits';
import { toLocal } from '../sheets/formulaLocale';
import { isFormula, lookAt, ruleAt, storedAt, type Area, type Look, type TabState } from '../sheets/state';
import { formatAt, readValues, textAt } from '../sheets/values';
import { a1Notation } from './a1';
import type { ValidationService } from './dataValidation';
import { light, NONE, reading, type Kit, type RangeInside } from './kit';

const AUTOMATIC = '0.###############';

export function rangeReads(kit: Kit, inside: RangeInside, validations: ValidationService): MethodTable {
  const { area } = inside;
  const first: Area = { row: area.row, column: area.column, rows: 1, columns: 1 };

  function tabFor(of: Area): TabState {
    const tab = kit.tab(inside.tab);
    requireInside(tab, of);
    return tab;
  }

  /** Rows × columns of what `tell` says of each cell. */
  function grid<T>(of: Area, tell: (tab: TabState, row: number, column: number) => T): T[][] {
    const tab = tabFor(of);
    return Array.from({ length: of.rows }, (_, r) =>
      Array.from({ length: of.columns }, (_, c) => tell(tab, of.row + r, of.column + c)),
    );
  }

  const values = (of: Area) => readValues(kit.model.view(), tabFor(of), of, (ms) => kit.makeDate(ms));
  const texts = (of: Area) => {
    const view = kit.model.view();
    return grid(of, (tab, row, column) => textAt(view, tab, row, column));
  };
  const formulas = (of: Area) => {
    const { locale } = kit.model.view();
    return grid(of, (tab, row, column) => {
      const stored = storedAt(tab, row, column);
      return isFormula(stored) ? toLocal(stored.f, locale) : '';
    });
  };
  const formats = (of: Area) => {
    const view = kit.model.view();
    return grid(of, (tab, row, column) => formatAt(view, tab, row, column) ?? AUTOMATIC);
  };
  const look =
    <T>(tell: (look: Look) => T) =>
    (of: Area) => {
      const state = kit.model.state();
      return grid(of, (tab, row, column) => tell(lookAt(state, tab, row, column)));
    };
  const notes = (of: Area) => grid(of, (tab, row, column) => tab.rows[row - 1]?.notes?.[column] ?? '');
  const rules = (of: Area) => {
    const state = kit.model.state();
    return grid(of, (tab, row, column) => {
      const rule = ruleAt(state, tab, row, column);
      return rule ? validations.rule(rule) : null;
    });
  };

  /** The pair of methods: one for the whole range, one for its top-left cell. */
  function pair(plural: string, singular: string, read: (of: Area) => unknown[][]): MethodTable {
    return {
      [plural]: reading(kit, NONE, () => read(area)),
      [singular]: reading(kit, NONE, () => read(first)[0]?.[0]),
    };
  }

  return {
    ...pair('getValues', 'getValue', values),
    ...pair('getDisplayValues', 'getDisplayValue', texts),
    ...pair('getFormulas', 'getFormula', formulas),
    ...pair('getNumberFormats', 'getNumberFormat', formats),
    ...pair(
      'getBackgrounds',
      'getBackground',
      look((l) => l.background ?? '#ffffff'),
    ),
    ...pair(
      'getFontColors',
      'getFontColor',
      look((l) => l.color ?? '#000000'),
    ),
    ...pair(
      'getFontWeights',
      'getFontWeight',
      look((l) => (l.bold ? 'bold' : 'normal')),
    ),
    ...pair(
      'getFontSizes',
      'getFontSize',
      look((l) => l.size ?? 10),
    ),
    ...pair('getNotes', 'getNote', notes),
    ...pair('getDataValidations', 'getDataValidation', rules),
    canEdit: reading(kit, NONE, () =>
      mayEdit(kit.tab(inside.tab), area, kit.context.user, kit.model.state().owner),
    ),
  };
}

/** Where it stands. */
export function rangePlace(kit: Kit, inside: RangeInside): MethodTable {
  const { area } = inside;
  return {
    getA1Notation: light(NONE, () => a1Notation(inside)),
    getRow: light(NONE, () => area.row),
    getColumn: light(NONE, () => area.column),
    getNumRows: light(NONE, () => area.rows),
    getNumColumns: light(NONE, () => area.columns),
    getLastRow: light(NONE, () => area.row + area.rows - 1),
    getLastColumn: light(NONE, () => area.column + area.columns - 1),
    getSheet: light(NONE, () => kit.sheet(inside.tab)),
    getGridId: light(NONE, () => inside.tab),
  };
}
