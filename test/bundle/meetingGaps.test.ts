// Scenes of a real meeting, through the built bundle, that were played wrong once: three people on one group, a slip in a
// name, contacts without the columns, a second meeting on the day of the first one's deadline.
import { describe, expect, test } from '@jest/globals';
import type { WriteReceipt } from '../../src/commands/answers';
import type { CloseAnswers, CloseView } from '../../src/commands/closeAnswers';
import type { LookAgainView, MeetingView } from '../../src/commands/meetingAnswers';
import type { NamesView } from '../../src/commands/nameAnswers';
import type { PlansView, StartedPlan } from '../../src/commands/planAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, type Options } from './campaign';

const HEADER =
  'Organization,Category,Town,Contact,E-mail,Phone,Known by,Owner,Task,Due,Status,Last contacted,Notes';
const ROWS = [
  'Amity Street Church,Faith group,Larkhaven,Ruth,ruth@amity.example.org,,Bo,,,,Contacted,2026-11-03,Likes letters',
  'Paper Lantern Books,Small business,Larkhaven,Ines,,,,,,,Declined,,',
];
const VOLUNTEERS = [
  ['Name', 'E-mail', 'Belongs to'],
  ['Ana Ruiz', 'ana@larkhaven.example.org', ''],
  ['Bo', 'bo@larkhaven.example.org', ''],
  ['Chidi', '', 'SEIU Local 503'],
];
const TAB = 'Shortlist Nov 12';
const START: CloseAnswers = { tab: 0, due: '', same: [], takers: [], seen: [] };

async function meeting(options: Options = {}): Promise<Host> {
  const host = await openCampaign({ header: HEADER, rows: ROWS, ...options });
  putTab(host, 'Volunteers', VOLUNTEERS);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'startMeeting', '2026-11-12');
  return host;
}

const column = (host: Host, heading: string): number => (cellsOf(host, TAB)[0] ?? []).indexOf(heading) + 1;

function type(host: Host, row: number, cells: Readonly<Record<string, string>>): void {
  for (const [heading, text] of Object.entries(cells))
    host.model.typeInto(TAB, row, column(host, heading), text);
}

const hint = (host: Host, row: number): string => host.model.display(TAB, row, column(host, 'Hint'));
const view = (host: Host) => ask<MeetingView>(host, 'getMeeting');
const preview = (host: Host, answers: Partial<CloseAnswers> = {}) =>
  ask<CloseView>(host, 'getClose', { ...START, ...answers });
const close = (host: Host, answers: Partial<CloseAnswers> = {}) => {
  const { seen, tab } = preview(host, answers);
  return ask<WriteReceipt>(host, 'closeMeeting', { ...START, tab, seen, ...answers });
};
const contact = (host: Host, name: string, tab = 'Contacts') =>
  recordsOf(host, tab).find((row) => row['Organization'] === name);

describe('hints', () => {
  test('of three rows with one name two people hear of each other, whoever typed last', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Tern Island Clinic', 'Who takes it': 'Chidi' });
    type(host, 3, { Organization: 'tern island clinic', 'Who takes it': 'Bo' });
    type(host, 4, { Organization: 'Tern Island Clinic' });
    expect(hint(host, 2)).toBe('Also in row 3. Ask each other: Chidi, Bo.');
    expect(hint(host, 3)).toBe('Also in row 2. Ask each other: Bo, Chidi.');
    expect(view(host).twoTakers.map(({ row, takers }) => [row, takers])).toEqual([
      [2, 'Chidi, Bo'],
      [3, 'Bo, Chidi'],
    ]);
  });

  test('go on where one cell holds an error, in the shortlist or in the contacts', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Paper lantern books' });
    type(host, 3, { Organization: '=Grace Church', 'Who takes it': '=Bo' });
    host.model.typeInto('Contacts', 9, 1, '=1/0');
    type(host, 4, { Organization: 'Amity Street Church', 'Who takes it': 'Ana Ruiz und Bo' });
    expect(hint(host, 2)).toBe('Already in contacts, no touch noted yet.');
    expect(hint(host, 4)).toBe('Already in contacts, last touch Nov 3. Ask each other: Ana Ruiz, Bo.');
  });
});

describe('the deadline', () => {
  test('is never the day of the meeting that is being closed', async () => {
    const host = await meeting({ settings: [['Next meeting', '2026-11-12']] });
    type(host, 2, { Organization: 'Tern Island Clinic', 'Who takes it': 'Bo' });
    const { dueProblem, seen, tab } = preview(host);
    expect(dueProblem).toBe('Nov 12 is this meeting: choose the day of the next one.');
    expect(refused(host, 'closeMeeting', { ...START, tab, seen }).code).toBe('no-next-meeting');
    close(host, { due: '2026-11-26' });
    expect(contact(host, 'Tern Island Clinic')).toMatchObject({ Owner: 'Bo' });
  });

  test('may be the day of a shortlist that was prepared and closed before it', async () => {
    const host = await openCampaign({ header: HEADER, rows: ROWS });
    putTab(host, 'Volunteers', VOLUNTEERS);
    ask(host, 'startWith', 'Contacts');
    ask(host, 'startMeeting', '2026-11-19');
    host.model.typeInto('Shortlist Nov 19', 2, 1, 'Tern Island Clinic');
    expect(preview(host)).toMatchObject({ due: '2026-11-19', dueProblem: '' });
  });
});

