// The dashboard in the sidebar: figures with small charts, who stands behind one, and the tab.
import { expect, test } from '@jest/globals';
import { press } from './screens';
import { dashboardView } from './standInDashboard';
import { counts, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

test('a figure leads to its rows, and back', async () => {
  const page = await sidebar.open('dashboard');
  await sees(page, 'Kinds of groups');
  await press(page, '3: Overdue, Contacts');
  await sees(page, 'Larkhaven Nurses United');
  await sees(page, 'Bo, due Nov 5');
  await press(page, 'Row 31, Paper Lantern Books');
  while (sidebar.server.state.cells.length === 0) await page.waitForTimeout(20);
  expect(sidebar.server.state.cells).toEqual(['Contacts!A31']);
  await press(page, 'Back to the dashboard');
  await sees(page, 'Contacts by next step');
});

test('what is nobody, a goal or a share leads nowhere', async () => {
  const page = await sidebar.open('dashboard');
  await sees(page, 'Kinds of groups');
  await counts(page.getByRole('button', { name: /^0: / }), 0);
  await counts(page.getByRole('button', { name: /Goal|Rate/ }), 0);
});

test('every chart says in words what it draws', async () => {
  const page = await sidebar.open('dashboard');
  await page.getByRole('img', { name: /^Touches and answers\. .*Nov 9, 33 Touches, 11 Answers$/ }).waitFor();
});

test('the tab is made, and the charts come back on demand', async () => {
  const page = await sidebar.open('dashboard');
  await sees(page, 'Kinds of groups');
  sidebar.server.state.dashboard = { ...dashboardView(), hasTab: true };
  await press(page, 'Make the dashboard tab');
  await sees(page, 'The tab “Dashboard” stands as of now');
  await press(page, 'Put the charts back');
  while (sidebar.server.state.given.length < 2) await page.waitForTimeout(20);
  expect(sidebar.server.state.given.map(({ args }) => args)).toEqual([[false], [true]]);
});

test('the selected figure of the tab is shown at once', async () => {
  sidebar.server.state.dashboard = {
    ...dashboardView(),
    hasTab: true,
    selected: { table: 'due', row: 'Overdue', figure: 0 },
  };
  const page = await sidebar.open('dashboard');
  await sees(page, 'Brightwater Hardware');
});

test('Today draws the weeks, and leads to the dashboard', async () => {
  const page = await sidebar.open('today');
  await page.getByRole('img', { name: /^Endorsements and the goal\./ }).waitFor();
  await press(page, 'Open the dashboard');
  await sees(page, 'Answers by channel');
});
