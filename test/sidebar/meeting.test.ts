// The panel Meeting in the sidebar, as a lead uses it before and during a brainstorm meeting.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { press } from './screens';
import { meetingView, noMeetingView } from './standInMeeting';
import { counts, holds, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

const open = (): Promise<Page> => sidebar.open('meeting');

test('a first meeting is started on the day that is proposed, or on another', async () => {
  sidebar.server.state.meeting = noMeetingView();
  const page = await open();
  await holds(page.getByLabel('Day of the meeting'), '2026-11-19');
  await page.getByLabel('Day of the meeting').fill('2026-12-03');
  await press(page, 'Start the meeting');
  await sees(page, 'Meeting of Nov 19');
  expect(sidebar.server.state.startedMeetings).toEqual(['2026-12-03']);
});

test('each kind of group has its bar with figures in words, and the one that nobody has says Missing', async () => {
  const page = await open();
  await sees(page, 'Shortlist: 21 names so far');
  await page.getByRole('img', { name: 'Union: 18 in contacts, 4 on the shortlist' }).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: 'Young workers' });
  expect(await line.innerText()).toMatch(/Missing\s+0/);
  await counts(page.getByText('18 + 4 new'), 1);
});

test('what was typed where it does not count is named', async () => {
  const said = '“Copy of Shortlist Nov 19” is a copy: nothing in it counts.';
  const view = meetingView();
  sidebar.server.state.meeting = {
    ...view,
    shortlist: view.shortlist && { ...view.shortlist, remarks: [said] },
  };
  await sees(await open(), said);
});

test('the room is asked one question after the other', async () => {
  const page = await open();
  await sees(page, 'Ask the room: Young workers');
  await sees(page, 'Who works with apprentices, a campus union or a youth council?');
  await press(page, 'Another question');
  await sees(page, 'Ask the room: Disability community');
});

test('“Look again” shows who is likely the same, and a click leads to either row', async () => {
  const page = await open();
  await sees(page, 'Ask each other: Ana, Bo');
  await press(page, 'Look again');
  await sees(page, 'Looked at 21 names and added hints to 2 rows.');
  await press(page, 'your contacts, row 18');
  await press(page, 'Row 3, Kettle Lane Group 1');
  while (sidebar.server.state.cells.length < 2) await page.waitForTimeout(20);
  expect(sidebar.server.state.cells).toEqual(['Contacts!A18', 'Shortlist Nov 19!A3']);
  await counts(page.getByText('Ask each other'), 0);
});

test('whom of ours to ask first stands beside the name, with the text to copy', async () => {
  const page = await open();
  await sees(page, 'Ask these people first');
  await sees(page, 'Chidi belongs to SEIU Local 503, of the same union, and may know someone there.');
  await page.getByRole('button', { name: /Copy a text to them/ }).waitFor();
  await press(page, 'Row 5, Dockside Cooks Local 62');
  while (sidebar.server.state.cells.length === 0) await page.waitForTimeout(20);
  expect(sidebar.server.state.cells).toEqual(['Shortlist Nov 19!A5']);
});

test('searches open in a new tab, and what is blank in Settings can be filled in here', async () => {
  const page = await open();
  const link = page.getByRole('link', { name: /^Organizations that signed/ });
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await link.getAttribute('rel')).toContain('noopener');
  await press(page, 'Fill in');
  await page.getByLabel('Your senator or representative').fill('Senator Ortiz');
  await page.getByLabel('Your senator or representative').press('Tab');
  while (sidebar.server.state.savedSettings.length === 0) await page.waitForTimeout(20);
  expect(sidebar.server.state.savedSettings).toEqual(['senator: Senator Ortiz']);
});

test('another meeting can be started, and the way back leads to the one that is there', async () => {
  const page = await open();
  await press(page, 'Start another meeting');
  await page.getByLabel('Day of the meeting').waitFor();
  await press(page, 'Back to the meeting');
  await sees(page, 'Meeting of Nov 19');
});
