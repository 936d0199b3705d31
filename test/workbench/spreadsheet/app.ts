// SpreadsheetApp over a small workbook, behind the real gate, for the tests of this folder.
import { makeGate, NO_PLAN, type RunGate } from '../../../workbench/host/makeGate';
import { SHEET_SCOPES } from '../../../workbench/host/scopes';
import {
  emptyTab,
  emptyWorkbook,
  type TabState,
  type WorkbookState,
} from '../../../workbench/host/sheets/state';
import { openModel, type Model } from '../../../workbench/host/sheets/workbook';
import { makeSpreadsheetServices } from '../../../workbench/host/spreadsheet/spreadsheetApp';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export interface Script {
  readonly app: App;
  readonly book: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly model: Model;
  readonly gate: RunGate;
  /** The service Charts, as a global of the script. */
  readonly charts: object;
}

export interface ScriptOptions {
  readonly locale?: string;
  readonly user?: string;
  readonly refuseAt?: 'call' | 'flush';
  readonly prepare?: (state: WorkbookState, tab: TabState) => void;
}

/** One tab "Contacts" of 100 × 12; the user is the owner unless another is named. */
export function script(options: ScriptOptions = {}): Script {
  const state = emptyWorkbook({ locale: options.locale ?? 'en_US', timeZone: 'America/New_York' });
  const tab = emptyTab(7, 'Contacts', 100, 12);
  state.tabs.push(tab);
  state.nextId = 8;
  options.prepare?.(state, tab);
  const now = Date.UTC(2026, 10, 20, 15);
  const model = openModel(state, { now: () => now, refuseAt: options.refuseAt ?? 'call' });
  const gate = makeGate({
    language: 'en',
    authMode: 'FULL',
    declared: new Set(SHEET_SCOPES),
    granted: new Set(SHEET_SCOPES),
    clock: { now: () => now, advance: () => undefined },
    plan: NO_PLAN,
    pending: () => model.pending(),
  });
  const services = makeSpreadsheetServices(model, gate, {
    user: options.user ?? state.owner,
    selection: { tab: 7, row: 1, column: 1, rows: 1, columns: 1 },
  });
  const app = services.SpreadsheetApp as App;
  const book = app.getActiveSpreadsheet();
  return { app, book, sheet: book.getSheets()[0]!, model, gate, charts: services.Charts };
}
