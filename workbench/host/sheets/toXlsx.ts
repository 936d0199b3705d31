// Our state → what hucre writes: values with formulas and their results, looks, notes, dropdowns, conditional formats.
import type {
  Cell,
  CellStyle,
  CellValue,
  ConditionalRule,
  DataValidation,
  WriteOptions,
  WriteSheet,
} from 'hucre';
import { columnLetter } from '../../../src/values/a1';
import { areaText } from './areas';
import { xlsxCharts } from './chartsToXlsx';
import { makeEngine } from './engine';
import { EXTRAS_TAB, type Extras, type ExtrasTab } from './extras';
import { isDateFormat } from './display';
import { mapRefs, quoted } from './formula';
import { startDraft } from './draft';
import { serialAt } from './serial';
import { isOpenCell, wholeTab } from './sheetProtection';
import { renameTab } from './tabs';
import {
  isErrorValue,
  isFormula,
  type Area,
  type ConditionalFormat,
  type Look,
  type TabState,
  type Validation,
  type WorkbookState,
} from './state';
import { isTabArea } from './validation';
import { formatAt, valueAt, viewOf, type View } from './values';

/** Characters of JSON in one cell; other programs allow 32,767. */
const CHUNK = 30_000;

export function toXlsx(state: WorkbookState, now: number): WriteOptions {
  const names = safeNames(state);
  const renamed = startDraft(state);
  for (const tab of state.tabs) {
    const saved = names.get(tab.id) ?? tab.name;
    if (saved !== tab.name) renameTab(renamed, tab.id, saved);
  }
  const view = viewOf(renamed.state, makeEngine(), serialAt(now, state.timeZone));
  const lists: string[][] = [];
  const sheets = view.state.tabs.map((tab) => sheetOf(view, tab, lists));
  const extras: Extras = {
    id: state.id,
    locale: state.locale,
    timeZone: state.timeZone,
    owner: state.owner,
    nextId: state.nextId,
    metadata: state.metadata,
    tabs: state.tabs.map((tab): ExtrasTab => ({
      id: tab.id,
      name: tab.name,
      saved: names.get(tab.id) ?? tab.name,
      maxRows: tab.maxRows,
      maxColumns: tab.maxColumns,
      protections: tab.protections,
      tables: tab.tables,
      ...(tab.charts && { charts: tab.charts }),
      filterHidden: tab.filter?.hidden ?? {},
    })),
  };
  const active = state.tabs.findIndex((tab) => tab.hidden === 'no');
  return { sheets: [...sheets, extrasSheet(extras, lists)], activeSheet: Math.max(0, active) };
}

