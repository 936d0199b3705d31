// Opening and saving .xlsx and .csv files. The only file that runs hucre; what becomes of its sheets is in fromXlsx.ts
// and toXlsx.ts (which know its types only). Bad files are answers, never exceptions.
import { parseCsv, readXlsx, writeXlsx as writeXlsxFile, type Workbook } from 'hucre';
import { decodeText, delimiterOf, fromCsv, toCsv } from './csv';
import { fromXlsx } from './fromXlsx';
import { emptyWorkbook, type WorkbookState } from './state';
import { tabByName } from './state';
import { toXlsx } from './toXlsx';

export type FileRead =
  | { readonly ok: true; readonly state: WorkbookState }
  /** `code`: "too-big", "too-many-cells", "damaged", "empty", "not-a-table", "protected". */
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface FileOptions {
  /** Default "en_US"; a file that we wrote knows its own. */
  readonly locale?: string;
  readonly timeZone?: string;
  readonly owner?: string;
  /** The virtual clock, epoch milliseconds: the year of dates without one. Default: now. */
  readonly now?: number;
}

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_FILE_CELLS = 1_000_000;

/** After the name of a file over MAX_FILE_BYTES. */
export const TOO_BIG =
  'is larger than 10 MB and was not opened. Split it, or delete the tabs that you do not need, and open it again.';

/** Reads a file by its content; `name` gives the title and the kind where the content does not tell. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  options: FileOptions = {},
): Promise<FileRead> {
  const refuse = (code: string, message: string): FileRead => ({
    ok: false,
    code,
    message: `${name} ${message}`,
  });
  if (bytes.length > MAX_FILE_BYTES) return refuse('too-big', TOO_BIG);
  if (bytes.length === 0) return refuse('empty', 'is empty: there is nothing to open.');
  const empty = emptyWorkbook({
    name: name.replace(/\.[^.]+$/, ''),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(options.owner === undefined ? {} : { owner: options.owner }),
  });
  const now = options.now ?? Date.now();
  let state: WorkbookState;
  if (startsWith(bytes, [0x50, 0x4b])) {
    const read = await openXlsx(bytes);
    if (!read)
      return refuse(
        'damaged',
        'cannot be read. It may be damaged: open it where it came from and save it again.',
      );
    if (cellCount(read) > MAX_FILE_CELLS) return refuse('too-many-cells', TOO_MANY);
    state = fromXlsx(read, empty);
  } else if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refuse(
      'protected',
      'is an old .xls file or has a password. Save it as .xlsx without a password and open that.',
    );
  } else if (/\.(xlsx|xlsm)$/i.test(name)) {
    return refuse(
      'damaged',
      'is not a spreadsheet file. It may be damaged: open it where it came from and save it again.',
    );
  } else {
    const text = decodeText(bytes);
    if (text === null)
      return refuse('not-a-table', 'is not a table. Only .xlsx and .csv files can be opened.');
    const rows = readCsv(text);
    if (rows.reduce((sum, row) => sum + row.length, 0) > MAX_FILE_CELLS)
      return refuse('too-many-cells', TOO_MANY);
    state = fromCsv(rows, empty, now);
  }
  const filled = state.tabs.some((tab) =>
    tab.rows.some((row) => row.values.some((value) => value !== null && value !== '')),
  );
  return filled ? { ok: true, state } : refuse('empty', 'is empty: there is nothing to open.');
}

const TOO_MANY =
  'has more than 1,000,000 cells and was not opened. Split it, or take out what is not needed.';

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

async function openXlsx(bytes: Uint8Array): Promise<Workbook | null> {
  try {
    const read = await readXlsx(bytes, { readStyles: true, maxInputBytes: MAX_FILE_BYTES });
    return read.sheets.length > 0 ? read : null;
  } catch {
    return null;
  }
}

function cellCount(book: Workbook): number {
  return book.sheets.reduce(
    (sum, sheet) => sum + sheet.rows.reduce((cells, row) => cells + row.length, 0),
    0,
  );
}

function readCsv(text: string): string[][] {
  const rows = parseCsv(text, { delimiter: delimiterOf(text), typeInference: false });
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

/**
 * The whole workbook; what .xlsx has no place for goes into a tab that no program shows. `now`: the virtual clock,
 * epoch milliseconds, by which TODAY() and NOW() are saved.
 */
export async function writeXlsx(state: WorkbookState, now: number): Promise<Uint8Array> {
  return writeXlsxFile(toXlsx(state, now));
}

/** One tab (null: the first visible one) as the cells show it at `now`: UTF-8, commas, CRLF. */
export function writeCsv(state: WorkbookState, tabName: string | null, now: number): Uint8Array {
  const named = tabName === null ? null : tabByName(state, tabName);
  const tab = named ?? state.tabs.find((candidate) => candidate.hidden === 'no') ?? state.tabs[0];
  return new TextEncoder().encode(tab ? toCsv(state, tab, now) : '');
}
