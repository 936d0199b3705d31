// The rows of the tab Partnerships. People type there: what cannot be read is named, and the rest of the row counts.
import { OUTREACH_ID } from '../reading/fields';
import type { Contact } from '../reading/contact';
import { calledIn, whoIsWho } from '../touches/asks/who';
import { dayInCell } from '../touches/rowFacts';
import { cellText, isBlank, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import type { Table } from '../values/table';
import { cleanText, foldName } from '../values/text';
import { readTypedDate } from '../values/typedDate';
import { PARTNER_COLUMNS, partnerTabHead, type PartnerColumn } from './partnerTab';

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

export interface PartnerProblem {
  /** 1-based. */
  readonly row: number;
  readonly organization: string;
  /** As typed. */
  readonly text: string;
  readonly why: string;
}

export interface ReadPartners {
  /** One a contact: of two rows the upper counts. */
  readonly partners: readonly Partner[];
  readonly problems: readonly PartnerProblem[];
}

export function readPartners(
  table: Table | null,
  contacts: readonly Contact[],
  today: Day,
  locale: string,
): ReadPartners {
  const head = table === null ? null : partnerTabHead(table);
  if (table === null || head === null) return { partners: [], problems: [] };
  const who = whoIsWho(contacts);
  const partners = new Map<string, Partner>();
  const problems: PartnerProblem[] = [];
  table.rows.slice(head.headerRow).forEach((cells, index) => {
    const at = (name: PartnerColumn): Cell => cells[(head.columns.get(name) ?? 0) - 1] ?? '';
    if (PARTNER_COLUMNS.every((name) => isBlank(at(name)))) return;
    const row = head.headerRow + index + 1;
    const text = (name: PartnerColumn): string => cleanText(cellText(at(name)));
    const organization = text('Organization');
    const problem = (why: string, what: string): null => {
      problems.push({ row, organization, text: what, why });
      return null;
    };
    const id = text(OUTREACH_ID);
    const named = who.named(organization);
    const contact = who.byId(id) ?? (named.length === 1 ? named[0] : undefined);
    if (contact === undefined) {
      const why =
        named.length > 1
          ? `${named.length} contacts are called so. Fill in the ${OUTREACH_ID} of the one that is meant.`
          : 'No contact is called so. Write the name as it stands in your contacts.';
      problem(why, organization);
      return;
    }
    const key = who.keyOf(contact.outreachId, calledIn(contact));
    const first = partners.get(key);
    if (first !== undefined) {
      problem(`It stands in row ${first.row} already, and that row counts.`, organization);
      return;
    }
    const membership = readMembership(text('Membership'));
    if (membership === null) problem('Membership is partner, observer or empty.', text('Membership'));
    const people = readPeople(at('People represented'));
    if (people === null && !isBlank(at('People represented')))
      problem('People represented is a whole number, or empty.', text('People represented'));
    const nextCheck = readDay(at('Next check'), today, locale);
    if (nextCheck === null && !isBlank(at('Next check')))
      problem('Next check is no day that can be read.', text('Next check'));
    partners.set(key, {
      contact: contact.outreachId,
      organization: calledIn(contact),
      membership: membership ?? '',
      conditions: text('Conditions'),
      brings: text('What they bring'),
      committed: text('Committed to'),
      people,
      nextCheck,
      note: text('Note'),
      row,
    });
  });
  return { partners: [...partners.values()], problems };
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

/** "1,200" as well as 1200; null for what is no count of people. */
function readPeople(cell: Cell): number | null {
  const digits = cellText(cell).trim();
  const grouped = /^\d{1,3}(?:[., \u00a0]\d{3})+$/.test(digits) ? digits.replace(/\D/g, '') : digits;
  return /^\d{1,9}$/.test(grouped) ? Number(grouped) : null;
}

function readDay(cell: Cell, today: Day, locale: string): Day | null {
  const known = dayInCell(cell);
  if (known !== null || typeof cell !== 'string') return known;
  const typed = readTypedDate(cell, locale, today, 'coming');
  return typed.kind === 'day' ? typed.day : typed.kind === 'two-ways' ? typed.byLocale : null;
}
