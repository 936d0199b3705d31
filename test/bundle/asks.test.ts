// Asks as a lead and volunteers meet them: written down, answered on every way, in the tab, the log and the row.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, ContactView, FollowUpsView, WriteReceipt } from '../../src/commands/answers';
import type { AskItem, AsksView } from '../../src/commands/askAnswers';
import type { HandOverView } from '../../src/commands/shareAnswers';
import type { Host } from '../../workbench/host/createHost';
import {
  ask,
  cellsOf,
  openCampaign,
  putTab,
  recordsOf,
  refused,
  request,
  resume,
  tabNames,
} from './campaign';

const AMITY = 'Amity Street Church';
const HARBOR = 'Harbor Nurses Association';
const THIMBLE = 'Green Thimble Tailors';
const NO_ANSWERS = { conflicts: [], missing: [], twins: [], counts: [] };

function selected(host: Host, name: string): ContactView {
  const row = recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === name) + 2;
  host.select('Contacts', row, 1);
  return ask<ContactView>(host, 'getSelectedContact');
}

const asked = (host: Host, name: string, kind: string, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'recordAsk', {
    contact: selected(host, name).contact,
    kind,
    channel: 'phone',
    day: '',
    note: '',
    ...more,
  });

const askOf = (host: Host, name: string, kind: string): AskItem => {
  const found = selected(host, name).asks.items.find((item) => item.kind === kind);
  if (found === undefined) throw new Error(`${name} has no ask “${kind}”.`);
  return found;
};

const BLANK = { day: '', waitUntil: '', whoDecided: '', mayBeNamed: '', note: '' };
const answer = (host: Host, name: string, kind: string, said: string, more: object = {}): WriteReceipt => {
  const { id } = askOf(host, name, kind);
  const { contact } = selected(host, name);
  return ask<WriteReceipt>(host, 'answerAsk', { contact, ask: id, answer: said, ...BLANK, ...more });
};

const rowOf = (host: Host, name: string) =>
  recordsOf(host, 'Contacts').find((row) => row['Organization'] === name) ?? {};
const inTab = (host: Host) =>
  recordsOf(host, 'Asks')
    .filter((row) => row['Organization'] !== '')
    .map((row) => [row['Organization'], row['Ask'], row['Answer']]);
const kinds = (host: Host) => recordsOf(host, 'Outreach log').map((line) => line['Kind']);
const listed = (host: Host) => ask<AsksView>(host, 'getAsks');
const undoNewest = (host: Host): WriteReceipt => {
  const [newest] = ask<ChangesView>(host, 'getChanges').groups.flatMap(({ changes }) => changes);
  return ask<WriteReceipt>(host, 'undoChange', newest?.id);
};
/** A row of the tab Asks as a person types it. */
function typed(host: Host, cells: Record<string, string>, row = cellsOf(host, 'Asks').length + 1): void {
  const headings = (cellsOf(host, 'Asks')[0] ?? []).map(String);
  for (const [heading, text] of Object.entries(cells))
    host.model.typeInto('Asks', row, headings.indexOf(heading) + 1, text);
}

