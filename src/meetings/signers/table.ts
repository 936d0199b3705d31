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

export interface PastedTable {
  /** The headings first. */
  readonly rows: readonly PastedRow[];
  /** The heading of the names does not tell whether they are people or organizations. */
  readonly isMixed: boolean;
}

/** Stands above people as well as above organizations. */
const MIXED =
  /^(?:(?:full )?names?|endorsers?|supporters?|sign(?:ers?|ator(?:y|ies))|(?:coalition )?members?)$/i;

/** null where no headings tell what stands below them. */
export function readTable(pasted: string): PastedTable | null {
  const [blank = ''] = /^(?:[^\S\r\n]*(?:\r\n?|\n))*/.exec(pasted) ?? [];
  const text = pasted.slice(blank.length);
  const above = blank.split(/\r\n?|\n/).length - 1;
  for (const by of ['\t', ';', ',']) {
    // One line alone is a list.
    const first = text.slice(0, Math.max(0, text.search(/[\r\n]/)));
    const heads = first.split(by).map((cell) => cleanText(cell.replace(/^"|"$/g, '')));
    const fields = heads.map(fieldOf);
    const mixed = heads.findIndex((cell) => MIXED.test(cell));
    const isSure = fields.some((field, i) => field === 'organization' && i !== mixed);
    if (fields.filter((field) => field !== '').length < 2 || (!isSure && mixed < 0)) continue;
    const isMixed = !isSure;
    if (isMixed) fields[mixed] = 'organization';
    const rows = readRecords(text, by).map(({ line, cells }) => {
      const of = (field: string) =>
        cells
          .filter((cell, i) => fields[i] === field && !isPlaceholder(cell))
          .join(' ')
          .trim();
      return {
        line: line + above,
        cells,
        organization: of('organization'),
        person: of('person'),
        role: of('role'),
        town: of('town'),
      };
    });
    return { rows, isMixed };
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
