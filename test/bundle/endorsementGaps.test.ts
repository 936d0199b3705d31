// Endorsements beside sheets as groups keep them: words of theirs that say no or not yet, what a confirmation keeps, the
// proof page where rows stand twice or persons are gone.
import { describe, expect, test } from '@jest/globals';
import { ask, cellsOf, openCampaign, recordsOf, refused, resume } from './campaign';
import {
  answer,
  asked,
  confirm,
  endorsed,
  HEADER,
  line,
  listed,
  openThree,
  openWith,
  rowOf,
  selected,
  typed,
  typeInContacts,
} from './askGapsCampaign';

describe('the endorsement column of the group', () => {
  test.each(['no', 'withdrawn 11/2', 'declined'])(
    '“%s” beside a yes is a question, and is not counted',
    async (said) => {
      const host = await openWith([
        line('Amity'),
        ...['Bramble', 'Cedar', 'Dell'].map((name) => line(name, '', 'yes')),
      ]);
      endorsed(host, 'Amity');
      expect(rowOf(host, 'Amity')['Endorsement']).toBe('yes');
      typeInContacts(host, 'Amity', 'Endorsement', said);
      ask(host, 'writeAsks');
      expect(rowOf(host, 'Amity')['Endorsement']).toBe(said);
      expect(listed(host)).toMatchObject({
        confirmed: 0,
        claimedCount: 3,
        named: 0,
        questionCount: 1,
        proof: '',
      });
      for (const [choice, confirmed, cell] of [
        ['asks', 1, 'yes'],
        ['row', 0, said],
      ] as const) {
        const copy = resume(host.save());
        ask(copy, 'settleAsk', listed(copy).questions[0]?.key, choice);
        expect(listed(copy)).toMatchObject({ confirmed, questionCount: 0, behind: '' });
        expect(rowOf(copy, 'Amity')['Endorsement']).toBe(cell);
      }
    },
  );

  test('a row set to Declined after a yes is asked about, neither counted nor named', async () => {
    const host = await openThree();
    endorsed(host, 'Amity');
    typeInContacts(host, 'Amity', 'Status', 'Declined');
    expect(listed(host)).toMatchObject({ confirmed: 0, named: 0, questionCount: 1 });
    expect(listed(host).questions[0]?.text).toContain('“yes”');
    ask(host, 'settleAsk', listed(host).questions[0]?.key, 'row');
    expect(listed(host)).toMatchObject({ confirmed: 0, questionCount: 0, behind: '' });
    expect(recordsOf(host, 'Asks')[0]).toMatchObject({ Answer: 'no' });
    expect(rowOf(host, 'Amity')).toMatchObject({ Status: 'Declined', Endorsement: '' });
  });

  test('words that say something else stay as they are; “pending” becomes a yes', async () => {
    const host = await openWith([
      line('Amity', 'Contacted', 'Rev. Cole is for it'),
      line('Bramble', 'Contacted', 'pending'),
    ]);
    endorsed(host, 'Amity');
    endorsed(host, 'Bramble');
    expect(rowOf(host, 'Amity')['Endorsement']).toBe('Rev. Cole is for it');
    expect(rowOf(host, 'Bramble')['Endorsement']).toBe('yes');
    expect(listed(host)).toMatchObject({ confirmed: 2, behind: '' });
  });

  test('a “no” of an earlier time gives way to the yes that a person writes down', async () => {
    const host = await openWith([line('Amity', 'Declined', 'no'), line('Bramble', 'Endorsed', 'yes')]);
    endorsed(host, 'Amity');
    expect(rowOf(host, 'Amity')).toMatchObject({ Endorsement: 'yes', Status: 'Endorsed' });
    expect(listed(host)).toMatchObject({ confirmed: 1, questionCount: 0, behind: '' });
  });
});

test('a yes among other words in the column is claimed, what is still to come is not', async () => {
  const yes = ['Y', 'Endorsed!!', 'yes 3/14', 'Council voted yes 6/1', 'oui', '2026-03-14'];
  const others = [
    'pending',
    'maybe',
    'will endorse',
    'yes if the board agrees',
    'no',
    'asked',
    'board vote 12/1',
    '-',
  ];
  const names = (list: readonly string[], by: string) => list.map((_, index) => `${by} ${index}`);
  const host = await openWith([
    ...yes.map((said, index) => line(`Yes ${index}`, 'Contacted', said)),
    ...others.map((said, index) => line(`Other ${index}`, 'Contacted', said)),
  ]);
  expect(
    listed(host)
      .claimed.map(({ organization }) => organization)
      .sort(),
  ).toEqual(names(yes, 'Yes'));
  expect(listed(host)).toMatchObject({ confirmed: 0, questionCount: 0 });
});