describe('an ask that is written down', () => {
  test('stands in the tab, in the log, on the contact, and is a touch of ours', async () => {
    const host = await openCampaign();
    ask(host, 'startWith', 'Contacts');
    const receipt = asked(host, HARBOR, 'let us present', { channel: 'in person', note: 'at their fair' });
    expect(receipt.message).toContain(HARBOR);
    expect(inTab(host)).toEqual([[HARBOR, 'let us present', 'open']]);
    expect(kinds(host)).toEqual(['asked']);
    const [line] = recordsOf(host, 'Outreach log');
    expect(recordsOf(host, 'Asks')[0]?.['Ask ID']).toBe(line?.['Entry id']);
    const item = askOf(host, HARBOR, 'let us present');
    expect(item).toMatchObject({ answer: 'open', state: 'fresh' });
    expect(rowOf(host, HARBOR)['Status']).toBe('Contacted');
    expect(rowOf(host, HARBOR)['Attempts']).toBe('');
    expect(listed(host)).toMatchObject({ openCount: 1, dueCount: 0, behind: '' });
  });

  test('is written once where the button is pressed twice, and a second one while the first is open is refused', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    asked(host, HARBOR, 'endorsement');
    expect(inTab(host)).toHaveLength(1);
    expect(kinds(host)).toEqual(['asked']);
    host.advance(1);
    const problem = refused(host, 'recordAsk', {
      contact: selected(host, HARBOR).contact,
      kind: 'endorsement',
      channel: 'phone',
      day: '',
      note: '',
    });
    expect(problem).toMatchObject({ code: 'ask-open' });
    expect(problem.todo).toContain('answer');
    asked(host, HARBOR, 'attend our meeting');
    expect(inTab(host)).toHaveLength(2);
  });

  test('of an unknown kind, a day ahead or a channel that is none is refused in words', async () => {
    const host = await openCampaign();
    const { contact } = selected(host, HARBOR);
    const good = { contact, kind: 'endorsement', channel: 'phone', day: '', note: '' };
    expect(refused(host, 'recordAsk', { ...good, kind: 'a pony' }).code).toBe('ask-unclear');
    expect(refused(host, 'recordAsk', { ...good, channel: 'pigeon' }).code).toBe('ask-unclear');
    expect(refused(host, 'recordAsk', { ...good, day: '2026-11-13' }).code).toBe('ask-day');
    expect(refused(host, 'recordAsk', { ...good, day: 'tomorrow' }).code).toBe('ask-day');
    expect(refused(host, 'recordAsk', { ...good, contact: 'c-none' }).code).toBe('contact-gone');
    expect(tabNames(host)).not.toContain('Asks');
  });

  test('may be one of the group’s own kinds', async () => {
    const host = await openCampaign({ settings: [['Our own asks', 'lend us a hall; hang a poster']] });
    expect(selected(host, HARBOR).asks.kinds).toEqual(
      expect.arrayContaining(['lend us a hall', 'hang a poster']),
    );
    asked(host, HARBOR, 'Hang a poster');
    expect(inTab(host)).toEqual([[HARBOR, 'hang a poster', 'open']]);
  });

  test('cut off at any call and asked for again, stands once in the row, the tab and the log', async () => {
    const host = await openCampaign();
    ask(host, 'startWith', 'Contacts');
    asked(host, AMITY, 'attend our meeting');
    const { contact } = selected(host, HARBOR);
    const wanted = { contact, kind: 'endorsement', channel: 'phone', day: '', note: 'met at church' };
    const saved = host.save();
    const trial = resume(saved);
    ask(trial, 'recordAsk', wanted);
    for (let n = 1; n <= trial.calls.length; n++) {
      const cut = resume(saved);
      cut.killAt(n, 'after');
      try {
        cut.call('recordAsk', wanted);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(cut.save());
      ask(next, 'recordAsk', wanted);
      expect([n, inTab(next).filter(([name]) => name === HARBOR)]).toEqual([
        n,
        [[HARBOR, 'endorsement', 'open']],
      ]);
      expect([n, kinds(next)]).toEqual([n, ['asked', 'asked']]);
      expect(rowOf(next, HARBOR)['Status']).toBe('Contacted');
    }
  });

  test('undone goes out of all three; what somebody wrote beside it stays', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    undoNewest(host);
    expect(inTab(host)).toEqual([]);
    expect(rowOf(host, HARBOR)['Status']).toBe('Ready');
    expect(listed(host).openCount).toBe(0);
    asked(host, AMITY, 'endorsement');
    typed(host, { Note: 'Ruth is keen' }, 2);
    expect(
      undoNewest(host)
        .kept.map(({ why }) => why)
        .join(),
    ).toContain('somebody wrote there');
  });
});

