// My contacts and the moving meeting in the sidebar, as a person uses them.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Panel } from '../../src/commands/answers';
import { press } from './screens';
import { counts, holds, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

const open = (panel: Panel): Promise<Page> => sidebar.open(panel);

test('a click on a contact goes to its row, and “Log a touch” opens its panel', async () => {
  const page = await open('mine');
  await sees(page, '25 open, 23 due within a week, 1 overdue');
  await press(page, 'Kettle Lane Group 3');
  while (sidebar.server.state.cells.length === 0) await page.waitForTimeout(20);
  await page.getByRole('button', { name: 'Log a touch Kettle Lane Group 4' }).click();
  await sees(page, 'Last touches');
  expect(sidebar.server.state.cells).toEqual(['m3', 'm4']);
});

test('the buttons above choose what the list shows', async () => {
  const page = await open('mine');
  await press(page, /^Overdue/);
  await sees(page, 'Overdue since Nov 5');
  await counts(page.getByText('Kettle Lane Group 2'), 0);
  await press(page, /^This week/);
  await sees(page, 'Kettle Lane Group 2');
  await counts(page.getByText('Overdue since'), 0);
});

test('the name that somebody chose is theirs from then on', async () => {
  const page = await open('mine');
  await page.getByLabel('Your name').selectOption('Dee');
  await page.getByRole('button', { name: 'My team' }).waitFor({ state: 'detached' });
  await press(page, 'Today');
  await sees(page, 'Needs you');
  await press(page, 'More');
  await press(page, 'My contacts');
  await sees(page, '25 open');
  await holds(page.getByLabel('Your name'), 'Dee');
});

test('a calendar link opens in a new tab', async () => {
  const page = await open('mine');
  const link = page.getByRole('link', { name: /^Add to calendar Kettle Lane Group 2 / });
  await link.waitFor();
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await link.getAttribute('href')).toContain('https://calendar.google.com/calendar/render?action=');
});

test('moving the meeting says before what moves with it, and after it what was moved, with Undo', async () => {
  const page = await open('today');
  await press(page, /^Change/);
  await sees(page, 'Days that somebody set stay.');
  await page.getByLabel('Day of the next meeting').fill('2026-11-26');
  await press(page, 'Save the day');
  await sees(page, 'moved 12 due dates to Nov 26');
  await press(page, 'Undo');
  await sees(page, 'Put back 1 cell');
});

test('due dates that were left behind are moved with one press', async () => {
  const { today } = sidebar.server.state;
  sidebar.server.state.today = {
    ...today,
    deadlines: { ...today.deadlines, behind: 'The meeting moved to Dec 3: 12 due dates still say Nov 19.' },
  };
  const page = await open('today');
  await sees(page, '12 due dates still say Nov 19');
  await press(page, 'Move them');
  await sees(page, 'Moved 12 due dates to Dec 3');
  await counts(page.getByText('still say'), 0);
});
