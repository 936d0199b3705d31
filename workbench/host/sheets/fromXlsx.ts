// A workbook file as hucre reads it → our state. Very hidden tabs stay; the tab that toXlsx.ts adds is taken apart.
import type { CellStyle, CellValue, ConditionalRule, DataValidation, Sheet, Workbook } from 'hucre';
import { parseAreas } from './areas';
import { startDraft, setEntry, type Draft } from './draft';
import { readEntry } from './entry';
import { renameInFormula } from './formula';
import { rewriteFormulas } from './lines';
import { localeOf } from './locale';
import { EXTRAS_TAB, type Extras } from './extras';
import { protectionOf, wholeTab } from './sheetProtection';
import {
  emptyTab,
  type Area,
  type ConditionalFormat,
  type Look,
  type RowState,
  type Stored,
  type TabState,
  type Validation,
  type WorkbookState,
} from './state';

const DAY_MS = 86_400_000;
const EPOCH_DAYS = 25569;

export function fromXlsx(book: Workbook, empty: WorkbookState): WorkbookState {
  const hiddenTab = book.sheets.find((sheet) => sheet.name === EXTRAS_TAB);
  const extras = hiddenTab ? readExtras(hiddenTab) : null;
  const start: WorkbookState = extras
    ? {
        ...empty,
        id: extras.id,
        locale: extras.locale,
        timeZone: extras.timeZone,
        owner: extras.owner,
        nextId: extras.nextId,
      }
    : empty;
  const draft = startDraft(start);
  const sheets = book.sheets.filter((sheet) => sheet !== hiddenTab);
  for (const sheet of sheets) {
    const known = extras?.tabs.find((tab) => tab.saved === sheet.name);
    const id = known?.id ?? draft.state.nextId;
    draft.state.nextId = Math.max(draft.state.nextId, id + 1);
    const tab = readSheet(draft, sheet, id, known?.name ?? sheet.name);
    if (known) {
      tab.maxRows = Math.max(tab.rows.length, known.maxRows);
      tab.maxColumns = Math.max(known.maxColumns, ...tab.rows.map((row) => row.values.length));
      tab.protections = [...known.protections];
      tab.tables = [...known.tables];
      if (known.charts) tab.charts = known.charts;
      if (tab.filter) tab.filter = { area: tab.filter.area, hidden: known.filterHidden };
    }
    const protection = wholeTab(tab) ? null : protectionOf(sheet, id, draft.state.nextId);
    if (protection) {
      tab.protections.push(protection);
      draft.state.nextId += 1;
    }
    draft.state.tabs.push(tab);
  }
  for (const [index, sheet] of sheets.entries()) {
    const tab = draft.state.tabs[index];
    if (tab) readRules(draft, sheet, tab, { hiddenTab, sheets });
  }
  for (const tab of extras?.tabs ?? [])
    if (tab.saved !== tab.name)
      rewriteFormulas(draft, (formula) => renameInFormula(formula, tab.saved, tab.name));
  if (extras) {
    const ids = new Set(draft.state.tabs.map((tab) => tab.id));
    draft.state.metadata = extras.metadata.filter(({ place }) => !('tab' in place) || ids.has(place.tab));
  }
  return draft.state;
}

function readExtras(sheet: Sheet): Extras | null {
  try {
    return JSON.parse(sheet.rows.map((row) => (typeof row[0] === 'string' ? row[0] : '')).join('')) as Extras;
  } catch {
    return null;
  }
}

function readSheet(draft: Draft, sheet: Sheet, id: number, name: string): TabState {
  const locale = localeOf(draft.state.locale);
  const columns = Math.max(1, ...sheet.rows.map((row) => row.length));
  const tab = emptyTab(id, name, Math.max(1000, sheet.rows.length + 100), Math.max(26, columns + 4));
  tab.hidden = sheet.veryHidden ? 'very' : sheet.hidden ? 'yes' : 'no';
  tab.rows = sheet.rows.map((cells, r): RowState => {
    const row: RowState = { values: [] };
    for (let c = 0; c < cells.length; c++) {
      const cell = sheet.cells?.get(`${r},${c}`);
      const value = storedOf(cells[c] ?? null, cell);
      row.values.push(value);
      let look = lookOf(cell?.style, locale.date);
      if (typeof value === 'string' && value !== '' && look.format !== '@') {
        const entry = readEntry(value, { locale, year: 2000, format: undefined });
        if (entry.value !== value) look = { ...look, quoted: true };
      }
      if (Object.keys(look).length > 0) setEntry((row.looks ??= []), c + 1, draft.lookIndex(look));
      if (cell?.comment) row.notes = { ...row.notes, [c + 1]: cell.comment.text };
    }
    if (sheet.rowDefs?.get(r)?.hidden) row.hidden = true;
    return row;
  });
  while (tab.rows.length > 0 && isBare(tab.rows.at(-1))) tab.rows.pop();
  tab.frozenRows = sheet.freezePane?.rows ?? 0;
  tab.frozenColumns = sheet.freezePane?.columns ?? 0;
  sheet.columns?.forEach((column, index) => {
    if (column.width !== undefined) tab.widths[index + 1] = Math.round(column.width * 7 + 5);
    if (column.hidden) tab.hiddenColumns.push(index + 1);
  });
  tab.merges = (sheet.merges ?? []).map((merge) => ({
    row: merge.startRow + 1,
    column: merge.startCol + 1,
    rows: merge.endRow - merge.startRow + 1,
    columns: merge.endCol - merge.startCol + 1,
  }));
  const [filter] = sheet.autoFilter ? parseAreas(sheet.autoFilter.range) : [];
  if (filter) tab.filter = { area: filter, hidden: {} };
  const color = sheet.view?.tabColor?.rgb;
  if (color !== undefined) tab.color = `#${color.slice(-6).toLowerCase()}`;
  return tab;
}

