// A workbook in a real formula engine, to see what the Next step formula gives there.
import { Model, initSync } from '@ironcalc/wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDateCell, type Cell, type Grid } from '../../src/values/cell';
import { dayNumber } from '../../src/values/day';

let ready = false;

function start(): void {
  if (ready) return;
  // The package's main file is mapped for Jest, so its folder is found beside this test.
  const folder = join(
    createRequire(join(process.cwd(), 'package.json')).resolve('@ironcalc/wasm/package.json'),
    '..',
  );
  initSync({ module: readFileSync(join(folder, 'wasm_bg.wasm')) });
  ready = true;
}

/** As a person types it, with the apostrophe that keeps text a text. */
function typed(cell: Cell): string {
  if (typeof cell === 'string') return cell.startsWith('#') ? '=1/0' : cell === '' ? '' : `'${cell}`;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const [hours = 0, minutes = 0] = (cell.time ?? '0:0').split(':').map(Number);
  return String(dayNumber(cell.day) + 25569 + (hours * 60 + minutes) / 1440);
}

/**
 * The shown results of one formula for each row of `contacts` (0-based index → row index + 1), '' where `formula`
 * gives ''. `settings` null: no such tab. A text that begins with "#" stands for a formula error.
 */
export function resultsIn(
  contacts: Grid,
  settings: Grid | null,
  column: number,
  formula: (row: number) => string,
): string[] {
  start();
  const model = new Model('book', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const fill = (sheet: number, rows: Grid): void => {
    rows.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        if (cell !== '' || isDateCell(cell)) model.setUserInput(sheet, r + 1, c + 1, typed(cell));
      });
    });
  };
  fill(0, contacts);
  if (settings !== null) {
    model.newSheet();
    model.renameSheet(1, 'Settings');
    fill(1, settings);
  }
  contacts.forEach((_, r) => {
    const text = formula(r + 1);
    if (text !== '') model.setUserInput(0, r + 1, column, text);
  });
  model.resumeEvaluation();
  model.evaluate();
  const results = contacts.map((_, r) => model.getFormattedCellValue(0, r + 1, column));
  model.free();
  return results;
}
