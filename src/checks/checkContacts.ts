// Runs the rules over a contacts tab. A cell is told of once, by the first rule that has something to say about it, and
// one cause in many rows is one finding.
import { FIELDS, type Field } from '../reading/fields';
import { cleanText } from '../values/text';
import { cellText, type Cell } from '../values/cell';
import type { CellFix, Finding } from './finding';
import type { CellRule, Fault, Rule, RowRule, SheetRule } from './rule';
import { RULES } from './rules';
import { viewSheet, type CheckInput, type SheetView } from './sheetView';

export type { CheckInput } from './sheetView';

/** More rows than this with one cause are one finding, however large the sheet. */
const MANY = 20;

/** Cells that a rule has told of, as `placeOf` numbers. */
type Told = Set<number>;

/** A sheet has at most 18,278 columns. */
const placeOf = (row: number, column: number) => row * 20_000 + column;

/** Findings by rule (in the order of RULES), then by row. */
export function checkContacts(input: CheckInput, rules: readonly Rule[] = RULES): Finding[] {
  const sheet = viewSheet(input);
  const told: Told = new Set();
  // All cell rules share one walk over the cells; what it found is told when the turn of its rule comes.
  const byCell = walkCells(
    rules.filter((rule) => rule.looks === 'cell'),
    sheet,
  );
  return rules.flatMap((rule) => {
    if (rule.looks === 'row') return rowFindings(rule, sheet, told);
    if (rule.looks === 'sheet') return sheetFindings(rule, sheet, told);
    const found = (byCell.get(rule) ?? []).filter(({ row, column }) => isNew(row, column, told));
    return together(found, rule, sheet, rule.togetherFrom ?? MANY + 1);
  });
}

/** True at the first question about a cell. */
function isNew(row: number, column: number, told: Told): boolean {
  const place = placeOf(row, column);
  if (told.has(place)) return false;
  told.add(place);
  return true;
}

interface Found {
  readonly row: number;
  readonly column: number;
  readonly fault: Fault;
  readonly fix: CellFix | null;
}

function walkCells(rules: readonly CellRule[], sheet: SheetView): Map<CellRule, Found[]> {
  const found = new Map<CellRule, Found[]>();
  for (const field of FIELDS) {
    const asked = rules.filter((rule) => rule.fields.includes(field));
    if (asked.length > 0) for (const column of sheet.columns(field)) walk(asked, field, column, sheet, found);
  }
  return found;
}

function walk(
  rules: readonly CellRule[],
  field: Field,
  column: number,
  sheet: SheetView,
  found: Map<CellRule, Found[]>,
): void {
  const [first] = sheet.contacts;
  if (first === undefined) return;
  const alone = sheet.columns(field).length === 1;
  // One object for the whole column: making one for each cell takes longer than most rules.
  const here = { contact: first, field, column, heading: sheet.heading(column), cell: '' as Cell, text: '' };
  for (const contact of sheet.contacts) {
    here.contact = contact;
    here.cell = alone ? contact.cells[field] : sheet.cell(contact.row, column);
    here.text = alone ? contact.text[field] : cleanText(cellText(here.cell));
    if (here.text === '') continue;
    for (const rule of rules) {
      const fault = rule.examine(here, sheet);
      if (fault === null) continue;
      const fix = fault.to === undefined ? null : { row: contact.row, column, from: here.cell, to: fault.to };
      const list = found.get(rule) ?? [];
      list.push({ row: contact.row, column, fault, fix });
      found.set(rule, list);
      break;
    }
  }
}

function rowFindings(rule: RowRule, sheet: SheetView, told: Told): Finding[] {
  const found: Found[] = [];
  for (const contact of sheet.contacts) {
    const fault = rule.examine(contact, sheet);
    if (fault === null) continue;
    const column = sheet.columns(fault.field)[0] ?? 0;
    if (!isNew(contact.row, column, told)) continue;
    found.push({ row: contact.row, column, fault, fix: null });
  }
  return together(found, rule, sheet, MANY + 1);
}

/** One finding for each cause that many rows share, one for each row otherwise. */
function together(
  found: readonly Found[],
  rule: CellRule | RowRule,
  sheet: SheetView,
  from: number,
): Finding[] {
  const causes = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.column} ${one.fault.cause}`;
    const known = causes.get(key);
    if (known) known.push(one);
    else causes.set(key, [one]);
  }
  const findings: Finding[] = [];
  for (const list of causes.values()) {
    const [first] = list;
    if (first === undefined) continue;
    const isMany = list.length >= from || (list.length > 5 && list.length * 4 >= sheet.contacts.length);
    for (const one of isMany ? [first] : list)
      findings.push({
        rule: rule.code,
        level: rule.level,
        row: one.row,
        rows: isMany ? list.map((other) => other.row) : [],
        column: one.column,
        value: one.fault.value,
        message: isMany
          ? rule.together(list.length, sheet.heading(one.column), one.fault.value)
          : one.fault.message,
        fixes: (isMany ? list : [one]).flatMap((other) => (other.fix === null ? [] : [other.fix])),
        proposals: [],
      });
  }
  return findings.sort((a, b) => a.row - b.row);
}

function sheetFindings(rule: SheetRule, sheet: SheetView, told: Told): Finding[] {
  const findings: Finding[] = [];
  for (const fault of rule.examine(sheet)) {
    const rows = fault.rows.filter((row) => !told.has(placeOf(row, fault.column)));
    const [row] = fault.rows;
    if (row === undefined || rows.length === 0) continue;
    for (const each of fault.rows) told.add(placeOf(each, fault.column));
    findings.push({
      rule: rule.code,
      level: rule.level,
      row,
      rows: fault.rows.length > 1 ? fault.rows : [],
      column: fault.column,
      value: fault.value,
      message: fault.message,
      fixes: fault.fixes ?? [],
      proposals: fault.proposals ?? [],
    });
  }
  return findings.sort((a, b) => a.row - b.row);
}