function isBare(row: RowState | undefined): boolean {
  return (
    row !== undefined &&
    !row.notes &&
    !row.looks &&
    row.values.every((value) => value === null || value === '')
  );
}

type Cell = NonNullable<Sheet['cells']> extends Map<string, infer C> ? C : never;

function storedOf(value: CellValue, cell: Cell | undefined): Stored {
  if (cell?.formula !== undefined && cell.formula !== '')
    return { f: `=${cell.formula.replace(/_xlfn\.(?:_xlws\.)?/g, '')}` };
  if (cell?.type === 'error' && typeof value === 'string') return { e: value };
  if (value instanceof Date) return Math.round((value.getTime() / DAY_MS + EPOCH_DAYS) * DAY_MS) / DAY_MS;
  return value === '' ? null : value;
}

/** Excel's built-in short date means the date of the person's own locale. */
const SHORT_DATE = /^(mm-dd-yy|m\/d\/yy|14)$/i;

function lookOf(style: CellStyle | undefined, localDate: string): Look {
  if (!style) return {};
  const { font, alignment, numFmt } = style;
  const format =
    numFmt === undefined || /^general$/i.test(numFmt)
      ? undefined
      : SHORT_DATE.test(numFmt)
        ? localDate
        : numFmt;
  const background = fillColor(style);
  const color = font?.color?.rgb === undefined ? undefined : hex(font.color.rgb);
  return {
    ...(format === undefined ? {} : { format }),
    ...(background === undefined || background === '#ffffff' ? {} : { background }),
    ...(color === undefined || color === '#000000' ? {} : { color }),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(font?.size === undefined || font.size === 10 ? {} : { size: font.size }),
    ...(alignment?.wrapText ? { wrap: 'WRAP' as const } : {}),
    ...(alignment?.vertical === undefined || alignment.vertical === 'bottom'
      ? {}
      : { vertical: alignment.vertical }),
    ...(alignment?.horizontal === undefined || alignment.horizontal === 'general'
      ? {}
      : { horizontal: alignment.horizontal }),
  };
}

const hex = (rgb: string): string => `#${rgb.slice(-6).toLowerCase()}`;

/** Cells fill with the foreground colour, conditional formats with the background one. */
function fillColor(style: CellStyle, conditional = false): string | undefined {
  if (style.fill?.type !== 'pattern') return undefined;
  if (style.fill.pattern === 'none' && !conditional) return undefined;
  const { fgColor, bgColor } = style.fill;
  const rgb = conditional ? (bgColor?.rgb ?? fgColor?.rgb) : (fgColor?.rgb ?? bgColor?.rgb);
  return rgb === undefined ? undefined : hex(rgb);
}

interface Source {
  readonly hiddenTab: Sheet | undefined;
  /** In the order of the tabs made from them; their names are those that rules in the file use. */
  readonly sheets: readonly Sheet[];
}

