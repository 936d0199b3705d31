// Back from a date in the sidebar: a plan is seen before it is made, and so is what moves with its event.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launchBrowser';
import { eventually } from '../eventually';
import { openSidebar } from './openSidebar';
import { press } from './screens';
import { createStandIn, type State } from './standInServer';
import { counts } from './withSidebar';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());

async function open(change: (state: State) => void = () => undefined) {
  const server = createStandIn();
  change(server.state);
  const { page, complaints, close } = await openSidebar(browser, server, { panel: 'event' });
  page.setDefaultTimeout(8000);
  return { page, state: server.state, complaints, close };
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.getByLabel(label).blur();
}

test('the first plan is shown before it is made, and made with one press', async () => {
  const { page, state, complaints, close } = await open((given) => {
    given.plans = { ...given.plans, tabs: [], current: null, moves: null };
  });
  await page.getByLabel('Kind of event').selectOption('Town hall');
  await fill(page, 'Day of the event', '2026-11-01');
  await page.getByText('Choose a day from today on.').waitFor();
  await counts(page.getByRole('button', { name: /Start the plan/ }), 0);
  await fill(page, 'Day of the event', '2026-12-08');
  await page.getByText('Due Nov 3, check-in Oct 27').waitFor();
  await press(page, 'Start the plan with 3 tasks');
  await page.getByText('Overdue since Nov 10').waitFor();
  expect(await page.locator('.snack').textContent()).toContain('Started “Plan: Town hall Dec 8”');
  expect(state.planned).toEqual(['Town hall//2026-12-08']);
  expect(complaints).toEqual([]);
  await close();
}, 30_000);

test('moving the event shows what would move and what stays, then writes it, with a way back', async () => {
  const { page, state, complaints, close } = await open();
  await counts(page.getByRole('button', { name: /Move the event to/ }), 0);
  await press(page, 'Move the event');
  await fill(page, 'New day of the event', '2026-12-15');
  await page.getByText('which somebody set').waitFor();
  await press(page, /Move the event to Dec 15/);
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(state.planned).toEqual(['11/2026-12-15']);
  expect(complaints).toEqual([]);
  await close();
}, 30_000);

test('what is not on the screen yet is not written: the button waits for a day that was changed', async () => {
  const { page, state, complaints, close } = await open();
  const early = page.getByRole('button', { name: 'Looking again' });
  await press(page, 'Move the event');
  await fill(page, 'New day of the event', '2026-12-15');
  await page.getByRole('button', { name: /^Move the event to/ }).waitFor();
  state.latency = 700;
  await fill(page, 'New day of the event', '2026-12-22');
  await early.dispatchEvent('click');
  await page.getByRole('button', { name: /^Move the event to/ }).waitFor();
  expect(state.planned).toEqual([]);

  await press(page, 'Plan another event');
  await fill(page, 'Day of the event', '2026-12-08');
  await page.getByRole('button', { name: /^Start the plan/ }).waitFor();
  await fill(page, 'Day of the event', '2026-12-09');
  await early.dispatchEvent('click');
  await page.getByRole('button', { name: /^Start the plan/ }).waitFor();
  expect(state.planned).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}, 30_000);

test('days off are typed here, and who is away is said beside the task', async () => {
  const { page, state, complaints, close } = await open();
  await page.getByText('Chidi is away until Dec 1').waitFor();
  await press(page, 'Days off');
  await fill(page, 'Days off, such as Sundays, Dec 24 – Jan 1', 'Sundays, Dec 24');
  while (state.savedSettings.length === 0) await page.waitForTimeout(20);
  expect(state.savedSettings).toEqual(['daysOff: Sundays, Dec 24']);
  expect(complaints).toEqual([]);
  await close();
}, 30_000);

test('a task is gone to, another plan is chosen, and another event is planned from here', async () => {
  const { page, state, complaints, close } = await open();
  await press(page, 'Settle the room');
  await page.getByLabel('Plan').selectOption('12');
  await page.getByText('Overdue since Nov 10').waitFor();
  await press(page, 'Plan another event');
  await page.getByText('From the day of an event backwards').waitFor();
  await press(page, 'Change the tasks');
  await press(page, 'Back to the plan');
  await page.getByText('Overdue since Nov 10').waitFor();
  await eventually(() => {
    expect(state.cells.length).toBe(1);
    expect(state.tabs).toEqual(['Event tasks']);
  });
  expect(complaints).toEqual([]);
  await close();
}, 30_000);