describe('an answer', () => {
  test('of each kind stands in the row of the ask; one no leaves the others open', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    asked(host, HARBOR, 'attend our meeting');
    asked(host, HARBOR, 'let us present');
    answer(host, HARBOR, 'attend our meeting', 'no', { note: 'no time on Thursdays' });
    expect(inTab(host)).toEqual([
      [HARBOR, 'endorsement', 'open'],
      [HARBOR, 'attend our meeting', 'no'],
      [HARBOR, 'let us present', 'open'],
    ]);
    expect(rowOf(host, HARBOR)['Status']).not.toBe('Declined');
    answer(host, HARBOR, 'let us present', 'later', { waitUntil: '2026-12-01' });
    answer(host, HARBOR, 'endorsement', 'open', { waitUntil: '2026-11-20', note: 'board meeting' });
    expect(selected(host, HARBOR).tag.word).toBe('Waiting');
    expect(listed(host)).toMatchObject({ openCount: 2, dueCount: 0 });
    expect(listed(host).open.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    host.advance(8);
    expect(askOf(host, HARBOR, 'endorsement').state).toBe('waiting');
    host.advance(1);
    expect(askOf(host, HARBOR, 'endorsement').state).toBe('due');
    answer(host, HARBOR, 'endorsement', 'maybe');
    expect(listed(host)).toMatchObject({ confirmed: 0, openCount: 1 });
  });

  test('yes to the endorsement with who and when counts, and the row says Endorsed', async () => {
    const host = await openCampaign({
      header:
        'Organization,Kind,Contact,E-mail,Phone,Known by,Owner,Status,First contacted,Last contacted,Attempts,Answer,Notes,Endorsement',
      rows: [
        'Harbor Nurses Association,Nurses,Pia,pia@harbor.example.org,,,,Ready,,,,,,',
        'Lantern Union Local 9,Union,Lo,lo@lantern.example.org,,,,Endorsed,2026-09-01,2026-09-01,1,,,2026-10-01',
      ],
    });
    asked(host, HARBOR, 'endorsement', { day: '2026-11-01' });
    answer(host, HARBOR, 'endorsement', 'yes', {
      day: '2026-11-10',
      whoDecided: 'Their board',
      mayBeNamed: 'yes',
    });
    expect(listed(host)).toMatchObject({ confirmed: 1, named: 1, claimedCount: 1 });
    const row = rowOf(host, HARBOR);
    expect(row['Status']).toBe('Endorsed');
    expect(String(row['Endorsement'])).toContain('2026');
    undoNewest(host);
    expect(rowOf(host, HARBOR)).toMatchObject({ Endorsement: '' });
    expect(listed(host)).toMatchObject({ confirmed: 0, openCount: 1 });
    expect(askOf(host, HARBOR, 'endorsement').answer).toBe('open');
  });

  test('without what it needs is refused, and nothing is written', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    const before = cellsOf(host, 'Asks');
    const { contact } = selected(host, HARBOR);
    const { id } = askOf(host, HARBOR, 'endorsement');
    const said = { contact, ask: id, ...BLANK };
    expect(refused(host, 'answerAsk', { ...said, answer: 'dropped' }).code).toBe('ask-note');
    expect(refused(host, 'answerAsk', { ...said, answer: 'later' }).code).toBe('ask-wait');
    expect(refused(host, 'answerAsk', { ...said, answer: 'later', waitUntil: '2026-11-01' }).code).toBe(
      'ask-wait',
    );
    expect(refused(host, 'answerAsk', { ...said, answer: 'yes', day: '2027-01-01' }).code).toBe('ask-day');
    expect(refused(host, 'answerAsk', { ...said, ask: 'none', answer: 'yes' }).code).toBe('no-such-ask');
    expect(cellsOf(host, 'Asks')).toEqual(before);
    answer(host, HARBOR, 'endorsement', 'dropped', { note: 'they are a charity' });
    expect(inTab(host)).toEqual([[HARBOR, 'endorsement', 'dropped']]);
    expect(listed(host).openCount).toBe(0);
  });

  test('can be put right: maybe becomes yes, yes becomes no, and nothing is left to ask', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement', { day: '2026-11-02' });
    answer(host, HARBOR, 'endorsement', 'maybe', { day: '2026-11-04' });
    answer(host, HARBOR, 'endorsement', 'yes', { day: '2026-11-08', whoDecided: 'Pia' });
    expect(listed(host)).toMatchObject({ confirmed: 1, questionCount: 0 });
    answer(host, HARBOR, 'endorsement', 'no', { whoDecided: 'Pia' });
    expect(listed(host)).toMatchObject({ confirmed: 0, claimedCount: 0, questionCount: 0 });
    answer(host, HARBOR, 'endorsement', 'yes', { whoDecided: 'Pia' });
    answer(host, HARBOR, 'endorsement', 'yes', { whoDecided: 'Pia' });
    expect(listed(host)).toMatchObject({ confirmed: 1, questionCount: 0 });
    expect(inTab(host)).toEqual([[HARBOR, 'endorsement', 'yes']]);
  });

  test('cut off at any call and given again, is said once', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    const { contact } = selected(host, HARBOR);
    const { id } = askOf(host, HARBOR, 'endorsement');
    const said = { contact, ask: id, answer: 'yes', ...BLANK, whoDecided: 'Pia', mayBeNamed: 'yes' };
    const saved = host.save();
    const trial = resume(saved);
    ask(trial, 'answerAsk', said);
    for (let n = 1; n <= trial.calls.length; n++) {
      const cut = resume(saved);
      cut.killAt(n, 'after');
      try {
        cut.call('answerAsk', said);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(cut.save());
      ask(next, 'answerAsk', said);
      expect([n, kinds(next)]).toEqual([n, ['asked', 'said yes']]);
      expect([n, listed(next).confirmed, listed(next).questionCount]).toEqual([n, 1, 0]);
    }
  });
});

