// The tab Partnerships: one row an organization that stays with us, in the words of people.
import { OUTREACH_ID } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { mapOfOurTab } from '../reading/ourTabMap';
import { headingsIn, laidOut } from '../touches/asks/askTab';
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

export interface PartnerTabHead {
  /** 1-based. */
  readonly headerRow: number;
  /** 1-based column of each heading that is there. */
  readonly columns: ReadonlyMap<PartnerColumn, number>;
}

const HEADING_ROWS = 20;

/** null where no row has the headings Organization and Membership. */
export function partnerTabHead({ rows }: Table): PartnerTabHead | null {
  for (const [index, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const columns = headingsIn(row, PARTNER_COLUMNS);
    if (columns.has('Organization') && columns.has('Membership')) return { headerRow: index + 1, columns };
  }
  return null;
}

/** The tab as contacts, so that its rows are found again; null where its headings are gone. */
export function mapOfPartners(table: Table): SheetMap | null {
  const head = partnerTabHead(table);
  const column = head?.columns.get('Organization');
  if (head === null || column === undefined) return null;
  const telling = [['organization', column, 'Organization']] as const;
  return mapOfOurTab(table, head.headerRow, telling, head.columns.get(OUTREACH_ID) ?? 0);
}

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

/** One row to append; `columns` 1-based, `width` cells. */
export function partnerRow(partner: Partner, columns: ReadonlyMap<string, number>, width: number): Cell[] {
  return laidOut(partnerCells(partner), columns, width);
}