describe('what people know', () => {
  test('that finds no column in the contacts is said, and the recap knows it all the same', async () => {
    const host = await meeting({ header: 'Organization,Phone', rows: ['Paper Lantern Books,555-0101'] });
    type(host, 2, {
      Organization: 'Dockside Cooks Local 62',
      Category: 'Union',
      Town: 'Salem',
      'Who knows someone there': 'Chidi',
      'Best way to reach them': 'cooks@example.org',
      'Who takes it': 'Bo',
      Notes: 'Meets on Tuesdays',
    });
    const { remarks, recap } = preview(host, { due: '2026-11-26' });
    expect(remarks).toEqual([
      'The contacts have no column for Category, E-mail, Known by, Notes, Town: what the shortlist says there stays in “Shortlist Nov 12” (Dockside Cooks Local 62).',
    ]);
    expect(recap.missing).not.toContain('Union');
    expect(recap.noWay).toEqual([]);
    expect(recap.who[0]?.tasks[0]).toEqual({
      text: 'Dockside Cooks Local 62: reach out',
      first: 'Ask Chidi first, who knows someone there.',
    });
  });

  test('in a column that the group added goes into the notes', async () => {
    const host = await meeting();
    const at = column(host, 'Outreach ID') + 1;
    host.model.insertColumns(TAB, at, 1);
    host.model.typeInto(TAB, 1, at, 'Members');
    host.model.typeInto(TAB, 2, at, '400, they say');
    type(host, 2, { Organization: 'Tern Island Clinic', Notes: 'By ferry', 'Idea by': 'Bo' });
    close(host);
    expect(contact(host, 'Tern Island Clinic')?.['Notes']).toBe(
      'By ferry\nMembers: 400, they say\nIdea by Bo',
    );
  });

  test('goes along under headings in other letters and words', async () => {
    const host = await meeting();
    for (const [from, to] of [
      ['Organization', 'Group'],
      ['Town', 'City'],
      ['Notes', 'Remarks'],
      ['Who takes it', 'WHO TAKES IT?'],
    ] as const)
      host.model.typeInto(TAB, 1, column(host, from), to);
    type(host, 2, { Group: 'Tern Island Clinic', City: 'Salem', Remarks: 'By ferry', 'WHO TAKES IT?': 'Bo' });
    expect(ask<LookAgainView>(host, 'lookAgain').message).toBe('Looked at 1 name.');
    expect(preview(host).remarks).toEqual([]);
    close(host);
    expect(contact(host, 'Tern Island Clinic')).toMatchObject({
      Town: 'Salem',
      Notes: 'By ferry',
      Owner: 'Bo',
    });
  });

  test('beside no name is pointed at', async () => {
    const host = await meeting();
    type(host, 4, { Town: 'Salem' });
    expect(preview(host).remarks).toEqual(['Row 4 names no group and stays as it is.']);
    type(host, 6, { Organization: 'tbd', 'Who takes it': 'Bo' });
    expect(preview(host).remarks).toEqual(['Rows 4 and 6 name no group and stay as they are.']);
  });
});

describe('who takes it', () => {
  test('“nobody yet” is nobody, and nothing is asked', async () => {
    const host = await meeting();
    ['nobody yet', 'No one', 'open', '???', 'TBD'].forEach((words, index) => {
      type(host, index + 2, { Organization: `Tern Island ${index} Clinic`, 'Who takes it': words });
    });
    const { questions, given, recap } = preview(host);
    expect(questions.filter(({ kind }) => kind === 'taker')).toEqual([]);
    expect(given).toBe(0);
    expect(recap.nobody).toHaveLength(5);
  });

  test('names within the words are proposed, “me” is never added, and anybody of the list may be chosen', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Tern Island Clinic', 'Who takes it': 'Ana or Bo' });
    type(host, 3, { Organization: 'Harbor Choir', 'Who takes it': 'me' });
    type(host, 4, { Organization: 'Mill Guild', 'Who takes it': 'Zed' });
    const { questions, people } = preview(host);
    expect(people).toEqual(['Ana Ruiz', 'Bo', 'Chidi']);
    expect(questions.map(({ key, options }) => [key, options.map((one) => one.key)])).toEqual([
      ['Ana or Bo', ['Ana Ruiz', 'Bo', 'Ana or Bo', '']],
      ['Zed', ['Zed', '']],
      ['me', ['']],
    ]);
    close(host, {
      takers: [
        { name: 'Ana or Bo', to: 'Bo' },
        { name: 'me', to: 'Chidi' },
        { name: 'Zed', to: '' },
      ],
    });
    expect(contact(host, 'Harbor Choir')).toMatchObject({ Owner: 'Chidi' });
    expect(contact(host, 'Tern Island Clinic')).toMatchObject({ Owner: 'Bo' });
  });
});

