// A lead's week in the sidebar: proposals lead where they are done, the page is copied and mailed once.
import { expect, test } from '@jest/globals';
import { press } from './screens';
import { counts, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

test('a proposal about a contact selects its row and opens it', async () => {
  const page = await sidebar.open('week');
  await sees(page, 'their meeting is on Nov 20');
  await press(page, /^Open this contact/);
  await page.getByRole('heading', { level: 1, name: /Amity|Selected contact/ }).waitFor();
  expect(sidebar.server.state.cells).toEqual(['c-1']);
});

test('the other proposals and the lines lead to their panels, that of overdue tasks to the team', async () => {
  const page = await sidebar.open('week');
  await press(page, /^Open My contacts/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: 'My team' }).first().getAttribute('aria-pressed')).toBe(
    'true',
  );
  await page.getByRole('button', { name: 'More' }).click();
  await press(page, 'The week');
  await press(page, /^See 9 follow-ups/);
  await page.getByRole('heading', { level: 1, name: /Follow-ups/ }).waitFor();
});

test('the page goes to each lead once, and what has none says so', async () => {
  const page = await sidebar.open('week');
  await sees(page, 'Nothing is missing.');
  await sees(page, 'No address is known for Dee. Print it for them.');
  await press(page, 'Mail it to 2');
  await sees(page, 'Mailed to 2 of 2.');
  await counts(page.getByRole('button', { name: /^Mail it to/ }), 0);
  expect(sidebar.server.state.given.map(({ name }) => name)).toEqual(['mailWeek']);
});

test('without the permission to send it opens in Gmail', async () => {
  const { week } = sidebar.server.state;
  const mailing = { ...week.mailing, canMail: false, composeUrl: 'https://mail.google.com/mail/?view=cm' };
  sidebar.server.state.week = { ...week, mailing };
  const page = await sidebar.open('week');
  await sees(page, 'Open in Gmail');
  await counts(page.getByRole('button', { name: /^Mail it to/ }), 0);
});
