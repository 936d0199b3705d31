// Today through the built bundle, on the sample: each figure is the length of the list it leads to, and what cannot be
// read in Settings and Templates is told.
import { describe, expect, test } from '@jest/globals';
import type {
  CheckGroup,
  CheckView,
  FollowUpsView,
  MapView,
  Need,
  NextStepsView,
  TodayView,
} from '../../src/commands/answers';
import { createHost, type Host } from '../../workbench/host/createHost';
import { makeSample } from '../../workbench/sample/makeSample';
import { ask, openCampaign, putTab } from './campaign';

function openSample(today?: string): Host {
  const { workbook, mailboxes, owner, today: day } = makeSample();
  const host = createHost({ workbook, mailbox: mailboxes, today: today ?? day, user: { email: owner } });
  ask(host, 'startWith', 'Contacts');
  return host;
}

const needs = (host: Host) => ask<TodayView>(host, 'getToday').needs;
const need = (host: Host, title: string): Need | undefined => needs(host).find((one) => one.title === title);
const lists = (host: Host, mode: 'follow-ups' | 'first') => ask<FollowUpsView>(host, 'getFollowUps', mode);
const due = ({ ready, otherWay, stopped }: FollowUpsView) =>
  ready.length + otherWay.length + stopped.filter((item) => item.due).length;
const inTabs = (host: Host) => ask<readonly CheckGroup[]>(host, 'getTabProblems');

