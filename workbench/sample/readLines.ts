// The lines of contacts.ts as cells to type and as what the earlier sends need to know.
import { readEmails } from '../../src/values/emailAddress';
import type { Day } from '../../src/values/day';
import { shortHash } from '../../src/workbook/identity';
import { HEADINGS, LINES, type Logged } from './contacts';

export interface SampleContact {
  /** In the order of HEADINGS, as a person would type them; '' where the cell is blank. */
  readonly cells: readonly string[];
  /** Outreach ID, '' before anything was sent. */
  readonly id: string;
  readonly organization: string;
  readonly person: string;
  readonly address: string;
  readonly owner: string;
  readonly answer: string;
  readonly lastDay: Day | null;
  readonly attempts: number;
  readonly logged: Logged;
}

/** Row of the first contact in the tab. */
export const FIRST_ROW = 4;
const LAST_CONTACTED = HEADINGS.indexOf('Last contacted');
const DAYS_AGO = HEADINGS.indexOf('Days ago');

const unescaped = (cell: string): string =>
  cell.trim().replaceAll('\\n', '\n').replaceAll('\\s', ' ').replaceAll('\\u200b', '\u200b');

export function readLines(): SampleContact[] {
  return LINES.trim()
    .split('\n')
    .map((line, index) => {
      const parts = line.split('|').map(unescaped);
      const logged = (parts[16] ?? '') as Logged;
      const [organization = '', kind = '', person = '', email = '', knownBy = '', owner = ''] = parts;
      const [status = '', last = '', attempts = '', answer = '', ...rest] = parts.slice(6);
      const id = logged === '' ? '' : `c-${shortHash(organization).slice(0, 8)}`;
      const cells = [organization, kind, person, email, knownBy, owner, status, last, attempts];
      const row = FIRST_ROW + index;
      const typed = `${String.fromCharCode(65 + LAST_CONTACTED)}${row}`;
      cells[DAYS_AGO] = `=IF(ISNUMBER(${typed}),TODAY()-${typed},"")`;
      cells.push(answer, ...rest.slice(0, 6), id);
      return {
        cells,
        id,
        organization,
        person,
        address: readEmails(email).addresses[0]?.toLowerCase() ?? '',
        owner,
        answer,
        lastDay: dayOf(last),
        attempts: Number(attempts),
        logged,
      };
    });
}

/** "11/3/2026" → "2026-11-03"; null where it is no such date. */
function dayOf(typed: string): Day | null {
  const found = /^(\d+)\/(\d+)\/(\d{4})$/.exec(typed);
  if (found === null) return null;
  const [, month = '', day = '', year = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` as Day;
}
