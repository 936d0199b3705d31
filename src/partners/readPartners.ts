// The rows of the tab Partnerships. People type there: what cannot be read is named, and the rest of the row counts.
import type { Contact } from '../reading/contact';
import { calledIn } from '../touches/asks/who';
import { dayInCell } from '../touches/rowFacts';
import { cellText, isBlank, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import type { Table } from '../values/table';
import { foldName } from '../values/text';
import { readTypedDate } from '../values/typedDate';
import { readWhole } from '../values/wholeNumber';
import { tiedRows, type RowProblem } from './contactTab';
import { partnerTabHead } from './partnerTab';

export interface Partner {
  /** Outreach ID; '' where the contact has none yet. */
  readonly contact: string;
  readonly organization: string;
  readonly membership: 'partner' | 'observer' | '';
  readonly conditions: string;
  readonly brings: string;
  readonly committed: string;
  /** People represented; null where nobody knows. */
  readonly people: number | null;
  /** A day that a person set goes before the days without a word. */
  readonly nextCheck: Day | null;
  readonly note: string;
  /** 1-based. */
  readonly row: number;
}

export interface ReadPartners {
  /** One a contact: of two rows the upper counts. */
  readonly partners: readonly Partner[];
  readonly problems: readonly RowProblem[];
}

export function readPartners(
  table: Table | null,
  contacts: readonly Contact[],
  today: Day,
  locale: string,
  /** Other tabs of contacts: a row may be of somebody there. */
  otherTabs = false,
): ReadPartners {
  const head = table === null ? null : partnerTabHead(table);
  if (table === null || head === null) return { partners: [], problems: [] };
  const tied = tiedRows(table, head, contacts, otherTabs);
  const problems = [...tied.problems];
  const partners = tied.rows.flatMap(({ row, contact, organization, at, text }): Partner[] => {
    if (contact === undefined) return [];
    const problem = (why: string, what: string): void => {
      problems.push({ row, organization, text: what, why });
    };
    const membership = readMembership(text('Membership'));
    if (membership === null) problem('Membership is partner, observer or empty.', text('Membership'));
    const people = readWhole(cellText(at('People represented')));
    if (people === undefined)
      problem('People represented is a whole number, or empty.', text('People represented'));
    const nextCheck = readDay(at('Next check'), today, locale);
    if (nextCheck === null && !isBlank(at('Next check')))
      problem('Next check is no day that can be read.', text('Next check'));
    return [
      {
        contact: contact.outreachId,
        organization: calledIn(contact),
        membership: membership ?? '',
        conditions: text('Conditions'),
        brings: text('What they bring'),
        committed: text('Committed to'),
        people: people ?? null,
        nextCheck,
        note: text('Note'),
        row,
      },
    ];
  });
  return { partners, problems: problems.sort((a, b) => a.row - b.row) };
}

/** By Outreach ID. */
export function partnersByContact(partners: readonly Partner[]): ReadonlyMap<string, Partner> {
  return new Map(partners.flatMap((one) => (one.contact === '' ? [] : [[one.contact, one] as const])));
}

function readMembership(text: string): Partner['membership'] | null {
  const word = foldName(text);
  if (word === '') return '';
  if (/^(?:partners?|members?|full partner)$/.test(word)) return 'partner';
  return /^(?:observers?|observing|observer only)$/.test(word) ? 'observer' : null;
}

function readDay(cell: Cell, today: Day, locale: string): Day | null {
  const known = dayInCell(cell);
  if (known !== null || typeof cell !== 'string') return known;
  const typed = readTypedDate(cell, locale, today, 'coming');
  return typed.kind === 'day' ? typed.day : typed.kind === 'two-ways' ? typed.byLocale : null;
}
