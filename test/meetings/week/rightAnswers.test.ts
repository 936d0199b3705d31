// A lead's week against right answers that were written before the code: counts, names and proposals.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { openCampaign } from '../../../src/commands/campaign';
import { weekIn } from '../../../src/commands/week';
import type { Services } from '../../../src/google/services';
import { PLAN_COLUMNS } from '../../../src/meetings/backFrom/planTab';
import { nameIn, proposalsOf, type WeekProposal } from '../../../src/meetings/week/proposals';
import type { Cell } from '../../../src/values/cell';
import { parseDay } from '../../../src/values/day';
import { DATA_COLUMNS } from '../../../src/workbook/dataTab';
import { journalRows } from '../../../src/workbook/journal';

type Raw = string | number | boolean;
interface Campaign {
  readonly today: string;
  readonly locale: string;
  readonly tabs: Readonly<Record<string, readonly (readonly Raw[])[]>>;
  readonly meetings?: readonly { readonly day: string; readonly closed: boolean }[];
  readonly added?: readonly { readonly day: string; readonly contact: string }[];
  readonly plans?: readonly {
    readonly event: string;
    readonly day: string;
    readonly tasks: readonly {
      readonly task: string;
      readonly due: Raw;
      readonly owner: string;
      readonly done: Raw;
    }[];
  }[];
}
interface Expected {
  readonly since?: string;
  readonly changed?: Readonly<Record<string, unknown>>;
  readonly due?: Readonly<Record<string, unknown>>;
  readonly missing?: Readonly<Record<string, unknown>>;
  readonly proposals?: readonly { readonly kind: string; readonly about?: string; readonly starts: string }[];
}
interface Case {
  readonly name: string;
  readonly campaign: Campaign;
  readonly expected: Expected;
}

const FOLDER = 'test/fixtures/week/';
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) =>
    (JSON.parse(readFileSync(FOLDER + name, 'utf8')) as Case[]).map((one) => ({ ...one, file: name })),
  );

function asCell(raw: Raw): Cell {
  const day = typeof raw === 'string' ? parseDay(raw) : null;
  return day === null ? raw : { day, time: null };
}

/** The file that the case tells of, read as the add-on reads one. */
function servicesFor({ today, locale, tabs, meetings = [], added = [], plans = [] }: Campaign): Services {
  const file = new Map<string, Cell[][]>(
    Object.entries(tabs).map(([name, rows]) => [name, rows.map((row) => row.map(asCell))]),
  );
  const idOf = (name: string) => [...file.keys()].indexOf(name) + 1;
  const kept: Cell[][] = [[...DATA_COLUMNS], ['schema', 'version', '', '', '1', '']];
  for (const { day, closed } of meetings) {
    file.set(`Shortlist ${day}`, [['Organization', 'Who takes it']]);
    kept.push(['tab', `Shortlist ${day}`, '', '', String(idOf(`Shortlist ${day}`)), closed ? 'closed' : '']);
  }
  for (const { event, day, tasks } of plans) {
    const name = `Plan: ${event}`;
    const row = (values: Partial<Record<(typeof PLAN_COLUMNS)[number], Raw>>) =>
      PLAN_COLUMNS.map((column) => asCell(values[column] ?? ''));
    file.set(name, [
      [...PLAN_COLUMNS],
      ...tasks.map(({ task, due, owner, done }) => row({ Task: task, Due: due, Owner: owner, Done: done })),
      row({ Task: event, Due: day, 'Task id': 'event' }),
    ]);
    kept.push(['tab', `Plan: ${idOf(name)}`, '', '', String(idOf(name)), `event ${day} ${name}`]);
  }
  for (const [index, { day, contact }] of added.entries())
    for (const row of journalRows({
      id: `change${index}`,
      what: 'Closed the meeting',
      who: '',
      when: `${day} 19:30`,
      tab: idOf('Contacts'),
      made: [],
      undoable: true,
      cells: [{ key: contact, cell: 'A9', column: 9, header: 'Outreach ID', from: '', to: contact }],
    }))
      kept.push([row.kind, row.key, row.when, row.who, row.state, row.data]);
  file.set('Outreach data', kept);
  const names = [...file.keys()];
  const tables = names.map((name, at) => ({
    id: at + 1,
    name,
    hidden: name === 'Outreach data',
    rows: file.get(name) ?? [],
  }));
  const book = {
    locale,
    url: 'https://sheet.example.org',
    tabs: () => tables,
    activeTab: () => tables.find(({ name }) => name === 'Contacts') ?? null,
    read: (id: number) => tables.find((one) => one.id === id) ?? null,
    columnMarks: () => [],
  };
  const services = {
    book,
    now: () => ({ day: today, time: '10:00' }),
    address: () => 'lead@example.org',
    chosenName: () => '',
    accountId: () => 'lead',
    digest: (text: string) => text,
  };
  return services as unknown as Services;
}

function found(campaign: Campaign) {
  const opened = openCampaign(servicesFor(campaign), ['log', 'settings', 'volunteers', 'asks', 'partners']);
  if (!opened.ok) throw new Error(opened.problem.message);
  const { settings, today } = opened.value;
  const week = weekIn(opened.value);
  const { changed, due, missing } = week;
  const names = (list: readonly { readonly contact: Parameters<typeof nameIn>[0] }[]) =>
    list.map(({ contact }) => nameIn(contact));
  return {
    since: week.since,
    changed: {
      ...changed,
      endorsed: names(changed.endorsed),
      declined: changed.declined.map(nameIn),
      bowedOut: changed.bowedOut.map(nameIn),
    } as Readonly<Record<string, unknown>>,
    due: {
      ...due,
      followUps: due.followUps.length,
      quiet: due.quiet.length,
      overdue: Object.fromEntries(due.overdue.map(({ owner, count }) => [owner, count])),
      checks: names(due.checks),
      checkIns: due.checkIns.map(({ name }) => name),
    } as Readonly<Record<string, unknown>>,
    missing: {
      ...missing,
      mayBeNamed: names(missing.mayBeNamed),
      unconfirmed: missing.unconfirmed.map(nameIn),
      idle: missing.idle.map(({ name }) => name),
    } as Readonly<Record<string, unknown>>,
    proposals: proposalsOf(week, settings.nextMeeting, today),
  };
}

/** What the case says, and nothing beside it. */
const asFarAs = (
  wanted: Readonly<Record<string, unknown>> | undefined,
  all: Readonly<Record<string, unknown>>,
) => Object.fromEntries(Object.keys(wanted ?? {}).map((key) => [key, all[key]]));

describe('right answers', () => {
  test('there are some', () => {
    expect(cases.length).toBeGreaterThan(8);
  });

  test.each(cases)('$file: $name', ({ campaign, expected }) => {
    const week = found(campaign);
    if (expected.since !== undefined) expect(week.since).toBe(expected.since);
    for (const part of ['changed', 'due', 'missing'] as const)
      expect(asFarAs(expected[part], week[part])).toEqual(expected[part] ?? {});
    const { proposals } = expected;
    if (proposals === undefined) return;
    const said = ({ kind, about }: WeekProposal) => ({ kind, about });
    expect(week.proposals.map(said)).toEqual(proposals.map(({ kind, about = '' }) => ({ kind, about })));
    for (const [at, { starts }] of proposals.entries())
      expect(week.proposals[at]?.reason.slice(0, starts.length)).toBe(starts);
  });
});
