// Asks as people really use them: what was written down by mistake, ids and headings that went missing, own kinds, waits.
import { describe, expect, test } from '@jest/globals';
import type { FollowUpsView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused } from './campaign';
import {
  answer,
  asked,
  askOf,
  confirm,
  endorsed,
  inTab,
  line,
  listed,
  openThree,
  openWith,
  placeOf,
  rowOf,
  selected,
  typed,
  undoNewest,
} from './askGapsCampaign';

const NO_ANSWERS = { conflicts: [], missing: [], twins: [], counts: [] };

describe('what was written down by mistake', () => {
  test('an ask that is undone leaves no row, no id and no question', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    asked(host, 'Bramble', 'let us present');
    expect(undoNewest(host)).toMatchObject({ kept: [] });
    expect(inTab(host)).toEqual([['Amity', 'endorsement', 'open']]);
    expect(listed(host)).toMatchObject({ openCount: 1, questionCount: 0, behind: '' });
    confirm(host, 'Cedar', { people: '300' });
    expect(undoNewest(host)).toMatchObject({ kept: [] });
    expect(listed(host)).toMatchObject({ confirmed: 0, people: 0, questionCount: 0 });
  });

  test.each(['yes', 'no', 'maybe', 'later', 'dropped'])('a “%s” is opened again, for good', async (said) => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    const before = rowOf(host, 'Amity');
    answer(host, 'Amity', 'endorsement', said, {
      note: 'on the phone',
      waitUntil: said === 'later' ? '2026-12-01' : '',
    });
    answer(host, 'Amity', 'endorsement', 'open');
    expect(askOf(host, 'Amity', 'endorsement')).toMatchObject({ answer: 'open', waitUntil: '' });
    expect(listed(host)).toMatchObject({ openCount: 1, claimedCount: 0, questionCount: 0, behind: '' });
    expect(rowOf(host, 'Amity')).toMatchObject({ Answer: '', Endorsement: '', Status: before['Status'] });
    expect(selected(host, 'Amity').tag.word).toBe('Follow up');
    ask(host, 'writeAsks');
    expect(inTab(host)).toEqual([['Amity', 'endorsement', 'open']]);
  });

  test('an answer saved twice stands once in the log, also where somebody wrote their own note over ours', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    const yes = () => answer(host, 'Amity', 'endorsement', 'yes', { whoDecided: 'Pia' });
    const lines = () => recordsOf(host, 'Outreach log').filter((one) => one['Kind'] === 'said yes');
    yes();
    const [heading = []] = cellsOf(host, 'Outreach log');
    const last = recordsOf(host, 'Outreach log').length + 1;
    host.model.typeInto('Outreach log', last, heading.indexOf('Notes') + 1, 'I know her');
    yes();
    expect(lines()).toMatchObject([{ Notes: 'I know her' }]);
  });

  test('a yes of the log that somebody typed into one row without its day answers no other ask', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    asked(host, 'Amity', 'let us present');
    const { contact } = askOf(host, 'Amity', 'endorsement');
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'said yes', until: '', note: '' });
    expect(listed(host)).toMatchObject({ questionCount: 1, openCount: 2 });
    const row = recordsOf(host, 'Asks').findIndex((one) => one['Ask'] === 'let us present') + 2;
    host.model.typeInto('Asks', row, (cellsOf(host, 'Asks')[0] ?? []).indexOf('Answer') + 1, 'yes');
    expect(listed(host)).toMatchObject({ questionCount: 0, openCount: 1 });
    ask(host, 'writeAsks');
    expect(inTab(host)).toEqual([
      ['Amity', 'endorsement', 'open'],
      ['Amity', 'let us present', 'yes'],
    ]);
  });

  test('a yes after a maybe, opened again, leaves neither', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    answer(host, 'Amity', 'endorsement', 'maybe', { day: '2026-11-04' });
    answer(host, 'Amity', 'endorsement', 'yes', { day: '2026-11-05', whoDecided: 'Pia' });
    answer(host, 'Amity', 'endorsement', 'open');
    expect(inTab(host)).toEqual([['Amity', 'endorsement', 'open']]);
    expect(listed(host)).toMatchObject({ confirmed: 0, claimedCount: 0, openCount: 1, behind: '' });
  });

  test('a day to wait for may be put right to an earlier one, in the panel and in the tab', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    answer(host, 'Amity', 'endorsement', 'open', { waitUntil: '2026-11-30' });
    answer(host, 'Amity', 'endorsement', 'open', { waitUntil: '2026-11-20' });
    expect(askOf(host, 'Amity', 'endorsement').text).toBe('They decide on Nov 20');
    typed(host, { 'Wait until': '2026-11-17' }, 2);
    expect(askOf(host, 'Amity', 'endorsement').text).toBe('They decide on Nov 17');
    ask(host, 'writeAsks');
    expect(askOf(host, 'Amity', 'endorsement').text).toBe('They decide on Nov 17');
    // Who asks for more time later on gets it.
    host.advance(1);
    const { contact } = selected(host, 'Amity');
    ask(host, 'logTouch', {
      contact,
      channel: 'phone',
      outcome: 'wait until',
      until: '2026-12-10',
      note: '',
    });
    expect(askOf(host, 'Amity', 'endorsement').text).toBe('They decide on Dec 10');
  });

  test('an ask dropped in the tab without a word stays open, and asks for the word', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    typed(host, { Answer: 'dropped' }, 2);
    expect(listed(host)).toMatchObject({ openCount: 1, questionCount: 1 });
    expect(listed(host).questions[0]?.text).toContain('Note');
    typed(host, { Note: 'They are a charity and may not' }, 2);
    expect(listed(host)).toMatchObject({ openCount: 0, questionCount: 0 });
  });
});