describe('each figure of Today is the length of its list', () => {
  test.each(['2026-11-12', '2026-11-26', '2027-02-01'])('on %s', (today) => {
    const host = openSample(today);
    const all = needs(host);
    const shown = (title: string) => all.find((one) => one.title === title)?.count ?? 0;
    const followUps = lists(host, 'follow-ups');
    const steps = ask<NextStepsView>(host, 'getNextSteps');
    expect(shown('Follow-ups due')).toBe(due(followUps));
    expect(shown('Follow-ups due')).toBe(steps.due.length);
    expect(shown('Gone quiet')).toBe(followUps.quiet.length);
    expect(shown('Gone quiet')).toBe(steps.quiet.length);
    expect(shown('First messages to write')).toBe(due(lists(host, 'first')));
    expect(shown('Not sure it was sent')).toBe(followUps.unsettled.length);
    expect(shown('Waiting')).toBe(steps.waiting.length);
    for (const { count, to, rows } of all) if (to === null) expect(rows).toHaveLength(count);
    const { groups } = ask<CheckView>(host, 'getCheck');
    expect(shown('Problems in rows')).toBe(groups.flatMap(({ items }) => items).length);
    expect(shown('Questions about your columns')).toBe(ask<MapView>(host, 'getMap').questions.length);
  });

  test('nobody is counted among the due and among the quiet', () => {
    const { ready, otherWay, quiet, stopped } = lists(openSample(), 'follow-ups');
    const rows = [...ready, ...otherWay, ...quiet, ...stopped].map(({ row }) => row);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('Follow-ups says the figure of Today and the lists it is made of', () => {
    const host = openSample();
    const { summary, counts } = lists(host, 'follow-ups');
    expect(summary).toBe(
      `${need(host, 'Follow-ups due')?.count} contacts are due: ${counts.ready} ready, ${counts.otherWay} not by e-mail, ${counts.stopped} stopped`,
    );
    expect(lists(host, 'first').summary).toContain(
      `${need(host, 'First messages to write')?.count} first messages to write: `,
    );
  });

  test('who is waiting stands in Today with the reason', () => {
    const host = openSample();
    expect(need(host, 'Waiting')?.rows[0]).toEqual({
      row: 10,
      organization: 'Saint Brenna Parish',
      why: 'They decide at their meeting on Nov 24',
    });
  });

  test('overdue tasks are listed with the owner and the day, the oldest first', async () => {
    const host = await openCampaign({
      header: 'Organization,E-mail,Owner,Due',
      rows: ['Amity,a@amity.example.org,Bo,2026-11-05', 'Cedar,c@cedar.example.org,Bo,2026-11-02'],
    });
    expect(need(host, 'Overdue tasks')).toMatchObject({
      count: 2,
      text: 'Bo has 2',
      rows: [
        { row: 3, organization: 'Cedar', why: 'Bo, due Nov 2' },
        { row: 2, organization: 'Amity', why: 'Bo, due Nov 5' },
      ],
    });
  });

  test('a message that may have left stays in the lists, also long after', async () => {
    const host = await openCampaign();
    putTab(host, 'Outreach log', [
      [
        'Entry id',
        'When',
        'Organization',
        'Channel',
        'Kind',
        'Direction',
        'Result',
        'Message key',
        'Address',
      ],
      ...[
        ['Amity Street Church', '2026-11-03 10:00'],
        ['Bluegate Community Clinic', '2026-09-20 10:00'],
      ].map(([name, when], index) => [
        `e${index}`,
        when,
        name,
        'e-mail',
        'first',
        'ours',
        'unknown',
        `key ${index}`,
        'a@example.org',
      ]),
    ]);
    const followUps = lists(host, 'follow-ups');
    expect(need(host, 'Not sure it was sent')?.count).toBe(2);
    expect(followUps.unsettled).toHaveLength(2);
    expect(need(host, 'Follow-ups due')?.count).toBe(due(followUps));
    expect(followUps.stopped.map((item) => [item.organization, item.due])).toContainEqual([
      'Amity Street Church',
      true,
    ]);
    expect(followUps.quiet.map(({ organization }) => organization)).toEqual(['Bluegate Community Clinic']);
    expect(need(host, 'Gone quiet')?.count).toBe(1);
  });
});

describe('what cannot be read in Settings and Templates', () => {
  const TEMPLATES = [
    ['Key', 'Step', 'Category', 'Channel', 'Subject', 'Body'],
    ['follow-up', 'follow-up', '', 'e-mail', 'Hello', 'Dear {{organisation}}, a word.'],
    ['someday', 'someday', '', '', 'S', 'B'],
  ];

  test('a setting that cannot be used is told with its cell, what counts until then, and who it may be', async () => {
    const host = await openCampaign({
      settings: [
        ['Follow-up days', 'seven'],
        ['Folow-up days: Union', 5],
        ['Colour', 'green'],
        ['Cc the owner', 'perhaps'],
        ['Reply-to', 'call me'],
      ],
    });
    const [group] = inTabs(host);
    expect(group).toMatchObject({ sheet: 'Settings', level: 'warning', count: 5, safe: 0 });
    const told = Object.fromEntries((group?.items ?? []).map((item) => [item.cell, item.message]));
    expect(told['B2']).toContain('Until then 7 is used');
    expect(told['B3']).toContain('Did you mean “Follow-up days: Union”?');
    expect(told['B4']).toContain('There is no setting “Colour”');
    expect(told['B5']).toContain('Until then it is no');
    expect(told['B6']).toContain('not one mail address');
    expect(need(host, 'Problems in Settings and Templates')).toMatchObject({
      count: 5,
      to: { panel: 'check' },
    });
  });

  test('a template with an unknown field stops messages, so Today says it before what is due', async () => {
    const host = await openCampaign();
    putTab(host, 'Templates', TEMPLATES);
    const [broken, leftOut] = inTabs(host);
    expect(broken).toMatchObject({ sheet: 'Templates', level: 'error', count: 1 });
    expect(broken?.items[0]).toMatchObject({
      cell: 'F2',
      organization: 'follow-up',
      value: '{{organisation}}',
    });
    expect(broken?.items[0]?.message).toContain('Did you mean “organization”?');
    expect(leftOut?.items[0]).toMatchObject({ cell: 'B3', row: 3 });
    const titles = needs(host).map(({ title }) => title);
    expect(titles.indexOf('Problems in Settings and Templates')).toBeLessThan(
      titles.indexOf('Follow-ups due'),
    );
    expect(need(host, 'Problems in Settings and Templates')?.count).toBe(2);
    expect(lists(host, 'follow-ups').stopped.some((item) => item.why.includes('organisation'))).toBe(true);
  });

  test('a renamed tab is the one to go to', async () => {
    const host = await openCampaign({ settings: [] });
    ask(host, 'openTab', 'Settings');
    host.model.renameTab('Settings', 'How we work');
    host.model.typeInto('How we work', 8, 2, 'seven');
    expect(inTabs(host)[0]?.sheet).toBe('How we work');
  });

  test('good tabs, as the add-on makes them, draw no problem', async () => {
    const host = await openCampaign({ settings: [] });
    for (const tab of ['Settings', 'Templates', 'Volunteers', 'Outreach log']) ask(host, 'openTab', tab);
    expect(inTabs(host)).toEqual([]);
    expect(inTabs(openSample())).toEqual([]);
    expect(need(host, 'Problems in Settings and Templates')).toBeUndefined();
  });
});