describe('filling in who and when', () => {
  test('keeps that they may be named, shows it in the row at once, and takes whole numbers of people only', async () => {
    const host = await openThree();
    asked(host, 'Amity', 'endorsement');
    answer(host, 'Amity', 'endorsement', 'yes', { mayBeNamed: 'yes' });
    expect(listed(host)).toMatchObject({ confirmed: 0, claimedCount: 1 });
    const { contact } = selected(host, 'Amity');
    const wanted = { contact, day: '2026-11-03', whoDecided: 'Their board', mayBeNamed: '' };
    for (const people of ['1.5', '1,2', 'about 1,200', '12.00'])
      expect([people, refused(host, 'confirmEndorsement', { ...wanted, people }).code]).toEqual([
        people,
        'people-unreadable',
      ]);
    confirm(host, 'Amity', { mayBeNamed: '', people: '12.000' });
    expect(listed(host)).toMatchObject({ confirmed: 1, named: 1, people: 12000 });
    confirm(host, 'Bramble');
    expect(rowOf(host, 'Bramble')['Endorsement']).toBe('yes');
    expect(listed(host)).toMatchObject({ confirmed: 2, behind: '' });
  });

  test('counts also where they had said maybe to the ask for it', async () => {
    const host = await openWith([line('Amity', 'Endorsed', 'yes')]);
    asked(host, 'Amity', 'endorsement');
    answer(host, 'Amity', 'endorsement', 'maybe', { day: '2026-11-05' });
    expect(listed(host)).toMatchObject({ confirmed: 0, claimedCount: 1 });
    confirm(host, 'Amity', { day: '2026-11-03' });
    expect(listed(host)).toMatchObject({ confirmed: 1, claimedCount: 0, questionCount: 0, behind: '' });
    expect(recordsOf(host, 'Asks')).toHaveLength(1);
  });
});

describe('the proof page', () => {
  test('names who stands in two rows once, and nobody without a name', async () => {
    const host = await openWith([
      line('Amity'),
      line('Amity'),
      ',Larkhaven,Dr. Bea Poe,bea@poe.example.org,,Contacted,2026-11-01,2026-11-01,1,,',
    ]);
    for (const row of [2, 3, 4]) {
      host.select('Contacts', row, 1);
      const { contact } = ask<{ contact: string }>(host, 'getSelectedContact');
      ask(host, 'confirmEndorsement', {
        contact,
        day: '2026-11-03',
        whoDecided: 'Their board',
        mayBeNamed: 'yes',
        people: '',
      });
      if (row === 4) ask(host, 'forgetContact', contact);
    }
    expect(listed(host).proof.split('\n').slice(1)).toEqual(['1 organization', '', 'Amity, Larkhaven']);
    expect(listed(host).named).toBe(1);
    ask(host, 'makeEndorsedTab');
    expect(cellsOf(host, 'Endorsed by').slice(3)).toEqual([['Amity', 'Larkhaven']]);
  });
});

describe('days as people type them', () => {
  test.each([
    ['de_DE', '03.11.2026', '04.11.2026'],
    ['en_GB', '03/11/2026', '04/11/2026'],
    ['en_US', '11/3/2026', '11/4/2026'],
  ])('are read by the language of the sheet, in cells and as text: %s', async (locale, first, second) => {
    const host = await openCampaign({ header: HEADER, rows: [line('Amity'), line('Bramble')], locale });
    ask(host, 'openTab', 'Asks');
    const who = { Ask: 'endorsement', Answer: 'yes', 'Who decided': 'Pia', 'May be named': 'yes' };
    typed(host, { Organization: 'Amity', 'Asked on': first, 'Answered on': second, ...who });
    typed(host, { Organization: 'Bramble', 'Asked on': `'${first}`, 'Answered on': `'${second}`, ...who });
    expect(listed(host)).toMatchObject({ confirmed: 2, questionCount: 0 });
    expect(listed(host).byMonth.map(({ name }) => name)).toEqual(['Nov 2026']);
    ask(host, 'writeAsks');
    expect(listed(host)).toMatchObject({ confirmed: 2, behind: '' });
  });
});