describe('the tab Asks', () => {
  test('a row whose Ask ID somebody emptied is the same ask as before', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    const [before] = recordsOf(host, 'Asks');
    typed(host, { 'Ask ID': '' }, 2);
    expect(listed(host).openCount).toBe(1);
    ask(host, 'writeAsks');
    expect(recordsOf(host, 'Asks')).toEqual([before]);
  });

  test('a contact deleted and typed anew keeps its asks and its endorsement', async () => {
    const host = await openThree();
    endorsed(host, 'Amity');
    host.model.deleteRows('Contacts', placeOf(host, 'Amity'), 1);
    expect(listed(host)).toMatchObject({ confirmed: 0, questionCount: 1 });
    host.model.typeInto('Contacts', 4, 1, 'Amity');
    host.model.typeInto('Contacts', 4, 4, 'new@amity.example.org');
    expect(listed(host)).toMatchObject({ confirmed: 1, named: 1, questionCount: 0 });
    ask(host, 'writeAsks');
    expect(inTab(host)).toEqual([['Amity', 'endorsement', 'yes']]);
    expect(listed(host)).toMatchObject({ confirmed: 1, named: 1, behind: '' });
  });

  test.each(['Who decided', 'Answered on', 'May be named', 'Wait until', 'Note'])(
    'says that the heading “%s” is gone, and what could not be written because of it',
    async (heading) => {
      const host = await openThree();
      asked(host, 'Amity', 'endorsement');
      const at = (cellsOf(host, 'Asks')[0] ?? []).indexOf(heading) + 1;
      host.model.typeInto('Asks', 1, at, 'Ours');
      const { questions } = listed(host);
      expect(questions.map(({ text }) => text).join()).toContain(`“${heading}”`);
      const more = { whoDecided: 'Pia', mayBeNamed: 'yes', note: 'glad', waitUntil: '' };
      const isWait = heading === 'Wait until';
      const receipt = answer(
        host,
        'Amity',
        'endorsement',
        isWait ? 'later' : 'yes',
        isWait ? { ...more, waitUntil: '2026-12-01' } : more,
      );
      expect(receipt.kept.map(({ why }) => why).join()).toContain(`“${heading}”`);
      host.model.typeInto('Asks', 1, at, heading);
      expect(listed(host).questionCount).toBe(0);
    },
  );

  test('without its Ask IDs shows each ask once, and says so', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    const at = (cellsOf(host, 'Asks')[0] ?? []).indexOf('Ask ID') + 1;
    host.model.typeInto('Asks', 1, at, 'Ours');
    expect(listed(host)).toMatchObject({ openCount: 1 });
    expect(
      listed(host)
        .questions.map(({ text }) => text)
        .join(),
    ).toContain('“Ask ID”');
    expect(refused(host, 'writeAsks').code).toBe('asks-headings');
  });

  test('that the group keeps for something else may be renamed, and a new one is made', async () => {
    const host = await openThree();
    putTab(host, 'Asks', [
      ['What', 'Who'],
      ['bread', 'Ana'],
    ]);
    const wanted = {
      contact: selected(host, 'Amity').contact,
      kind: 'endorsement',
      channel: '',
      day: '',
      note: '',
    };
    expect(refused(host, 'recordAsk', wanted).todo).toContain('rename');
    host.model.renameTab('Asks', 'Shopping');
    ask(host, 'recordAsk', wanted);
    expect(inTab(host)).toEqual([['Amity', 'endorsement', 'open']]);
  });

  test('takes yes in the words that people use', async () => {
    const host = await openThree();
    ask(host, 'openTab', 'Asks');
    typed(host, { Organization: 'Amity', Ask: 'endorsement', Answer: 'ja' });
    typed(host, { Organization: 'Bramble', Ask: 'endorsement', Answer: 'Yes 11/3', 'Who decided': 'Pia' });
    expect(listed(host)).toMatchObject({ questionCount: 0, confirmed: 1, claimedCount: 1 });
  });
});