/** Other programs allow 31 characters and none of : \ / ? * [ ]. */
function safeNames(state: WorkbookState): Map<number, string> {
  const taken = new Set([EXTRAS_TAB.toLowerCase()]);
  const out = new Map<number, string>();
  for (const tab of state.tabs) {
    const plain = tab.name
      .replace(/[:\\/?*[\]]/g, '-')
      .replace(/^'|'$/g, '-')
      .slice(0, 31);
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 28)} ${n}`;
    taken.add(name.toLowerCase());
    out.set(tab.id, name);
  }
  return out;
}

function extrasSheet(extras: Extras, lists: readonly (readonly string[])[]): WriteSheet {
  const json = JSON.stringify(extras);
  const chunks = Array.from({ length: Math.ceil(json.length / CHUNK) }, (_, i) =>
    json.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const length = Math.max(chunks.length, ...lists.map((list) => list.length));
  const rows = Array.from({ length }, (_, r) => [chunks[r] ?? null, ...lists.map((list) => list[r] ?? null)]);
  return { name: EXTRAS_TAB, rows, veryHidden: true };
}

function sheetOf(view: View, tab: TabState, lists: string[][]): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { hidden: boolean }>();
  const protection = wholeTab(tab);
  tab.rows.forEach((row, r) => {
    const width = Math.max(
      row.values.length,
      row.looks?.length ?? 0,
      ...Object.keys(row.notes ?? {}).map(Number),
    );
    const line: CellValue[] = [];
    for (let c = 0; c < width; c++) {
      const stored = row.values[c] ?? null;
      const look = view.state.looks[row.looks?.[c] ?? 0] ?? {};
      const cell: Partial<Cell> = {};
      if (isFormula(stored)) {
        const result = valueAt(view, tab, r + 1, c + 1);
        Object.assign(cell, {
          type: 'formula',
          formula: prefixed(withEnds(stored.f).slice(1)),
          formulaResult: isErrorValue(result) ? result.e : result,
          value: isErrorValue(result) ? result.e : result,
        });
      } else if (isErrorValue(stored)) Object.assign(cell, { type: 'error', value: stored.e });
      line.push(isFormula(stored) || isErrorValue(stored) ? null : stored);
      const style = styleOf(look, isFormula(stored) ? formatAt(view, tab, r + 1, c + 1) : look.format);
      const isOpen = protection !== null && isOpenCell(protection, r + 1, c + 1);
      if (style || isOpen) cell.style = { ...style, ...(isOpen ? { protection: { locked: false } } : {}) };
      const note = row.notes?.[c + 1];
      if (note !== undefined) cell.comment = { text: note };
      if (Object.keys(cell).length === 0) continue;
      if (cell.type === undefined) Object.assign(cell, { value: stored, type: kindOf(stored) });
      cells.set(`${r},${c}`, cell);
    }
    rows.push(line);
    if (row.hidden) rowDefs.set(r, { hidden: true });
  });
  const lastWidth = Math.max(0, ...Object.keys(tab.widths).map(Number), ...tab.hiddenColumns);
  const columns = Array.from({ length: lastWidth }, (_, index) => {
    const pixels = tab.widths[index + 1];
    return {
      ...(pixels === undefined ? {} : { width: (pixels - 5) / 7 }),
      ...(tab.hiddenColumns.includes(index + 1) ? { hidden: true } : {}),
    };
  });
  return {
    name: tab.name,
    rows,
    cells,
    ...(columns.length > 0 ? { columns } : {}),
    ...(rowDefs.size > 0 ? { rowDefs } : {}),
    ...(tab.merges.length > 0 ? { merges: tab.merges.map(mergeOf) } : {}),
    dataValidations: validationsOf(view, tab, lists),
    conditionalRules: tab.formats.map((format, index) => conditionalOf(format, index + 1)),
    ...(tab.filter ? { autoFilter: { range: areaText(tab.filter.area) } } : {}),
    ...(tab.frozenRows > 0 || tab.frozenColumns > 0
      ? { freezePane: { rows: tab.frozenRows, columns: tab.frozenColumns } }
      : {}),
    ...(tab.charts && tab.charts.length > 0 ? { charts: xlsxCharts(view, tab) } : {}),
    ...(tab.hidden === 'yes' ? { hidden: true } : {}),
    ...(tab.hidden === 'very' ? { veryHidden: true } : {}),
    ...(protection ? { protection: { sheet: true } } : {}),
    ...(tab.color === null ? {} : { view: { tabColor: { rgb: rgb(tab.color) } } }),
  };
}

const rgb = (color: string): string => color.slice(1).toUpperCase();

const kindOf = (value: unknown) =>
  typeof value === 'string'
    ? 'string'
    : typeof value === 'number'
      ? 'number'
      : typeof value === 'boolean'
        ? 'boolean'
        : 'empty';

const mergeOf = (area: Area) => ({
  startRow: area.row - 1,
  startCol: area.column - 1,
  endRow: area.row + area.rows - 2,
  endCol: area.column + area.columns - 2,
});

/** Functions that other programs know only with this prefix in the file. */
const NEWER = /\b(IFS|SWITCH|TEXTJOIN|CONCAT|MAXIFS|MINIFS|XLOOKUP|XMATCH|LET|FILTER|SORT|UNIQUE)(?=\()/g;
const prefixed = (formula: string) =>
  formula.replace(/"(?:[^"]|"")*"|[^"]+/g, (part) =>
    part.startsWith('"') ? part : part.replace(NEWER, '_xlfn.$1'),
  );

/** The last row of a sheet in a file. */
const LAST_ROW = 1_048_576;
/** “A2:A” is a reference of Sheets alone. */
const withEnds = (formula: string): string =>
  mapRefs(formula, (ref) => {
    const { from, to } = ref;
    return to !== null && to.row === null && from.row !== null && to.column !== null
      ? { ...ref, to: { ...to, row: LAST_ROW, fixedRow: from.fixedRow } }
      : ref;
  });

function styleOf(look: Look, format: string | undefined): CellStyle | null {
  const { background, color, bold, italic, size, wrap, vertical, horizontal } = look;
  const font = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(size === undefined ? {} : { size }),
    ...(color === undefined ? {} : { color: { rgb: rgb(color) } }),
  };
  const alignment: NonNullable<CellStyle['alignment']> = {
    ...(wrap === 'WRAP' ? { wrapText: true } : {}),
    ...(vertical === 'top' || vertical === 'center'
      ? { vertical }
      : vertical === 'middle'
        ? { vertical: 'center' as const }
        : {}),
    ...(horizontal === 'left' || horizontal === 'center' || horizontal === 'right' ? { horizontal } : {}),
  };
  const style: CellStyle = {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
    ...(background === undefined ? {} : { fill: solid(background) }),
    ...(format === undefined ? {} : { numFmt: excelFormat(format) }),
  };
  return Object.keys(style).length > 0 ? style : null;
}

/** Other programs write the letters of dates small; "AM/PM" stays. */
function excelFormat(format: string): string {
  if (!isDateFormat(format)) return format;
  return format.replace(/AM\/PM|[MDYHS]+/gi, (part) => (part.includes('/') ? part : part.toLowerCase()));
}

function solid(color: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb: rgb(color) }, bgColor: { rgb: rgb(color) } };
}

/** Cells with the same rule, column by column, as ranges. */
function validationsOf(view: View, tab: TabState, lists: string[][]): DataValidation[] {
  const ranges = new Map<number, Area[]>();
  const width = Math.max(0, ...tab.rows.map((row) => row.rules?.length ?? 0));
  for (let column = 1; column <= width; column++) {
    let start = 0;
    let current = 0;
    for (let row = 1; row <= tab.rows.length + 1; row++) {
      const index = tab.rows[row - 1]?.rules?.[column - 1] ?? 0;
      if (index === current) continue;
      if (current)
        ranges.set(current, [
          ...(ranges.get(current) ?? []),
          { row: start, column, rows: row - start, columns: 1 },
        ]);
      [start, current] = [row, index];
    }
  }
  return [...ranges].flatMap(([index, areas]) => {
    const rule = view.state.validations[index];
    const made = rule ? validationOf(view, rule, lists) : null;
    return made ? [{ ...made, range: areas.map((area) => areaText(area)).join(' ') }] : [];
  });
}

function validationOf(view: View, rule: Validation, lists: string[][]): Omit<DataValidation, 'range'> | null {
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: rule.allowInvalid ? ('warning' as const) : ('stop' as const),
    ...(rule.help === null ? {} : { showInputMessage: true, inputMessage: rule.help }),
  };
  const [first, second] = rule.values;
  if (rule.type === 'CHECKBOX') return { ...common, type: 'list', values: ['TRUE', 'FALSE'] };
  if (rule.type === 'VALUE_IN_LIST' && Array.isArray(first)) {
    const items = first as readonly string[];
    if (
      items.every((item) => !/[,"]|^\s|\s$/.test(item)) &&
      items.join().length < 250 &&
      items.join() !== 'TRUE,FALSE'
    )
      return { ...common, type: 'list', values: [...items] };
    const column = columnLetter(lists.push([...items]) + 1);
    return { ...common, type: 'list', formula1: `${EXTRAS_TAB}!$${column}$1:$${column}$${items.length}` };
  }
  if (rule.type === 'VALUE_IN_RANGE' && isTabArea(first)) {
    const tab = view.state.tabs.find((other) => other.id === first.tab);
    return tab ? { ...common, type: 'list', formula1: `${quoted(tab.name)}!${areaText(first, true)}` } : null;
  }
  if (rule.type === 'DATE_IS_VALID_DATE')
    return { ...common, type: 'date', operator: 'greaterThan', formula1: '0' };
  const operator = OPERATORS[rule.type.replace(/^NUMBER_/, '')];
  if (!rule.type.startsWith('NUMBER_') || operator === undefined) return null;
  const bound = typeof second === 'number' ? { formula2: String(second) } : {};
  return { ...common, type: 'decimal', operator, formula1: String(Number(first)), ...bound };
}

const OPERATORS: Readonly<Record<string, NonNullable<DataValidation['operator']>>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  LESS_THAN: 'lessThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  AFTER: 'greaterThan',
  BEFORE: 'lessThan',
};

const TEXT_TYPES: Readonly<Record<string, ConditionalRule['type']>> = {
  TEXT_CONTAINS: 'containsText',
  TEXT_DOES_NOT_CONTAIN: 'notContainsText',
  TEXT_STARTS_WITH: 'beginsWith',
  TEXT_ENDS_WITH: 'endsWith',
};

function conditionalOf(format: ConditionalFormat, priority: number): ConditionalRule {
  const range = format.ranges.map((area) => areaText(area)).join(' ');
  if (format.gradient !== undefined) return { ...(format.gradient as ConditionalRule), range, priority };
  const font = {
    ...(format.bold ? { bold: true } : {}),
    ...(format.italic ? { italic: true } : {}),
    ...(format.strikethrough ? { strikethrough: true } : {}),
    ...(format.color === undefined ? {} : { color: { rgb: rgb(format.color) } }),
  };
  const style: CellStyle = {
    ...(format.background === undefined ? {} : { fill: solid(format.background) }),
    ...(Object.keys(font).length > 0 ? { font } : {}),
  };
  const common = { priority, range, style };
  const [first = '', second] = format.values;
  if (format.type === 'CUSTOM_FORMULA')
    return { ...common, type: 'expression', formula: prefixed(String(first).slice(1)) };
  if (format.type === 'CELL_EMPTY') return { ...common, type: 'containsBlanks' };
  if (format.type === 'CELL_NOT_EMPTY') return { ...common, type: 'notContainsBlanks' };
  const text = TEXT_TYPES[format.type];
  if (text !== undefined) return { ...common, type: text, text: String(first) };
  if (format.type === 'TEXT_EQUAL_TO')
    return {
      ...common,
      type: 'cellIs',
      operator: 'equal',
      formula: `"${String(first).replace(/"/g, '""')}"`,
    };
  const operator = OPERATORS[format.type.replace(/^(NUMBER|DATE)_/, '')] ?? 'equal';
  return {
    ...common,
    type: 'cellIs',
    operator,
    formula: second === undefined ? String(first) : [String(first), String(second)],
  };
}
