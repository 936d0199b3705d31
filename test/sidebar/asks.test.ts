// Asks and endorsements in the sidebar, as people use them: in the row of a contact, and for the whole campaign.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually';
import { press } from './screens';
import { asksView, contactAsks, noAsksView } from './standInAsks';
import { counts, holds, isOn, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.getByLabel(label).blur();
}
const given = () => sidebar.server.state.given;

/** Waits until so many writes arrived. */
async function writes(page: Page, count: number): Promise<void> {
  while (given().length < count) await page.waitForTimeout(20);
}

test('the proposed ask is written down with how and when, and nothing is sent', async () => {
  const page = await sidebar.open('contact');
  await sees(page, 'Next: suggest a clause');
  await sees(page, 'one step that is not larger');
  await press(page, 'I asked for it…');
  await page.getByRole('group', { name: 'How?' }).getByRole('button', { name: 'Met' }).click();
  await fill(page, 'Day', '2026-11-11');
  await fill(page, 'A few words about it, if you like', '  at their supper ');
  await press(page, 'Save the ask');
  await sees(page, 'Wrote down 1 ask');
  expect(given()).toEqual([
    {
      name: 'recordAsk',
      args: [
        {
          contact: 'c0',
          kind: 'suggest a clause',
          channel: 'in person',
          day: '2026-11-11',
          note: 'at their supper',
        },
      ],
    },
  ]);
  expect(sidebar.server.state.sent).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).waitFor();
});

test('any other ask is added, without a way where it is only written down', async () => {
  const page = await sidebar.open('contact');
  await press(page, 'Add an ask');
  await page.getByLabel('What you asked for').selectOption('hang our poster');
  await press(page, 'Save the ask');
  await writes(page, 1);
  expect(given()[0]?.args).toEqual([
    { contact: 'c0', kind: 'hang our poster', channel: '', day: '2026-11-12', note: '' },
  ]);
});