describe('the tab Asks', () => {
  test('may be sorted, have its columns moved and rows inserted: the row is found by its Ask ID', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    asked(host, THIMBLE, 'attend our meeting');
    host.model.insertRows('Asks', 2, 3);
    host.model.insertColumns('Asks', 1, 1);
    host.model.typeInto('Asks', 1, 1, 'My remarks');
    answer(host, THIMBLE, 'attend our meeting', 'yes');
    asked(host, AMITY, 'let us present');
    expect(inTab(host)).toEqual([
      [HARBOR, 'endorsement', 'open'],
      [THIMBLE, 'attend our meeting', 'yes'],
      [AMITY, 'let us present', 'open'],
    ]);
    expect(listed(host)).toMatchObject({ openCount: 2, questionCount: 0, behind: '' });
  });

  test('takes rows that people type: they count at once, get their ids, and are no line of the log', async () => {
    const host = await openCampaign();
    ask(host, 'openTab', 'Asks');
    typed(host, {
      Organization: 'amity street church',
      Ask: 'endorse us',
      'Asked on': '2026-11-11',
      Answer: 'no',
    });
    const due = () =>
      ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready.map(({ organization }) => organization);
    expect(due()).not.toContain(AMITY);
    expect(due()).toContain('Cedar Hill Congregation');
    typed(host, {
      Organization: 'Cedar Hill Congregation',
      Ask: 'endorsement',
      'Asked on': '2026-11-01',
      'Wait until': '2026-11-30',
    });
    expect(due()).not.toContain('Cedar Hill Congregation');
    const first = ask<WriteReceipt>(host, 'writeAsks');
    expect(first.written).toBeGreaterThan(0);
    expect(recordsOf(host, 'Asks').every((row) => row['Ask ID'] !== '' && row['Outreach ID'] !== '')).toBe(
      true,
    );
    expect(kinds(host)).toEqual([]);
    const before = JSON.stringify(host.save().workbook);
    expect(ask<WriteReceipt>(host, 'writeAsks')).toMatchObject({ written: 0, change: '' });
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });

  test('is answered in the panel also in a row that was typed just now', async () => {
    const host = await openCampaign();
    ask(host, 'openTab', 'Asks');
    typed(host, { Organization: HARBOR, Ask: 'endorsement', 'Asked on': '2026-11-11' });
    answer(host, HARBOR, 'endorsement', 'yes', { whoDecided: 'Pia' });
    const rows = recordsOf(host, 'Asks');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ Answer: 'yes', 'Who decided': 'Pia' });
    expect(rows[0]?.['Ask ID']).not.toBe('');
    expect(rows[0]?.['Outreach ID']).not.toBe('');
    expect(listed(host)).toMatchObject({ confirmed: 1, openCount: 0, questionCount: 0, behind: '' });
  });

  test('says which rows cannot be read, each with its place', async () => {
    const host = await openCampaign();
    ask(host, 'openTab', 'Asks');
    typed(host, { Organization: 'Nobody at all', Ask: 'endorsement' });
    typed(host, { Organization: HARBOR, Ask: 'a pony' });
    const { questions } = listed(host);
    expect(questions.map(({ row }) => row)).toEqual([2, 3]);
    expect(questions.map(({ text }) => text).join(' ')).not.toMatch(/undefined|null/);
  });

  test('that lost its headings is left alone, and says so', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    const { contact } = selected(host, THIMBLE);
    for (const column of [1, 2, 5, 12]) host.model.typeInto('Asks', 1, column, '');
    const before = cellsOf(host, 'Asks');
    const wanted = { contact, kind: 'endorsement', channel: 'phone', day: '', note: '' };
    expect(refused(host, 'recordAsk', wanted).code).toBe('asks-headings');
    expect(cellsOf(host, 'Asks')).toEqual(before);
    expect(kinds(host)).toEqual(['asked']);
  });

  test('that was deleted comes back with all that the log knows', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    answer(host, HARBOR, 'endorsement', 'maybe');
    host.model.deleteTab('Asks');
    expect(listed(host)).toMatchObject({ hasTab: false });
    ask(host, 'writeAsks');
    expect(inTab(host)).toEqual([[HARBOR, 'endorsement', 'maybe']]);
  });

  test('lists the asks of a contact that somebody deleted as a question', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement');
    const row = recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === HARBOR) + 2;
    host.model.deleteRows('Contacts', row, 1);
    expect(listed(host).questions.map(({ organization }) => organization)).toEqual([HARBOR]);
    ask(host, 'writeAsks');
    expect(inTab(host)).toEqual([[HARBOR, 'endorsement', 'open']]);
  });
});

