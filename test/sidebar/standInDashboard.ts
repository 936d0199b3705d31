// The dashboard as the stand-in server answers it.
import type { DashboardView, FigureView, TableView } from '../../src/commands/dashboardAnswers';

const table = (
  key: TableView['key'],
  title: string,
  columns: readonly string[],
  rows: readonly (readonly [string, ...(number | null)[]])[],
): TableView => ({
  key,
  title,
  columns,
  rows: rows.map(([name, ...values]) => ({
    name,
    values,
    leads: values.map(
      (value, at) => (value ?? 0) > 0 && !['Goal', 'Rate in %'].includes(columns[at + 1] ?? ''),
    ),
  })),
});

const WEEKS = [
  'Aug 24',
  'Aug 31',
  'Sep 7',
  'Sep 14',
  'Sep 21',
  'Sep 28',
  'Oct 5',
  'Oct 12',
  'Oct 19',
  'Oct 26',
  'Nov 2',
  'Nov 9',
] as const;

export const weekTables = (): readonly TableView[] => [
  table(
    'weeks',
    'Touches and answers',
    ['Week of', 'Touches', 'Answers'],
    WEEKS.map((week, at) => [week, at * 3, at] as const),
  ),
  table(
    'endorsements',
    'Endorsements and the goal',
    ['Week of', 'Endorsements so far', 'Goal'],
    WEEKS.map((week, at) => [week, Math.max(0, at - 2), 25] as const),
  ),
];

export function dashboardView(): DashboardView {
  const [weeks, endorsements] = weekTables();
  return {
    hasTab: false,
    selected: null,
    tables: [
      table(
        'steps',
        'Contacts by next step',
        ['Next step', 'Contacts'],
        [
          ['Follow up', 12],
          ['Last try', 2],
          ['Call them', 1],
          ['Gone quiet', 3],
          ['Waiting', 7],
          ['Check date', 0],
          ['No step now', 99],
        ],
      ),
      table(
        'kinds',
        'Kinds of groups',
        ['Kind', 'Contacts', 'Reached out to', 'Endorsed'],
        [
          ['Small business', 31, 12, 1],
          ['Faith group', 22, 15, 4],
          ['Neighborhood and tenants’ associations', 4, 2, 0],
          ['Everything else', 67, 40, 4],
        ],
      ),
      ...(endorsements ? [endorsements] : []),
      ...(weeks ? [weeks] : []),
      table(
        'due',
        'Assignments by due date',
        ['Due', 'Contacts'],
        [
          ['Overdue', 3],
          ['Due within 7 days', 20],
          ['Due later', 0],
          ['No due date', 11],
        ],
      ),
      table(
        'rates',
        'Answers by channel',
        ['Channel and attempt', 'Touches', 'Answered', 'Rate in %'],
        [
          ['e-mail, 1st', 60, 9, 15],
          ['social media, 3rd and later', 4, 1, 25],
        ],
      ),
    ],
  };
}

export const figureView = (): FigureView => ({
  title: 'Assignments by due date: Overdue, contacts',
  count: 3,
  sheet: 'Contacts',
  rows: [
    { row: 9, organization: 'Larkhaven Nurses United', why: 'Bo, due Nov 5' },
    { row: 12, organization: 'Brightwater Hardware', why: 'Bo, due Nov 6' },
    { row: 31, organization: 'Paper Lantern Books', why: 'Elif, due Nov 10' },
  ],
});
