// The tab Partnerships: one row an organization that stays with us, in the words of people.
import { OUTREACH_ID } from '../reading/fields';
import { tabHead, type TabHead } from '../touches/asks/askTab';
import type { Cell } from '../values/cell';
import type { Table } from '../values/table';
import { EVERYBODY_READS, type TabShape } from '../workbook/ourTabs';
import { PARTNERS_TAB } from '../workbook/tabs';
import type { Partner } from './readPartners';

export const PARTNER_COLUMNS = [
  'Organization',
  'Membership',
  'Conditions',
  'What they bring',
  'Committed to',
  'People represented',
  'Next check',
  'Note',
  OUTREACH_ID,
] as const;

export type PartnerColumn = (typeof PARTNER_COLUMNS)[number];

/** Choices of the dropdowns. */
export const PARTNER_CHOICES: Readonly<Partial<Record<PartnerColumn, readonly string[]>>> = {
  Membership: ['partner', 'observer'],
};

const NOTES: Readonly<Partial<Record<PartnerColumn, string>>> = {
  Conditions: 'Under what conditions they are in',
  'What they bring': 'Their field, members, rooms, knowledge',
  'Committed to': 'What we asked of them, and they said they would do',
  'People represented': 'How many people they speak for, as a number; empty where nobody knows',
  'Next check': 'When to ask how it goes; empty: after the “Partner check days” of Settings without a word',
  Note: EVERYBODY_READS,
};

const NARROW: readonly PartnerColumn[] = ['Membership', 'People represented', 'Next check', OUTREACH_ID];
const NOT_TEXT: readonly PartnerColumn[] = ['People represented', 'Next check'];

export const PARTNERS_SHAPE: TabShape = {
  name: PARTNERS_TAB,
  rows: [PARTNER_COLUMNS],
  textColumns: PARTNER_COLUMNS.flatMap((name, index) => (NOT_TEXT.includes(name) ? [] : [index + 1])),
  widths: PARTNER_COLUMNS.map((name) => (NARROW.includes(name) ? 120 : 220)),
  headerNotes: PARTNER_COLUMNS.map((name) => NOTES[name] ?? ''),
  hidden: false,
};

/** null where no row has the headings Organization and Membership. */
export const partnerTabHead = (table: Table): TabHead<PartnerColumn> | null =>
  tabHead(table, PARTNER_COLUMNS, ['Organization', 'Membership']);

/** What stands in its row, by heading. */
export function partnerCells(partner: Partner): ReadonlyMap<PartnerColumn, Cell> {
  const { nextCheck } = partner;
  return new Map<PartnerColumn, Cell>([
    ['Organization', partner.organization],
    ['Membership', partner.membership],
    ['Conditions', partner.conditions],
    ['What they bring', partner.brings],
    ['Committed to', partner.committed],
    ['People represented', partner.people ?? ''],
    ['Next check', nextCheck === null ? '' : { day: nextCheck, time: null }],
    ['Note', partner.note],
    [OUTREACH_ID, partner.contact],
  ]);
}
