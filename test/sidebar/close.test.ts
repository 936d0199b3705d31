// The end of a meeting in the sidebar: everything is shown first, questions come before the button, and the list of who
// does what can be mailed, printed and copied afterwards.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { press } from './screens';
import { counts, isOff, isOn, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

async function open(): Promise<Page> {
  const page = await sidebar.open('meeting', 15_000);
  await press(page, 'Close the meeting…');
  await sees(page, 'Nothing is written yet.');
  return page;
}
const button = (page: Page) => page.getByRole('button', { name: 'Close the meeting', exact: true });
const decide = async (page: Page): Promise<void> => {
  await page.getByLabel(/^Same group: Amity Street Church/).check();
  await press(page, 'Add all 2 new names to the Volunteers tab');
  await sees(page, 'One undo takes all of it back.');
};

test('the button is off with the sentence why, until every question has its answer', async () => {
  const page = await open();
  await sees(page, 'Answer the 3 questions first.');
  await isOff(button(page));
  await page.getByLabel(/^Different group/).check();
  await sees(page, 'Answer the 2 questions first.');
  await decide(page);
  await isOn(button(page));
});

test('what was decided is what is closed, with the rows that were shown; then the list is mailed and stays', async () => {
  const page = await open();
  await page.getByLabel('Mail this list to the 4 with an address').check();
  await decide(page);
  await button(page).click();
  await sees(page, 'The meeting is closed');
  await sees(page, 'Mailed to 4 of 4.');
  expect(sidebar.server.state.closings).toEqual([
    {
      tab: 17,
      due: '',
      same: [{ group: 'g1', of: 'c-18' }],
      takers: [
        { name: 'Zed', to: 'Zed' },
        { name: 'Yann', to: 'Yann' },
      ],
      seen: ['a', 'b'],
    },
  ]);
  await sees(page, 'Nobody gets it twice.');
  await counts(page.getByRole('button', { name: /^Mail it/ }), 0);
});

test('a name may mean anybody of the volunteers', async () => {
  const page = await open();
  await page.getByLabel(/^Same group: Amity Street Church/).check();
  await page.getByLabel('Somebody else is “Yann”').selectOption('Chidi');
  await page.getByLabel('Add “Zed”').check();
  await sees(page, 'One undo takes all of it back.');
  await button(page).click();
  await sees(page, 'The meeting is closed');
  expect(sidebar.server.state.closings[0]?.takers).toEqual([
    { name: 'Zed', to: 'Zed' },
    { name: 'Yann', to: 'Chidi' },
  ]);
});

test('a day that is past keeps the button off', async () => {
  const page = await open();
  await decide(page);
  await page.getByLabel('The next meeting, by which all is done').fill('2026-11-05');
  await page.keyboard.press('Tab');
  await sees(page, 'Nov 5 is past: choose the day of the next meeting.');
  await isOff(button(page));
});

test('the list is printed from a window of its own, as text', async () => {
  const page = await open();
  await decide(page);
  await button(page).click();
  await sees(page, 'The list for everybody');
  const [printed] = await Promise.all([page.waitForEvent('popup'), press(page, 'Print')]);
  await printed.getByText('Dove House: reach out').waitFor();
  expect(await printed.title()).toContain('Who does what by Dec 3');
  await printed.close();
});
