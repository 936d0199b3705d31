// Event objects of the simple triggers (developers.google.com/apps-script/guides/triggers/events).
import type { Run } from './run';
import { AuthMode } from './scriptApp';

/** What a person typed or pasted; 1-based. */
export interface Typed {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Of a single cell, as the event tells it: numbers and dates as number text, checkboxes "TRUE"/"FALSE". */
  readonly before: string;
  readonly after: string;
}

interface Sheets {
  getActiveSpreadsheet(): {
    getSheetByName(name: string): {
      getRange(row: number, column: number, rows: number, columns: number): object;
    };
  };
}

const spreadsheetApp = (run: Run): Sheets => run.services['SpreadsheetApp'] as unknown as Sheets;

export function openEvent(run: Run, authMode: 'NONE' | 'LIMITED'): object {
  return {
    authMode: AuthMode[authMode],
    source: run.gate.quietly(() => spreadsheetApp(run).getActiveSpreadsheet()),
    user: run.user,
  };
}

/** `value` and `oldValue` only for one cell, and only where there is or was something in it. */
export function editEvent(run: Run, typed: Typed): object {
  const single = typed.rows === 1 && typed.columns === 1;
  const source = run.gate.quietly(() => spreadsheetApp(run).getActiveSpreadsheet());
  const range = run.gate.quietly(() =>
    source.getSheetByName(typed.tab).getRange(typed.row, typed.column, typed.rows, typed.columns),
  );
  return {
    authMode: AuthMode.LIMITED,
    source,
    range,
    user: run.user,
    ...(single && typed.after !== '' ? { value: typed.after } : {}),
    ...(single && typed.before !== '' ? { oldValue: typed.before } : {}),
  };
}