describe('what the log knows', () => {
  test('a first message that left is the ask of Settings, and the follow-up says what it follows up', async () => {
    const host = await openCampaign();
    ask(host, 'startWith', 'Contacts');
    const first = ask<FollowUpsView>(host, 'getFollowUps', 'first').ready.find(
      ({ organization }) => organization === HARBOR,
    );
    ask(host, 'sendChunk', [request(first?.contact ?? '')], 'first');
    expect(askOf(host, HARBOR, 'endorsement').answer).toBe('open');
    expect(tabNames(host)).not.toContain('Asks');
    expect(listed(host).behind).toContain('1 ask');
    asked(host, HARBOR, 'attend our meeting');
    expect(
      inTab(host)
        .map(([, kind]) => kind)
        .sort(),
    ).toEqual(['attend our meeting', 'endorsement']);
    host.advance(12);
    ask(host, 'openTab', 'Templates');
    const at = recordsOf(host, 'Templates').findIndex(({ Key }) => Key === 'follow-up') + 2;
    const body = (cellsOf(host, 'Templates')[0] ?? []).indexOf('Body') + 1;
    host.model.typeInto('Templates', at, body, 'Hello. {{#ask}}I asked for {{ask}}.{{/ask}}');
    const due = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready.find(
      ({ organization }) => organization === HARBOR,
    );
    expect(due?.about).toBe('About: attend our meeting, asked on Nov 12');
    expect(due?.body).toBe('Hello. I asked for your company at one of our meetings.');
    ask(host, 'sendChunk', [request(due?.contact ?? '')], 'follow-ups');
    expect(recordsOf(host, 'Outreach log').at(-1)?.['Notes']).toContain('About: attend our meeting');
  });

  test('“said yes to endorsement” in a volunteer’s tab answers it; a plain yes with two open asks is a question', async () => {
    const host = await openCampaign();
    putTab(host, 'Volunteers', [
      ['Name', 'E-mail'],
      ['Ana', 'ana@larkhaven.example.org'],
      ['Bo', 'bo@larkhaven.example.org'],
      ['Chidi', 'chidi@larkhaven.example.org'],
    ]);
    ask(host, 'startWith', 'Contacts');
    ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
    const name = String(recordsOf(host, '→ Chidi')[0]?.['Organization']);
    const happens = (text: string) => {
      const headings = (cellsOf(host, '→ Chidi')[0] ?? []).map(String);
      const row = recordsOf(host, '→ Chidi').findIndex((one) => one['Organization'] === name) + 2;
      host.edit('→ Chidi', row, headings.indexOf('What happened') + 1, text);
      expect(host.triggerError).toBe('');
    };
    asked(host, name, 'endorsement', { day: '2026-11-10' });
    asked(host, name, 'let us present', { day: '2026-11-10' });
    happens('said yes');
    const [question] = listed(host).questions;
    expect(question).toMatchObject({ organization: name });
    const present = question?.choices.find(({ label }) => label.includes('present'));
    ask(host, 'settleAsk', question?.key, present?.choice);
    expect(askOf(host, name, 'let us present').answer).toBe('yes');
    expect(askOf(host, name, 'endorsement').answer).toBe('open');
    expect(listed(host).questionCount).toBe(0);
    happens('said yes to endorsement');
    expect(askOf(host, name, 'endorsement').answer).toBe('yes');
    ask(host, 'bringHome', NO_ANSWERS);
    expect(recordsOf(host, 'Asks').find((row) => row['Ask'] === 'endorsement')).toMatchObject({
      Answer: 'yes',
    });
    const again = JSON.stringify(host.save().workbook);
    ask(host, 'bringHome', NO_ANSWERS);
    expect(JSON.stringify(host.save().workbook)).toBe(again);
    expect(listed(host)).toMatchObject({ claimedCount: 1, confirmed: 0 });
  });

  test('a touch that answered an ask and is taken back opens it again', async () => {
    const host = await openCampaign();
    putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo'], ['Chidi']]);
    ask(host, 'startWith', 'Contacts');
    ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
    const name = String(recordsOf(host, '→ Chidi')[0]?.['Organization']);
    asked(host, name, 'endorsement');
    const headings = (cellsOf(host, '→ Chidi')[0] ?? []).map(String);
    host.edit('→ Chidi', 2, headings.indexOf('What happened') + 1, 'said no to endorsement');
    ask(host, 'writeAsks');
    expect(inTab(host)).toEqual([[name, 'endorsement', 'no']]);
    const touch = selected(host, name).touches.find(({ takeBack }) => takeBack !== '');
    ask(host, 'takeBack', touch?.takeBack);
    expect(inTab(host)).toEqual([[name, 'endorsement', 'open']]);
    expect(listed(host)).toMatchObject({ openCount: 1, questionCount: 0 });
  });

  test('the row and a later word differ: both are shown, and a click chooses', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement', { day: '2026-11-02' });
    answer(host, HARBOR, 'endorsement', 'maybe', { day: '2026-11-04' });
    const { contact } = selected(host, HARBOR);
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'said no', until: '', note: '' });
    const settle = (
      choice: (choices: readonly { choice: string; label: string }[]) => string | undefined,
    ) => {
      const copy = resume(host.save());
      const [question] = listed(copy).questions;
      ask(copy, 'settleAsk', question?.key, choice(question?.choices ?? []));
      expect(listed(copy).questionCount).toBe(0);
      return inTab(copy)[0]?.[2];
    };
    expect(listed(host).questionCount).toBe(1);
    expect([settle((choices) => choices[0]?.choice), settle((choices) => choices[1]?.choice)].sort()).toEqual(
      ['maybe', 'no'],
    );
  });
});

describe('the rest of the add-on knows of asks', () => {
  test('handing a contact over names each open ask', async () => {
    const host = await openCampaign();
    asked(host, AMITY, 'endorsement');
    const { contact } = selected(host, AMITY);
    const view = ask<HandOverView>(host, 'getHandOver', contact);
    expect(view.openThere.join(' ')).toContain('endorsement, asked on Nov 12');
  });

  test('forgetting a contact erases who decided and the note, and what the changes keep of them', async () => {
    const host = await openCampaign();
    asked(host, HARBOR, 'endorsement', { note: 'Pia is the one to ask' });
    answer(host, HARBOR, 'endorsement', 'yes', { whoDecided: 'Pia Harrow', note: 'Pia was glad' });
    ask(host, 'forgetContact', selected(host, HARBOR).contact);
    const text = JSON.stringify(host.save().workbook.tabs.map(({ rows }) => rows));
    expect(text).not.toMatch(/\bPia\b/);
    expect(inTab(host)).toEqual([[HARBOR, 'endorsement', 'yes']]);
    expect(listed(host).confirmed).toBe(1);
  });
});
