// The union map in the sidebar: its figures, the steps, one union put right, what is only offered.
import { expect, test } from '@jest/globals';
import { press } from './screens';
import { unionItem } from './standInUnions';
import { counts, holds, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();
const given = () => sidebar.server.state.given;

test('each figure shows those whom it counts, and a second press all of them again', async () => {
  const page = await sidebar.open('unions');
  await sees(page, '31,400 workers (3 locals unknown)');
  const names = () => page.locator('ul.rows > li > .lnk[aria-expanded]').allTextContents();
  expect(await names()).toHaveLength(8);
  await press(page, '3 of unknown size');
  expect(await names()).toEqual([
    'United Brotherhood of Carpenters and Joiners Local 1503',
    'UFCW 3000',
    'Longshore Local 8',
  ]);
  await press(page, '1 council');
  expect(await names()).toEqual(['Northwest Oregon Labor Council']);
  await press(page, '1 council');
  expect(await names()).toHaveLength(8);
});

test('each step stands once with what comes next, from the lowest up, and who left has none', async () => {
  const page = await sidebar.open('unions');
  await sees(page, '31,400 workers');
  expect(await page.locator('h2').allTextContents()).toEqual([
    'Nothing yet',
    '2 Statements sent',
    '3 Event held',
    '4 Committee works',
    'Councils and federations',
    'Declined or bowed out',
    'Not on the map yet',
    'To put right in the tab',
  ]);
  await sees(page, 'Next: Form a committee from those who came');
});

test('what is put right goes to the server whole, with what stood there', async () => {
  const page = await sidebar.open('unions');
  await press(page, 'SEIU Local 503');
  await press(page, 'Change SEIU Local 503');
  await page.getByLabel('Step').selectOption('4 Committee works');
  await page.getByLabel('Voted to support').selectOption('in progress');
  await page.getByLabel('Workers they represent').fill('13000');
  await press(page, 'Save SEIU Local 503');
  while (given().length < 1) await page.waitForTimeout(20);
  const { form, contact } = unionItem();
  const change = { stage: '4 Committee works', voted: 'in progress', workers: '13000' };
  expect(given()).toEqual([{ name: 'saveUnion', args: [{ contact, ...form, ...change, seen: form }] }]);
});

test('what the name says is filled into the form of one that is not on the map, and written only with it', async () => {
  const page = await sidebar.open('unions');
  await press(page, 'Harbor Bakers Local 114');
  await press(page, 'Put on the map Harbor Bakers Local 114');
  await holds(page.getByLabel('International'), 'BCTGM');
  expect(given()).toEqual([]);
  await press(page, 'Save Harbor Bakers Local 114');
  while (given().length < 1) await page.waitForTimeout(20);
  expect(given()[0]?.args[0]).toMatchObject({
    contact: 'c8',
    ...{ international: 'BCTGM', local: '114', stage: '' },
    seen: { international: '', local: '' },
  });
});

test('a step that is offered is written by one press and by nothing else', async () => {
  const page = await sidebar.open('unions');
  await sees(page, 'They voted: is the stage “5 Voted and sent”?');
  await press(page, 'Larkhaven Teachers, AFT Local 2277');
  expect(given()).toEqual([]);
  await press(page, 'Yes, it is Larkhaven Teachers, AFT Local 2277');
  while (given().length < 1) await page.waitForTimeout(20);
  expect(given()[0]?.args[0]).toMatchObject({
    contact: 'c5',
    stage: '5 Voted and sent',
    seen: { stage: '' },
  });
});

test('a row whose organization is no contact says what to do, and offers no form', async () => {
  const page = await sidebar.open('unions');
  await press(page, 'Longshore Local 8');
  await sees(page, 'It is not among the contacts of this tab');
  await counts(page.getByRole('button', { name: /Change|Put on the map/ }), 0);
});

test('the ask of a step leads to the contact, where it is written down', async () => {
  const page = await sidebar.open('unions');
  await press(page, 'UFCW 3000');
  await press(page, 'Ask: let us present UFCW 3000');
  await sees(page, 'Log a touch');
});

test('Today says the figures quietly, and leads to the map', async () => {
  const page = await sidebar.open('today');
  await sees(page, '14 locals mapped, 6 in conversation, 2 voted');
  await press(page, 'See unions');
  await sees(page, '31,400 workers');
});
