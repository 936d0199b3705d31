// Debriefs in the sidebar: what stands in the file, and what only the lead sees who wrote it.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { press } from './screens';
import { counts, holds, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();
const given = () => sidebar.server.state.given;

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.getByLabel(label).blur();
}
const names = (page: Page): Promise<string[]> => page.locator('li .org').allInnerTexts();

test('whose check-in is due stands first, the others by name, without any score', async () => {
  const page = await sidebar.open('growing');
  await sees(page, 'Check-in was due on Nov 9');
  expect(await names(page)).toEqual(['Dee', 'Bo', 'Chidi']);
  await sees(page, '12 open, others have about 4');
  await sees(page, 'Could use help');
  expect(await page.locator('main').innerText()).not.toMatch(/score|rank|best|points/i);
});

test('a debrief is written down in under a minute, and the check-in is due no more', async () => {
  const page = await sidebar.open('growing');
  await press(page, 'Write a debrief Dee');
  await sees(page, 'everyone who can open this file can read it');
  await holds(page.getByLabel('Day of the debrief'), '2026-11-12');
  expect(await page.getByLabel('What Dee wants to do next').inputValue()).toContain('speak at a meeting');
  await fill(page, 'What Dee wants to do next', 'open the next meeting');
  await fill(page, 'Next check-in', '2026-11-26');
  await press(page, 'Save the debrief Dee');
  await sees(page, 'Nobody’s check-in is due');
  await sees(page, 'Wants to do next: open the next meeting');
  expect(await names(page)).toEqual(['Bo', 'Chidi', 'Dee']);
  expect(given()).toEqual([
    {
      name: 'saveDebrief',
      args: [
        {
          name: 'Dee',
          day: '2026-11-12',
          wantsNext: 'open the next meeting',
          nextCheckIn: '2026-11-26',
          seen: { wantsNext: 'speak at a meeting, with somebody beside her', nextCheckIn: '2026-11-09' },
        },
      ],
    },
  ]);
});

test('impressions stand in a fold that says who sees them, and are kept for this lead', async () => {
  const page = await sidebar.open('growing');
  await sees(page, '1 check-in due');
  await counts(page.getByText('called all five'), 0);
  await press(page, 'Only you see this Chidi');
  await sees(page, 'Write nothing that you would not say to Chidi.');
  await fill(page, 'Signs of curiosity', 'asks how the union did it');
  await press(page, /^Keep it for me/);
  await sees(page, 'Kept for you alone');
  expect(given()).toEqual([
    {
      name: 'saveImpression',
      args: [{ name: 'Chidi', commitment: '', curiosity: 'asks how the union did it', tryNext: '' }],
    },
  ]);
  await press(page, 'Only you see this Chidi');
  await holds(page.getByLabel('Signs of curiosity'), 'asks how the union did it');
});

test('what was kept stands in a fold that is opened before the list was read again', async () => {
  const page = await sidebar.open('growing');
  await press(page, 'Only you see this Chidi');
  await fill(page, 'Signs of curiosity', 'asks how the union did it');
  sidebar.server.state.latency = 700;
  await press(page, /^Keep it for me/);
  await sees(page, 'Kept for you alone');
  await press(page, 'Only you see this Chidi');
  await holds(page.getByLabel('Signs of curiosity'), '');
  await holds(page.getByLabel('Signs of curiosity'), 'asks how the union did it');
});

test('what was written about one person is erased with one press', async () => {
  const page = await sidebar.open('growing');
  await press(page, 'Only you see this Bo');
  await holds(page.getByLabel('Signs of commitment'), 'called all five on the day');
  await press(page, 'Erase what I wrote about Bo');
  await sees(page, 'Erased');
  expect(given()).toEqual([{ name: 'eraseImpressions', args: ['Bo'] }]);
  await page.getByRole('button', { name: 'Erase all that only you see' }).waitFor({ state: 'detached' });
  await press(page, 'Only you see this Bo');
  await holds(page.getByLabel('Signs of commitment'), '');
});

test('what was written about somebody who left can be erased, also where nothing else is kept', async () => {
  const { growing } = sidebar.server.state;
  sidebar.server.state.growing = { ...growing, wroteAlso: ['Esther'] };
  const page = await sidebar.open('growing');
  await sees(page, 'You wrote about Esther, who stands in Volunteers no more.');
  await press(page, 'Erase what I wrote about Esther');
  await page.getByText('You wrote about Esther').waitFor({ state: 'detached' });
  expect(given()).toEqual([{ name: 'eraseImpressions', args: ['Esther'] }]);
});

test('what somebody else wrote meanwhile is named after a debrief', async () => {
  sidebar.server.state.keeps = [{ cell: '', why: 'Somebody wrote “chair a meeting” there meanwhile.' }];
  const page = await sidebar.open('growing');
  await press(page, 'Write a debrief Dee');
  await press(page, 'Save the debrief Dee');
  await sees(page, 'Somebody wrote “chair a meeting” there meanwhile.');
});

test('erasing all asks once more, since it is for good', async () => {
  const page = await sidebar.open('growing');
  await press(page, 'Erase all that only you see');
  await press(page, 'Keep');
  expect(given()).toEqual([]);
  await press(page, 'Erase all that only you see');
  await press(page, 'Erase all');
  await sees(page, 'Erased');
  expect(given()).toEqual([{ name: 'eraseImpressions', args: [''] }]);
});

test('with nobody in Volunteers it leads to that tab', async () => {
  sidebar.server.state.growing = { people: [], dueCount: 0, wroteAlso: [] };
  const page = await sidebar.open('growing');
  await press(page, 'Open Volunteers');
  while (sidebar.server.state.tabs.length === 0) await page.waitForTimeout(20);
  expect(sidebar.server.state.tabs).toEqual(['Volunteers']);
});

test('a failure keeps what was typed', async () => {
  const page = await sidebar.open('growing');
  await press(page, 'Write a debrief Chidi');
  await fill(page, 'What Chidi wants to do next', 'learn the phone bank');
  sidebar.server.state.failures = { saveDebrief: 'Server error' };
  await press(page, 'Save the debrief Chidi');
  await page.getByRole('alert').waitFor();
  await holds(page.getByLabel('What Chidi wants to do next'), 'learn the phone bank');
});
