// A small open spreadsheet for the tests of this folder.
import { emptyTab, emptyWorkbook } from '../../../workbench/host/sheets/state';
import { openModel, type Model } from '../../../workbench/host/sheets/workbook';

export const TAB = 'Contacts';

export interface Opened {
  readonly model: Model;
  /** Types a grid of texts, from the top-left cell on. */
  type(rows: readonly (readonly string[])[], row?: number, column?: number): void;
  /** What the cell shows; the place in A1 notation of one letter, such as "B3". */
  shows(cell: string): string;
  /** Moves the clock to this instant. */
  setNow(epochMs: number): void;
}

export function open(locale = 'en_US', refuseAt: 'call' | 'flush' = 'call'): Opened {
  const state = emptyWorkbook({ locale, timeZone: 'America/New_York' });
  state.tabs.push(emptyTab(1, TAB, 100, 12));
  state.nextId = 2;
  let now = Date.UTC(2026, 10, 20, 15);
  const model = openModel(state, { now: () => now, refuseAt });
  return {
    model,
    type(rows, row = 1, column = 1) {
      rows.forEach((line, r) => {
        line.forEach((text, c) => {
          const done = model.typeInto(TAB, row + r, column + c, text);
          if (!done.ok) throw new Error(done.message);
        });
      });
    },
    shows: (cell) => model.display(TAB, Number(cell.slice(1)), cell.charCodeAt(0) - 64),
    setNow(epochMs) {
      now = epochMs;
    },
  };
}