function readRules(draft: Draft, sheet: Sheet, tab: TabState, source: Source): void {
  for (const validation of sheet.dataValidations ?? []) {
    const rule = validationOf(draft, validation, tab, source);
    if (!rule) continue;
    const index = draft.ruleIndex(rule);
    for (const area of parseAreas(validation.range)) putRule(draft, tab, area, index);
  }
  const rules = [...(sheet.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority);
  tab.formats = rules.flatMap((rule) => {
    const ranges = parseAreas(rule.range);
    return ranges.length > 0 ? [conditionalOf(rule, ranges)] : [];
  });
}

function putRule(draft: Draft, tab: TabState, area: Area, index: number): void {
  const last = Math.min(area.row + area.rows - 1, tab.maxRows);
  const right = Math.min(area.column + area.columns - 1, tab.maxColumns);
  for (let r = area.row; r <= last; r++) {
    while (tab.rows.length < r) tab.rows.push({ values: [] });
    const row = tab.rows[r - 1];
    if (!row) continue;
    for (let column = area.column; column <= right; column++) setEntry((row.rules ??= []), column, index);
  }
}

function validationOf(
  draft: Draft,
  given: DataValidation,
  tab: TabState,
  { hiddenTab, sheets }: Source,
): Validation | null {
  const allowInvalid =
    given.showErrorMessage === false || given.errorStyle === 'warning' || given.errorStyle === 'information';
  const help = given.inputMessage ?? null;
  const make = (type: string, values: Validation['values']): Validation => ({
    type,
    values,
    allowInvalid,
    help,
  });
  if (given.type === 'list') {
    if (given.values) {
      if (given.values.join() === 'TRUE,FALSE') return make('CHECKBOX', []);
      return make('VALUE_IN_LIST', [given.values.map((value) => value.trim()), true]);
    }
    const m = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i.exec(
      given.formula1 ?? '',
    );
    const [area] = m ? parseAreas(m[3] ?? '') : [];
    if (!m || !area) return null;
    const name = m[1]?.replace(/''/g, "'") ?? m[2];
    if (name === EXTRAS_TAB && hiddenTab) {
      const items = Array.from({ length: area.rows }, (_, i) =>
        String(hiddenTab.rows[area.row - 1 + i]?.[area.column - 1] ?? ''),
      );
      return make('VALUE_IN_LIST', [items, true]);
    }
    const target =
      name === undefined ? tab : draft.state.tabs[sheets.findIndex((other) => other.name === name)];
    return target ? make('VALUE_IN_RANGE', [{ tab: target.id, ...area }, true]) : null;
  }
  if (given.type === 'date') return make('DATE_IS_VALID_DATE', []);
  if (given.type !== 'decimal' && given.type !== 'whole') return null;
  const kind = NUMBER_RULES[given.operator ?? 'between'];
  const bounds = [given.formula1, given.formula2].flatMap((text) =>
    text === undefined ? [] : [Number(text)],
  );
  return kind === undefined || bounds.some(Number.isNaN) ? null : make(`NUMBER_${kind}`, bounds);
}

const NUMBER_RULES: Readonly<Record<string, string>> = {
  between: 'BETWEEN',
  notBetween: 'NOT_BETWEEN',
  equal: 'EQUAL_TO',
  notEqual: 'NOT_EQUAL_TO',
  greaterThan: 'GREATER_THAN',
  lessThan: 'LESS_THAN',
  greaterThanOrEqual: 'GREATER_THAN_OR_EQUAL_TO',
  lessThanOrEqual: 'LESS_THAN_OR_EQUAL_TO',
};

const TEXT_RULES: Readonly<Record<string, string>> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_DOES_NOT_CONTAIN',
  beginsWith: 'TEXT_STARTS_WITH',
  endsWith: 'TEXT_ENDS_WITH',
};

function conditionalOf(rule: ConditionalRule, ranges: readonly Area[]): ConditionalFormat {
  const style = rule.style ?? {};
  const background = fillColor(style, true);
  const color = style.font?.color?.rgb;
  const paint = {
    ranges,
    ...(background === undefined ? {} : { background }),
    ...(color === undefined ? {} : { color: hex(color) }),
    ...(style.font?.bold ? { bold: true } : {}),
    ...(style.font?.italic ? { italic: true } : {}),
    ...(style.font?.strikethrough ? { strikethrough: true } : {}),
  };
  const [first = '', second] = Array.isArray(rule.formula) ? rule.formula : [rule.formula ?? ''];
  const text = TEXT_RULES[rule.type];
  if (text !== undefined && rule.text !== undefined) return { ...paint, type: text, values: [rule.text] };
  if (rule.type === 'expression') return { ...paint, type: 'CUSTOM_FORMULA', values: [`=${first}`] };
  if (rule.type === 'containsBlanks') return { ...paint, type: 'CELL_EMPTY', values: [] };
  if (rule.type === 'notContainsBlanks') return { ...paint, type: 'CELL_NOT_EMPTY', values: [] };
  if (rule.type === 'cellIs') {
    const literal = /^"((?:[^"]|"")*)"$/.exec(first);
    if (literal && rule.operator === 'equal')
      return { ...paint, type: 'TEXT_EQUAL_TO', values: [(literal[1] ?? '').replace(/""/g, '"')] };
    const kind = NUMBER_RULES[rule.operator ?? ''];
    const bounds = [first, second].flatMap((part) => (part === undefined ? [] : [Number(part)]));
    if (kind !== undefined && bounds.length > 0 && !bounds.some(Number.isNaN))
      return { ...paint, type: `NUMBER_${kind}`, values: bounds };
  }
  return { ...paint, type: '', values: [], gradient: rule };
}
