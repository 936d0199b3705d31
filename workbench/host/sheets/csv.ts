// Text files of rows: their encoding, their delimiter, what their cells mean, and writing them.
import { startDraft } from './draft';
import { readEntry } from './entry';
import { makeEngine } from './engine';
import { localeOf } from './locale';
import { serialAt, wallClock } from './serial';
import { emptyTab, isFormula, type RowState, type TabState, type WorkbookState } from './state';
import { textAt, viewOf } from './values';
import { lastColumn, lastRow } from './workbook';

/** UTF-8, UTF-16 with a mark, else Windows-1252; null for what is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The delimiter that cuts the first rows most evenly: tab, semicolon, comma or bar. Quoted ones do not count. */
export function delimiterOf(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = countsByRow(text, delimiter);
    const most = Math.max(0, ...counts);
    const even = counts.filter((count) => count === most).length / Math.max(1, counts.length);
    const score = most === 0 ? 0 : even * 10 + Math.min(most, 50) / 10;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function countsByRow(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let content = false;
  for (let i = 0; i < text.length && counts.length < 30 && i < 200_000; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (!quoted && c === delimiter) count += 1;
    if (!quoted && c === '\n') {
      if (content) counts.push(count);
      count = 0;
      content = false;
    } else if (c !== '\r') content = true;
  }
  if (content && counts.length < 30) counts.push(count);
  return counts;
}

/** One tab named like the file. Cells are read as Sheets' import reads them: as if typed, except that only "=" starts a formula. */
export function fromCsv(
  rows: readonly (readonly string[])[],
  empty: WorkbookState,
  now: number,
): WorkbookState {
  const draft = startDraft(empty);
  const locale = localeOf(empty.locale);
  const year = wallClock(serialAt(now, empty.timeZone)).year;
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const id = draft.state.nextId;
  draft.state.nextId += 1;
  const tab = emptyTab(id, empty.name, Math.max(1000, rows.length + 100), Math.max(26, columns + 4));
  tab.rows = rows.map((texts): RowState => {
    const looks: number[] = [];
    const values = texts.map((text, column) => {
      const entry = readEntry(text, { locale, year, format: undefined });
      if (isFormula(entry.value) && !text.startsWith('=')) return text;
      const look = {
        ...(entry.format === undefined ? {} : { format: entry.format }),
        ...(entry.quoted ? { quoted: true as const } : {}),
      };
      if (entry.format !== undefined || entry.quoted) {
        while (looks.length < column) looks.push(0);
        looks[column] = draft.lookIndex(look);
      }
      return entry.value;
    });
    return looks.length > 0 ? { values, looks } : { values };
  });
  draft.state.tabs.push(tab);
  return draft.state;
}

/** As the cells show it. Text that would be read as a formula gets the apostrophe that keeps it text. */
export function toCsv(state: WorkbookState, tab: TabState, now: number): string {
  const view = viewOf(state, makeEngine(), serialAt(now, state.timeZone));
  const columns = lastColumn(tab);
  const lines: string[] = [];
  for (let row = 1; row <= lastRow(tab); row++) {
    const cells: string[] = [];
    for (let column = 1; column <= columns; column++) {
      const stored = tab.rows[row - 1]?.values[column - 1] ?? null;
      const text = textAt(view, tab, row, column);
      const safe = typeof stored === 'string' && /^[='\t\r]/.test(text) ? `'${text}` : text;
      cells.push(/[",;|\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe);
    }
    lines.push(cells.join(','));
  }
  return lines.map((line) => `${line}\r\n`).join('');
}
