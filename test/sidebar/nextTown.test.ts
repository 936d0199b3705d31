// Next town in the sidebar: the town, what would go, the ticks, and how the tabs get to the other file.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { press } from './screens';
import { counts, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();
const given = () => sidebar.server.state.given.map(({ args }) => args[0]);

async function open(): Promise<Page> {
  const page = await sidebar.open('next-town');
  await page.getByLabel('Which town?').fill('Millbrook');
  await press(page, 'See what would go there');
  await sees(page, 'Oregon Nurses Federation');
  return page;
}

test('ticked from the start is who may have affiliates there, and own texts that name nobody', async () => {
  const page = await open();
  await press(page, 'Make three tabs');
  await sees(page, 'Now copy them');
  expect(given()).toEqual([{ town: 'Millbrook', partners: ['c-1', 'c-2'], templates: ['short first'] }]);
});

test('a person unticks and ticks; a text that names somebody cannot be ticked', async () => {
  const page = await open();
  await page.getByLabel('SEIU Local 503').uncheck();
  await page.getByLabel('Paper Lantern Books').check();
  await page.getByLabel('with a link').check();
  expect(await page.getByLabel('from Ana').isDisabled()).toBe(true);
  await sees(page, '2 partners, 39 texts');
  await press(page, 'Make three tabs');
  await sees(page, 'Now copy them');
  expect(given()).toEqual([
    { town: 'Millbrook', partners: ['c-2', 'c-3'], templates: ['short first', 'with a link'] },
  ]);
});

test('says which tabs to copy, what to call them there, and that Undo takes them away', async () => {
  const page = await open();
  await press(page, 'Make three tabs');
  await sees(page, 'Copy to, New spreadsheet');
  await sees(page, 'Copy to, Existing spreadsheet');
  await sees(page, '“Copy of Next town: partners”');
  await counts(page.getByRole('button', { name: 'Undo' }), 1);
});

test('nothing is asked without a town', async () => {
  const page = await sidebar.open('next-town');
  await sees(page, 'Write the name of the town first.');
  expect(await page.getByRole('button', { name: 'See what would go there' }).isDisabled()).toBe(true);
});

test('after an undo the list stands there again', async () => {
  const page = await open();
  await press(page, 'Make three tabs');
  await sees(page, 'Now copy them');
  await press(page, 'Undo');
  await sees(page, 'Oregon Nurses Federation');
});

test('whoever types on while it looks gets the town that was asked for', async () => {
  const page = await sidebar.open('next-town');
  sidebar.server.state.latency = 700;
  await page.getByLabel('Which town?').fill('Millbrook');
  await press(page, 'See what would go there');
  await page.getByLabel('Which town?').fill('Portland');
  await sees(page, 'For Millbrook');
  await press(page, 'Make three tabs');
  await sees(page, 'Now copy them');
  expect(given()).toMatchObject([{ town: 'Millbrook' }]);
});
