// The tab Unions: one row a local, council or federation, with what the group's contacts have no column for.
import { OUTREACH_ID } from '../reading/fields';
import { tabHead, type TabHead } from '../touches/asks/askTab';
import { UNION_STAGES } from '../texts/unionStages';
import { UNION_STEPS } from '../texts/unionSteps';
import type { Cell } from '../values/cell';
import type { Table } from '../values/table';
import { EVERYBODY_READS, type TabShape } from '../workbook/ourTabs';
import { UNIONS_TAB } from '../workbook/tabs';
import type { Union } from './readUnions';

export const UNION_COLUMNS = [
  'Organization',
  'International',
  'Local',
  'Council or federation',
  'Workers',
  'Members in common',
  'Voted',
  'Current campaigns',
  'Endorses candidates',
  'Stage',
  'Statements',
  'Statements link',
  'Note',
  OUTREACH_ID,
] as const;

export type UnionColumn = (typeof UNION_COLUMNS)[number];

/** Choices of the dropdowns. None for Voted: the day of the vote fits there as well. */
export const UNION_CHOICES: Readonly<Partial<Record<UnionColumn, readonly string[]>>> = {
  'Endorses candidates': ['yes', 'no'],
  Stage: UNION_STEPS,
};

const nextSteps = (): string =>
  UNION_STAGES.map(({ word, next }) => `${word === '' ? 'Empty' : word}: ${next}`).join('\n');

const NOTES = (): Readonly<Partial<Record<UnionColumn, string>>> => ({
  Workers: 'How many workers they represent, as a number; empty where nobody knows',
  'Members in common': 'How many of us are members there',
  Voted: 'Whether they voted to support us: yes, no, in progress, or the day of the vote',
  Stage: `What comes next\n${nextSteps()}`,
  Statements: 'How many statements of members there are',
  Note: EVERYBODY_READS,
});

const NARROW: readonly UnionColumn[] = [
  'Local',
  'Workers',
  'Members in common',
  'Voted',
  'Endorses candidates',
  'Stage',
  'Statements',
  OUTREACH_ID,
];
const COUNTS: readonly UnionColumn[] = ['Workers', 'Members in common', 'Statements'];

export function unionsShape(): TabShape {
  const notes = NOTES();
  return {
    name: UNIONS_TAB,
    rows: [UNION_COLUMNS],
    textColumns: UNION_COLUMNS.flatMap((name, index) => (COUNTS.includes(name) ? [] : [index + 1])),
    widths: UNION_COLUMNS.map((name) => (NARROW.includes(name) ? 120 : 200)),
    headerNotes: UNION_COLUMNS.map((name) => notes[name] ?? ''),
    hidden: false,
  };
}

/** null where no row has the headings Organization and Stage: such a tab is not ours, whatever its name. */
export const unionTabHead = (table: Table): TabHead<UnionColumn> | null =>
  tabHead(table, UNION_COLUMNS, ['Organization', 'Stage']);

/** What stands in its row, by heading. */
export function unionCells(union: Union): ReadonlyMap<UnionColumn, Cell> {
  const { voted, votedOn, stage } = union;
  return new Map<UnionColumn, Cell>([
    ['Organization', union.organization],
    ['International', union.international],
    ['Local', union.local],
    ['Council or federation', union.council],
    ['Workers', union.workers ?? ''],
    ['Members in common', union.members ?? ''],
    ['Voted', votedOn === null ? voted : voted === 'yes' ? votedOn : `${voted}, ${votedOn}`],
    ['Current campaigns', union.campaigns],
    ['Endorses candidates', union.endorses],
    ['Stage', UNION_STAGES[stage]?.word ?? ''],
    ['Statements', union.statements ?? ''],
    ['Statements link', union.linkText],
    ['Note', union.note],
    [OUTREACH_ID, union.contact],
  ]);
}