describe('“To which?”', () => {
  test('offers rows that somebody typed and that have no id yet', async () => {
    const host = await openThree();
    ask(host, 'openTab', 'Asks');
    typed(host, { Organization: 'Amity', Ask: 'endorsement', 'Asked on': '2026-11-02' });
    typed(host, { Organization: 'Amity', Ask: 'let us present', 'Asked on': '2026-11-02' });
    const { contact } = selected(host, 'Amity');
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'said yes', until: '', note: '' });
    const [question] = listed(host).questions;
    expect(question?.choices.map(({ label }) => label)).toEqual([
      'endorsement',
      'let us present',
      'To none of these',
    ]);
    ask(host, 'settleAsk', question?.key, question?.choices[1]?.choice);
    expect(inTab(host)).toEqual([
      ['Amity', 'endorsement', ''],
      ['Amity', 'let us present', 'yes'],
    ]);
    expect(listed(host)).toMatchObject({ openCount: 1, questionCount: 0, behind: '' });
  });
});

/** Chidi has Amity, and chooses under What happened. */
async function withVolunteer(own = ''): Promise<{ host: Host; happens: (text: string) => void }> {
  const host = await openCampaign({
    header: 'Organization,Contact,E-mail,Owner,Status,First contacted,Last contacted,Attempts,Answer',
    rows: ['Amity,Pia,pia@amity.example.org,Chidi,Contacted,2026-11-01,2026-11-01,1,'],
    settings: [['Our own asks', own]],
  });
  putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Chidi']]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  const happens = (text: string): void => {
    const at = (cellsOf(host, '→ Chidi')[0] ?? []).indexOf('What happened') + 1;
    host.edit('→ Chidi', 2, at, text);
    expect(host.triggerError).toBe('');
  };
  return { host, happens };
}

describe('the group’s own kinds', () => {
  test('a yes to one of them is never a yes to one of ours', async () => {
    const long = 'host a house meeting for the whole block with coffee and cake, '.repeat(3).trim();
    const { host, happens } = await withVolunteer(`Sign on; present; Hänge ein Plakat auf; “${long}”`);
    for (const kind of ['Sign on', 'present', 'Hänge ein Plakat auf', long]) happens(`said yes to ${kind}`);
    expect(
      selected(host, 'Amity')
        .asks.items.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['Hänge ein Plakat auf', 'Sign on', 'present', long].sort());
    expect(listed(host)).toMatchObject({ claimedCount: 0, questionCount: 0 });
    expect(String(rowOf(host, 'Amity')['Answer'])).not.toContain('endorsement');
    ask(host, 'bringHome', NO_ANSWERS);
    ask(host, 'writeAsks');
    expect(inTab(host)).toHaveLength(4);
  });

  test('may have commas within quotation marks', async () => {
    const own = '“host a meeting, with coffee”, hang a poster, Hang a POSTER, "lend a hall, or a room"';
    const host = await openThree({ settings: [['Our own asks', own]] });
    expect(selected(host, 'Amity').asks.kinds.slice(-3)).toEqual([
      'host a meeting, with coffee',
      'hang a poster',
      'lend a hall, or a room',
    ]);
  });

  const choices = (host: Host, tab: string, column: string): readonly string[] | null =>
    host.model.dropdown(tab, 2, (cellsOf(host, tab)[0] ?? []).indexOf(column) + 1);

  test('that are new in Settings stand in the dropdowns of Asks and of older tabs of volunteers', async () => {
    const { host } = await withVolunteer('hang a poster');
    ask(host, 'openTab', 'Asks');
    host.model.typeInto('Settings', 2, 2, 'hang a poster, lend us a hall');
    ask(host, 'bringHome', NO_ANSWERS);
    expect(choices(host, 'Asks', 'Ask')).toContain('lend us a hall');
    expect(choices(host, '→ Chidi', 'What happened')).toContain('said yes to lend us a hall');
    const before = JSON.stringify(host.save().workbook);
    ask(host, 'bringHome', NO_ANSWERS);
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });
});

describe('a follow-up', () => {
  test('repeats what was asked, also by the text that ships', async () => {
    const host = await openWith([line('Amity'), line('Bramble')]);
    asked(host, 'Amity', 'let us present');
    const { ready } = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    const bodyOf = (name: string) => ready.find(({ organization }) => organization === name)?.body;
    expect(bodyOf('Amity')).toContain('a few minutes at one of your meetings to present');
    expect(bodyOf('Bramble')).not.toContain('asked you for');
  });
});
