// Pasted names in the sidebar, as a lead uses them before and during a brainstorm meeting.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually';
import { press } from './screens';
import { counts, holds, isOff, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

const FIELD = 'The list, as it is';

async function open(): Promise<Page> {
  const page = await sidebar.open('meeting');
  await press(page, 'Paste a list of names');
  return page;
}

async function found(): Promise<Page> {
  const page = await open();
  await page.getByLabel(FIELD).fill('3. Sam T., DOCKSIDE COOKS L. 62');
  await press(page, 'Find the names');
  await sees(page, 'From 5 lines. Untick what you do not want.');
  return page;
}

test('what is pasted goes to the server as it is, and nothing can be pressed while the field is blank', async () => {
  const page = await open();
  await isOff(page.getByRole('button', { name: 'Find the names' }));
  await page.getByLabel(FIELD).fill('Organization\tTown\nDockside Cooks\tTern Island');
  await press(page, 'Find the names');
  await sees(page, 'Names found');
  expect(sidebar.server.state.pasted).toEqual(['Organization\tTown\nDockside Cooks\tTern Island']);
});

test('new names are ticked, known and unsure ones are not, and the button says how many', async () => {
  const page = await found();
  await page.getByRole('button', { name: 'Add 2 to the shortlist' }).waitFor();
  expect(await page.getByLabel('Amity Street Church').isChecked()).toBe(false);
  await page.getByLabel('Dockside Cooks Local 62', { exact: true }).uncheck();
  await page.getByRole('button', { name: 'Add 1 to the shortlist' }).waitFor();
});

test('a text from outside is shown as it is, never as a part of the page', async () => {
  const page = await found();
  await sees(page, 'Housing & <b>Hope</b>');
  await counts(page.locator('b', { hasText: 'Hope' }), 0);
});

test('a person says of a likely one whether it is the same; a different group is added', async () => {
  const page = await found();
  await sees(page, '1 name you have not decided about: not added.');
  await press(page, 'Different group');
  await page.getByRole('button', { name: 'Add 3 to the shortlist' }).waitFor();
  await press(page, 'Same group');
  await page.getByRole('button', { name: 'Add 2 to the shortlist' }).waitFor();
  await counts(page.getByText('not decided about'), 0);
});

test('what may be a person or a group is ticked by a person only', async () => {
  const page = await found();
  expect(await page.getByLabel('Street Roots', { exact: true }).isChecked()).toBe(false);
  await page.getByLabel('Street Roots', { exact: true }).check();
  await press(page, 'Add 3 to the shortlist');
  await sees(page, 'Added 3 names to “Shortlist Nov 19”');
  expect(sidebar.server.state.addedNames).toContainEqual({ at: 4, category: '', seen: 'new' });
});

test('the category can be changed, and what was added stands under Known with Undo below', async () => {
  const page = await found();
  await page.getByLabel('Category of Dockside Cooks Local 62').selectOption('Worker center');
  await press(page, 'Add 2 to the shortlist');
  await sees(page, 'Added 2 names to “Shortlist Nov 19”');
  expect(sidebar.server.state.addedNames).toEqual([
    { at: 0, category: 'Worker center', seen: 'new' },
    { at: 1, category: '', seen: 'new' },
  ]);
  await page.getByRole('button', { name: 'Known 3' }).waitFor();
  await press(page, 'Undo');
});

test('everything works with the keyboard alone, and the segments show one kind each', async () => {
  const page = await found();
  await page.getByRole('button', { name: 'Unsure 1' }).focus();
  await page.keyboard.press('Enter');
  await counts(page.getByRole('checkbox'), 1);
  await page.getByRole('button', { name: 'Different group' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Add 3 to the shortlist' }).waitFor();
});

test('a file from disk is read, whatever program wrote it', async () => {
  const page = await open();
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await choose('signers.csv', Buffer.from('Café Workers Local 9\n', 'utf8'));
  await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Café') === true);
  await choose('old.csv', Buffer.from('Tías Care Circle\n', 'latin1'));
  await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Tías') === true);
});

test('the way back leads to the list with its text, and then to the meeting', async () => {
  const page = await found();
  await press(page, 'Back to the list');
  await holds(page.getByLabel(FIELD), '3. Sam T., DOCKSIDE COOKS L. 62');
  await press(page, 'Back to the meeting');
  await sees(page, 'Meeting of Nov 19');
});

test('whoever types on while a list is read adds the names of the list that was read', async () => {
  const page = await open();
  sidebar.server.state.latency = 700;
  await page.getByLabel(FIELD).fill('3. Sam T., DOCKSIDE COOKS L. 62');
  await press(page, 'Find the names');
  await page.getByLabel(FIELD).fill('Something else');
  await sees(page, 'Names found');
  await press(page, 'Add 2 to the shortlist');
  await eventually(() => {
    expect(sidebar.server.state.pasted).toEqual(Array(2).fill('3. Sam T., DOCKSIDE COOKS L. 62'));
  });
});