test('where nothing is proposed the reason stands there, and an ask can be added all the same', async () => {
  const { contact } = sidebar.server.state;
  sidebar.server.state.contact = contact && {
    ...contact,
    asks: {
      ...contactAsks(),
      next: { kind: null, reason: 'Two no’s in a row: do something for them first.' },
    },
  };
  const page = await sidebar.open('contact');
  await sees(page, 'do something for them first');
  await counts(page.getByRole('button', { name: 'I asked for it…' }), 0);
  await press(page, 'Add an ask');
  const save = page.getByRole('button', { name: 'Save the ask' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('What you asked for').selectOption('attend our meeting');
  await save.click();
  await writes(page, 1);
});

test('a yes to the endorsement says who, when, and whether they may be named', async () => {
  const page = await sidebar.open('contact');
  await press(page, 'Write down the answer endorsement, Amity Street Church');
  await page.getByRole('group', { name: 'What did they say?' }).getByRole('button', { name: 'Yes' }).click();
  await sees(page, 'Without them it is listed as claimed');
  await fill(page, 'Who there decided', 'Ruth C.');
  await counts(page.getByText('Without them it is listed as claimed'), 0);
  await press(page, 'They agreed');
  await press(page, /^Save the yes/);
  await sees(page, 'Wrote down “yes”');
  expect(given()[0]?.args).toEqual([
    {
      contact: 'c0',
      ask: 'a1',
      answer: 'yes',
      day: '2026-11-12',
      waitUntil: '',
      whoDecided: 'Ruth C.',
      mayBeNamed: 'yes',
      note: '',
    },
  ]);
});

test('one click after typing is enough: nothing moves away under the mouse, no button is still off', async () => {
  const page = await sidebar.open('contact');
  await press(page, 'Write down the answer endorsement, Amity Street Church');
  await page.getByRole('group', { name: 'What did they say?' }).getByRole('button', { name: 'Yes' }).click();
  await page.getByLabel('Who there decided').pressSequentially('Ruth C.');
  await press(page, 'They agreed');
  await press(page, 'Later');
  await page.getByLabel('Nothing to do before').fill('2026-12-01');
  await isOn(page.getByRole('button', { name: /^Save the day/ }));
  await page.getByRole('group', { name: 'What did they say?' }).getByRole('button', { name: 'Yes' }).click();
  await press(page, /^Save the yes/);
  await writes(page, 1);
  expect(given()[0]?.args).toMatchObject([{ whoDecided: 'Ruth C.', mayBeNamed: 'yes' }]);
});

test('“they decide on” waits: the ask stays open, with the day', async () => {
  const page = await sidebar.open('contact');
  await press(page, 'Write down the answer endorsement, Amity Street Church');
  await press(page, 'They decide on…');
  expect(await page.getByRole('button', { name: /^Save the day/ }).isDisabled()).toBe(true);
  await fill(page, 'Day on which they decide', '2026-11-20');
  await press(page, /^Save the day/);
  await writes(page, 1);
  expect(given()[0]?.args[0]).toMatchObject({ answer: 'open', waitUntil: '2026-11-20', day: '' });
});

test('an answer is put right without losing what stood there', async () => {
  const page = await sidebar.open('asks');
  await press(page, 'Change the answer endorsement, Dockside Cooks Local 62');
  await holds(page.getByLabel('Who there decided'), 'Sam Tran');
  await holds(page.getByLabel('Day of their answer'), '2026-11-05');
  await press(page, 'They agreed');
  await press(page, /^Save the yes/);
  await writes(page, 1);
  expect(given()[0]?.args[0]).toMatchObject({
    ask: 'a9',
    answer: 'yes',
    day: '2026-11-05',
    whoDecided: 'Sam Tran',
    mayBeNamed: 'yes',
    note: 'their board was unanimous',
  });
});

test('an ask is taken back only with a word, and what was typed is still there after a refusal', async () => {
  const page = await sidebar.open('contact');
  await press(page, 'Write down the answer endorsement, Amity Street Church');
  await press(page, 'We take it back');
  await press(page, /^Take it back/);
  await sees(page, 'Write a word about why.');
  expect(given()).toEqual([]);
  await fill(page, 'Why, in a few words', 'asked the wrong committee');
  await press(page, /^Take it back/);
  await writes(page, 1);
  expect(given()[0]?.args[0]).toMatchObject({ answer: 'dropped', note: 'asked the wrong committee' });
});

test('an ask is answered with the keyboard alone, and the focus comes back to where it began', async () => {
  const page = await sidebar.open('contact');
  const opener = page.getByRole('button', { name: /^Write down the answer/ });
  await opener.focus();
  await page.keyboard.press('Enter');
  expect(await opener.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  for (const label of ['Maybe', 'Later', 'They decide on…', 'We take it back']) {
    expect(await page.locator(':focus').innerText()).toBe(label);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: /^Save the no/ }).focus();
  await page.keyboard.press('Enter');
  await sees(page, 'Wrote down');
  await page.locator(':focus', { hasText: 'Write down the answer' }).waitFor();
  expect(given()[0]?.args[0]).toMatchObject({ answer: 'no', day: '2026-11-12' });
});

test('what was left alone is said, in the row of the contact too', async () => {
  sidebar.server.state.keeps = [
    { cell: 'K18', why: 'The list of the column has no word for Endorsed: K18 stays.' },
  ];
  const page = await sidebar.open('contact');
  await press(page, 'Write down the answer endorsement, Amity Street Church');
  await page
    .getByRole('group', { name: 'What did they say?' })
    .getByRole('button', { name: 'Maybe' })
    .click();
  await press(page, /^Save the maybe/);
  await sees(page, 'has no word for Endorsed');
});

test('a claimed endorsement counts once who and when are filled in', async () => {
  const page = await sidebar.open('asks');
  await press(page, 'Fill in who and when Paper Lantern Books');
  await press(page, /^Save who and when/);
  await sees(page, 'Write who there said yes.');
  await fill(page, 'Who there said yes', 'Imani Bell');
  await fill(page, 'Day of their yes', '2026-10-30');
  await fill(page, 'People they speak for, where known', '12');
  await press(page, 'Not in public');
  await press(page, /^Save who and when/);
  await sees(page, '12 of 25 endorsements');
  expect(given()[0]?.args).toEqual([
    { contact: 'c7', whoDecided: 'Imani Bell', day: '2026-10-30', mayBeNamed: 'no', people: '12' },
  ]);
  await counts(page.getByRole('button', { name: 'Paper Lantern Books' }), 0);
});

test('where the tab and the log differ a click chooses, and a row that cannot be read is gone to', async () => {
  const page = await sidebar.open('asks');
  await sees(page, 'Asks says yes on Nov 3, the log says no on Nov 10.');
  await press(page, 'They said no Cedar Hill Congregation');
  await sees(page, 'Settled 1 question');
  expect(given()).toEqual([{ name: 'settleAsk', args: ['q1', 'log'] }]);
  await press(page, 'Open the tab “Asks”');
  await press(page, 'Go to row 14 of Asks Tern Island');
  await eventually(() => {
    expect(sidebar.server.state.cells).toEqual(['Asks!A14']);
    expect(sidebar.server.state.tabs).toEqual(['Asks']);
  });
});

test('the open asks are those to follow up, or of one person', async () => {
  const page = await sidebar.open('asks');
  const list = page.locator('section', { has: page.getByRole('heading', { name: 'Open asks' }) });
  await list.getByText('They decide on Nov 20').waitFor();
  await press(page, /^To follow up/);
  await counts(list.getByRole('listitem'), 1);
  await press(page, /^All/);
  await page.getByLabel('Whose contacts').selectOption('Dee');
  await counts(list.getByRole('listitem'), 3);
  await page.getByLabel('Whose contacts').selectOption('Chidi');
  await counts(list.getByRole('listitem'), 1);
});

test('the figures stand beside their bars in words: by kind of group, town, level and month', async () => {
  const page = await sidebar.open('asks');
  await sees(page, 'They speak for 4,210 people, known of 5 of them.');
  await page.getByRole('img', { name: 'endorsement: 11 yes, 1 maybe, 1 later, 1 open, 2 no' }).waitFor();
  await page.getByRole('img', { name: 'Union: 4, for 3,900 people' }).waitFor();
  await press(page, 'Town');
  await page.getByRole('img', { name: 'Larkhaven: 9, for 4,210 people' }).waitFor();
  await press(page, 'Month');
  await page.getByRole('img', { name: 'Oct 2026: 6 new, 8 in all' }).waitFor();
  await counts(page.getByText('6 new, 8 in all'), 1);
});

test('a figure by which there is nothing is not offered', async () => {
  sidebar.server.state.asks = { ...asksView(), byCategory: [], byLevel: [] };
  const page = await sidebar.open('asks');
  await page.getByRole('img', { name: 'Larkhaven: 9, for 4,210 people' }).waitFor();
  expect(await page.getByRole('group', { name: 'By what' }).getByRole('button').allInnerTexts()).toEqual([
    'Town',
    'Month',
  ]);
});

test('the proof page is read, made as a tab, and copied as text', async () => {
  const page = await sidebar.open('asks');
  await press(page, 'See the text');
  await sees(page, 'Bluegate Community Clinic, Larkhaven');
  await press(page, 'Make the tab');
  await sees(page, 'Made “Endorsed by” with 8 names');
  await press(page, /^Copy the text/);
  await page.getByRole('button', { name: /^Copied/ }).waitFor();
});

test('what the log knows and the tab lacks is written with one press', async () => {
  sidebar.server.state.asks = { ...asksView(), behind: '3 first messages are not in the tab yet.' };
  const page = await sidebar.open('asks');
  await press(page, 'Bring the list up to date');
  await sees(page, 'Added 3 rows to Asks');
  await counts(page.getByRole('button', { name: 'Bring the list up to date' }), 0);
});

test('with nothing asked yet it says where to begin', async () => {
  sidebar.server.state.asks = noAsksView();
  const page = await sidebar.open('asks');
  await sees(page, '0 endorsements');
  await sees(page, 'Add one under Selected contact');
  await counts(page.getByRole('button', { name: 'Make the tab' }), 0);
});

test('a contact that is gone since says so at its line', async () => {
  sidebar.server.state.asks = {
    ...asksView(),
    claimed: [{ contact: 'm2', organization: 'Kettle Lane Bakery', text: 'The status says Endorsed.' }],
    claimedCount: 1,
  };
  const page = await sidebar.open('asks');
  await press(page, 'Kettle Lane Bakery');
  await sees(page, 'Look again: the list may have changed.');
});

test('a failure keeps the form with what was typed', async () => {
  const page = await sidebar.open('asks');
  await press(page, 'Write down the answer endorsement, Amity Street Church');
  await press(page, 'No');
  await fill(page, 'Who there decided', 'their board');
  sidebar.server.state.failures = { answerAsk: 'Server error' };
  await press(page, /^Save the no/);
  await page.getByRole('alert').waitFor();
  await holds(page.getByLabel('Who there decided'), 'their board');
});

test('an undone answer is shown as it was', async () => {
  const page = await sidebar.open('asks');
  await press(page, 'Write down the answer endorsement, Amity Street Church');
  await press(page, 'No');
  await press(page, /^Save the no/);
  await sees(page, '5 asks open, 0 to follow up');
  await press(page, 'Undo');
  await sees(page, '6 asks open, 1 to follow up');
});

test('Follow-ups say which ask they follow up', async () => {
  const page = await sidebar.open('follow-ups');
  await sees(page, 'About: endorsement, asked on Nov 3');
});
