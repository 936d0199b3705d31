// Assignments home in the sidebar, as a lead uses it: one press, then the questions, and what was chosen is sent.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { press } from './screens';
import { counts, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

const open = (): Promise<Page> => sidebar.open('home');

test('nothing is sent before the button, and what came home is said with an Undo', async () => {
  const page = await open();
  expect(sidebar.server.state.brought).toEqual([]);
  await press(page, 'Bring assignments home');
  await sees(page, 'Brought 46 changes home');
  await counts(page.getByRole('button', { name: 'Undo' }), 1);
  await sees(page, 'Notes of both sides were joined in 3 rows.');
  await sees(page, 'is none of the choices');
});

test('what was chosen is kept, what was not is asked again', async () => {
  const page = await open();
  await press(page, 'Bring assignments home');
  await page
    .getByRole('group', { name: 'Paper Lantern Books' })
    .getByRole('radio', { name: /^Ines Okoye Dee/ })
    .check();
  await page.getByRole('radio', { name: /^Hand back/ }).check();
  await page.getByRole('radio', { name: /^The same/ }).check();
  await sees(page, '3 of 5 chosen. You can also leave this for later.');
  await press(page, 'Keep my choices');
  await sees(page, 'Brought 1 change home');
  expect(sidebar.server.state.brought[1]).toEqual({
    conflicts: [
      {
        id: 'c-1',
        column: 'Contact name',
        tabId: 7,
        tab: 'Ines Okoye',
        contacts: 'Ines Okoye-Brandt, of the bookshop at the corner of Lower Larkhaven Road',
        keep: 'tab',
      },
    ],
    missing: [{ tabId: 8, ids: ['c-3', 'c-4', 'c-5'], handBack: true }],
    twins: [{ tabId: 7, row: 14, organization: 'Amity St. Church', id: 'c-9' }],
    counts: [],
  });
  await sees(page, '“Copy of → Bo” is a copy');
  await counts(page.getByRole('group', { name: 'Paper Lantern Books' }), 0);
});

test('a failure says what to do, and the choices are still there', async () => {
  const page = await open();
  await press(page, 'Bring assignments home');
  await page.getByRole('radio', { name: /^Put back/ }).check();
  sidebar.server.state.failures = { bringHome: 'Server error' };
  await press(page, 'Keep my choices');
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('radio', { name: /^Put back/ }).isChecked()).toBe(true);
});
