// A pasted table with headings: cells between tabs, or an exported CSV.
import { readHeader } from '../../reading/headerText';
import { cleanText, isPlaceholder } from '../../values/text';

export interface PastedRow {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The cells under the headings of each field, joined by a blank; '' where they say nothing. */
  readonly organization: string;
  readonly person: string;
  readonly role: string;
  readonly town: string;
}

/** The rows, the headings first; null where no headings tell what stands below them. */
export function readTable(text: string): PastedRow[] | null {
  for (const by of ['\t', ';', ',']) {
    const lineEnd = text.search(/[\r\n]/);
    const fields = text
      .slice(0, lineEnd < 0 ? 0 : lineEnd)
      .split(by)
      .map(fieldOf);
    if (!fields.includes('organization') || fields.filter((field) => field !== '').length < 2) continue;
    return readRecords(text, by).map(({ line, cells }) => {
      const of = (field: string) =>
        cells
          .filter((cell, i) => fields[i] === field && !isPlaceholder(cell))
          .join(' ')
          .trim();
      return {
        line,
        cells,
        organization: of('organization'),
        person: of('person'),
        role: of('role'),
        town: of('town'),
      };
    });
  }
  return null;
}

/** '' for a cell that is no heading we know. */
function fieldOf(cell: string): string {
  const scores = cell.length < 60 ? Object.entries(readHeader(cell).scores) : [];
  const [key, score] = scores.sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  if (score < 0.6) return '';
  return /name$/i.test(key) ? 'person' : key;
}

/** Records that are not blank; a quoted cell may hold separators, line breaks and doubled quotes, and 2,000 characters. */
function readRecords(text: string, by: string): { line: number; cells: string[] }[] {
  const records = [{ line: 1, cells: [] as string[] }];
  const cell = new RegExp(
    `(?:"((?:[^"]|""){0,2000})" *(?=[${by}\\r\\n]|$)|([^${by}\\r\\n]*))(${by}|\\r\\n?|\\n|$)`,
    'y',
  );
  let line = 1;
  while (cell.lastIndex < text.length) {
    const [whole = '', quoted, plain = '', end = ''] = cell.exec(text) ?? [];
    records[records.length - 1]?.cells.push(
      cleanText(quoted?.replace(/""/g, '"') ?? plain).replace(/\n/g, ' '),
    );
    line += whole.split(/\r\n?|\n/).length - 1;
    if (end !== by) records.push({ line, cells: [] });
  }
  return records.filter(({ cells }) => cells.join('') !== '');
}