describe('the recap', () => {
  test('counts kinds as the meeting does, and looks for nobody where they have decided', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'NAACP Salem Branch', 'Who takes it': 'Bo' });
    type(host, 3, { Organization: 'Paper Lantern Books' });
    const { recap } = preview(host);
    const none = view(host).categories.filter(
      ({ inContacts, shortlisted }) => inContacts + shortlisted === 0,
    );
    expect([...recap.missing].sort()).toEqual(none.map(({ category }) => category).sort());
    expect(recap.nobody).toEqual([]);
    expect(recap.noWay).toEqual(['NAACP Salem Branch']);
  });

  test('names those in it without an address: nobody can mail it to them', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Tern Island Clinic', 'Who takes it': 'Bo & Chidi' });
    expect(preview(host).recap).toMatchObject({ withAddress: 1, noAddress: ['Chidi'] });
  });

  test('a kind that only stands in a question is there', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Dockside Cooks Local 62', 'Who takes it': 'Zed' });
    expect(preview(host).recap.missing).not.toContain('Union');
  });
});

test('a group that stands in several rows is one, and has somebody where one of them does', async () => {
  const host = await meeting();
  type(host, 2, { Organization: 'Dockside Cooks Local 62', 'Who takes it': 'Bo' });
  type(host, 3, { Organization: 'dockside cooks local 62' });
  type(host, 4, { Organization: 'Tern Island Clinic' });
  const { categories, noTaker, noTakerCount } = view(host);
  expect(categories.find(({ category }) => category === 'Union')?.shortlisted).toBe(1);
  expect(noTaker).toEqual([{ organization: 'Tern Island Clinic', row: 4 }]);
  expect(noTakerCount).toBe(1);
});

describe('who may know somebody', () => {
  test('stands beside each new or cold name of the meeting, with the text to ask them', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'SEIU Local 49', 'Who takes it': 'Bo' });
    type(host, 3, {
      Organization: 'Harbor Choir',
      'Who knows someone there': 'Bo',
      'Who takes it': 'Ana Ruiz',
    });
    type(host, 4, { Organization: 'SEIU Local 503', 'Who takes it': 'Chidi' });
    type(host, 5, { Organization: 'Amity Street Church' });
    const { askFirst, askFirstCount } = view(host);
    expect(askFirst.map(({ organization, row, sentence }) => [organization, row, sentence])).toEqual([
      ['SEIU Local 49', 2, 'Chidi belongs to SEIU Local 503, of the same union, and may know someone there.'],
      ['Harbor Choir', 3, 'Bo knows somebody there.'],
    ]);
    expect(askFirstCount).toBe(2);
    expect(askFirst[0]?.text).toContain('Hi Chidi');
    expect(askFirst[0]?.text).toContain('You are with SEIU Local 503');
    expect(askFirst[0]?.text).toContain('SEIU Local 49');
    expect(askFirst[1]?.text).toContain('You know somebody at Harbor Choir');
    expect(ask<LookAgainView>(host, 'lookAgain').meeting.askFirst).toEqual(askFirst);
  });
});

test('what may be a person or a group can be ticked, and is added once', async () => {
  const host = await meeting();
  const text = 'Oregon Nurses Association\nStreet Roots\nNAACP Salem-Keizer Branch';
  const found = ask<NamesView>(host, 'getNames', text);
  const item = found.items.find(({ name }) => name === 'Street Roots');
  expect(item).toMatchObject({ kind: 'left out', addable: true, word: 'Left out' });
  expect(found.counts).toEqual({ new: 2, known: 0, unsure: 0, leftOut: 1 });
  const choices = [{ at: item?.at ?? -1, category: '', seen: 'new' as const }];
  expect(ask<WriteReceipt>(host, 'addNames', text, choices).written).toBe(1);
  expect(ask<WriteReceipt>(host, 'addNames', text, choices).written).toBe(0);
  expect(ask<NamesView>(host, 'getNames', text).counts).toMatchObject({ known: 1, leftOut: 0 });
});

describe('a plan', () => {
  test('says who is away when their task is due, and which days are off', async () => {
    const host = await openCampaign({ settings: [['Days off', 'Sundays']] });
    putTab(host, 'Volunteers', [
      ['Name', 'Away until'],
      ['Ana Ruiz', '2026-12-01'],
      ['Bo', ''],
    ]);
    const { id } = ask<StartedPlan>(host, 'startPlan', 'Phone bank', '', '2026-12-08');
    const tab = ask<PlansView>(host, 'getPlans', id, '').current?.tab ?? '';
    const owner = (cellsOf(host, tab)[0] ?? []).indexOf('Owner') + 1;
    host.model.typeInto(tab, 2, owner, 'Ana');
    host.model.typeInto(tab, 3, owner, 'Ana & Bo');
    host.model.typeInto(tab, 8, owner, 'Ana Ruiz');
    const plans = ask<PlansView>(host, 'getPlans', id, '');
    expect(plans.daysOff).toBe('Sundays');
    expect(plans.current?.items[0]?.away).toBe('Ana Ruiz is away until Dec 1');
    expect(plans.current?.items.filter(({ away }) => away !== '')).toHaveLength(1);
  });
});
