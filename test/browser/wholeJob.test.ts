// A lead's whole job in a real browser, on the sample, by mouse and by keyboard.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from './launchBrowser';
import { axeProblems, cell, openPage, shows, startProgram, type Opened, type Program } from './openWorkbench';

const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
const state = join(folder, 'state.json');
let browser: Browser;
let program: Program;
let opened: Opened;

beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram({ state })]);
  opened = await openPage(browser, program.url);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const panel = (name: string) => opened.sidebar.getByRole('button', { name, exact: true }).click();
const button = (name: string | RegExp) => opened.sidebar.getByRole('button', { name }).first();

/** From the add-on's menu, by keyboard. Whoever sees nothing happen chooses again: a menu closes where the focus goes. */
async function choose(item: string, opens: Locator): Promise<void> {
  const { page } = opened;
  for (let times = 0; times < 3 && !(await opens.isVisible()); times++) {
    await page.getByRole('button', { name: 'Outreach', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: item }).press('Enter');
    await opens.waitFor({ timeout: 5000 }).catch(() => undefined);
  }
}

/** The row of the organization, whatever was sorted or inserted. */
const AMITY = 18;

describe('a lead does the whole job in the page', () => {
  test('the page opens on the sample, with the add-on’s menu and its sidebar', async () => {
    const { page } = opened;
    expect(await page.getByRole('banner').innerText()).toContain('Thu, Nov 12, 2026');
    await shows(opened.page, 'A4', 'Larkhaven Teachers Guild');
    expect(await page.getByRole('button', { name: 'Outreach', exact: true }).count()).toBe(1);
    expect(await axeProblems(page)).toBe('');
  }, 60_000);

  test('she starts with the tab that was found, and the columns are known', async () => {
    await button('Start with this tab').click();
    await button('Check the rows').waitFor();
    expect(await axeProblems(opened.page)).toBe('');
  }, 60_000);

  test('a safe fix changes the cell, and Undo brings the old text back', async () => {
    await panel('Check');
    await button(/^Fix \d+ cells safely$/).click();
    await button('Undo').waitFor();
    await shows(opened.page, 'D15', 'abel@northgate-shoes.example.org');
    await button('Undo').click();
    await button(/^Fix \d+ cells safely$/).waitFor();
    await shows(opened.page, 'D15', 'abel@northgate-shoes..example.org');
  }, 60_000);

  test('a problem in the list leads to its cell', async () => {
    await button(/^A formula that no message needs does not work/).click();
    await button(/^Row 28, Second Spoke/).click();
    await opened.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.fx .name')?.value === 'L28',
    );
    expect(await opened.page.locator('#cell-28-12').isVisible()).toBe(true);
  }, 60_000);

  test('two follow-ups go out and stand in the mailbox and in the sheet', async () => {
    await panel('Follow-ups');
    await opened.sidebar.getByRole('checkbox', { name: /^All/ }).uncheck();
    await opened.sidebar.getByRole('checkbox', { name: 'Amity Street Church' }).check();
    await opened.sidebar.getByRole('checkbox', { name: 'Cedar Hill Congregation' }).check();
    await button('Preview 2 messages').click();
    await button('Send 2 follow-ups').waitFor();
    expect(await axeProblems(opened.page)).toBe('');
    await button('Send 2 follow-ups').click();
    await opened.sidebar.getByText('2 messages sent').first().waitFor();
    const box = opened.page.getByRole('list', { name: 'Messages sent' });
    expect((await box.getByRole('button').allInnerTexts()).slice(0, 2).join(' ')).toMatch(
      /Cedar Hill Congregation[^]*Nov 12[^]*Amity Street Church[^]*Nov 12/,
    );
    await shows(opened.page, `H${AMITY}`, 'Nov 12, 2026');
    await shows(opened.page, `G${AMITY}`, 'Following up');
  }, 60_000);

  test('as the person who got it she answers, and the mailbox says so', async () => {
    const { page } = opened;
    const mail = page.getByRole('region', { name: 'Mailbox of Ana' });
    await mail
      .getByRole('button', { name: /^Amity Street Church/ })
      .first()
      .click();
    await mail.getByText('Hello Ruth').waitFor();
    await mail.getByRole('button', { name: 'Answer', exact: true }).click();
    await mail.getByRole('textbox', { name: 'Your answer' }).fill('Gladly. Call me on Friday.\nRuth');
    await mail.getByRole('button', { name: 'Send the answer' }).click();
    await mail.getByText('Gladly. Call me on Friday.').waitFor();
    expect(
      await mail
        .getByRole('button', { name: /^Amity Street Church/ })
        .first()
        .innerText(),
    ).toContain('Answered');
    await mail
      .getByRole('button', { name: /^Cedar Hill/ })
      .first()
      .click();
    await mail.getByText('Hello Tamar').waitFor();
    await mail.getByRole('button', { name: 'Bounce', exact: true }).click();
    await mail.getByText(/wasn't delivered/).waitFor();
    expect(await axeProblems(page)).toBe('');
  }, 60_000);

  test('as somebody in another place she sends an automatic reply, a late report, and a mail of its own', async () => {
    const { page } = opened;
    const mail = page.getByRole('region', { name: 'Mailbox of Ana' });
    const line = mail.getByRole('button', { name: /^Neighbors Forward/ }).first();
    await line.click();
    await mail.getByText('Hello Curt').waitFor();
    await mail.getByRole('button', { name: 'Delivery is late' }).click();
    await mail.getByText('It is late, and is tried again').waitFor();
    await mail.getByRole('button', { name: 'Out of office' }).click();
    await mail.getByText('An automatic reply from curt@').waitFor();
    expect(await line.innerText()).toContain('Away');
    await mail.getByRole('button', { name: 'Answer', exact: true }).click();
    await mail.getByLabel('They say').selectOption('Do not write again');
    await mail
      .getByLabel('From')
      .selectOption({ label: 'curt@neighbors-forward.example.org, in a new mail' });
    await mail.getByRole('button', { name: 'Send the answer' }).click();
    const came = mail.getByRole('button', { name: /^curt@neighbors-forward/ });
    expect(await came.innerText()).toContain('Came in');
    await came.click();
    await mail.getByText('Please take us off your list.').waitFor();
    expect(await axeProblems(page)).toBe('');
  }, 60_000);

  test('of two messages opened quickly the later one is read, whichever comes first', async () => {
    const { page } = opened;
    const mail = page.getByRole('region', { name: 'Mailbox of Ana' });
    let slow: (() => void) | null = null;
    const overtaken = new Promise<void>((arrived) => (slow = arrived));
    await page.route('**/api/message', async (route) => {
      const arrived = slow;
      slow = null;
      const response = await route.fetch();
      if (arrived !== null) await new Promise((done) => setTimeout(done, 1000));
      await route.fulfill({ response });
      arrived?.();
    });
    for (const name of [/^Amity Street Church/, /^Cedar Hill/])
      await mail.getByRole('button', { name }).first().click();
    await overtaken;
    await page.waitForTimeout(100);
    expect(await mail.getByText('Hello Tamar').isVisible()).toBe(true);
    await page.unroute('**/api/message');
  }, 60_000);

  test('Bo signs in at the same sheet and has his own mailbox; Ana comes back to hers', async () => {
    const { page } = opened;
    const who = page.getByLabel('Signed in as');
    await who.selectOption('bo@larkhaven.example.org');
    const his = page.getByRole('region', { name: 'Mailbox of Bo' });
    await his.getByRole('button', { name: /^Electric Workers Local 233/ }).waitFor();
    expect(await his.getByRole('button', { name: /^Amity Street Church/ }).count()).toBe(0);
    await shows(page, `H${AMITY}`, 'Nov 12, 2026');
    await who.selectOption('ana@larkhaven.example.org');
    await page
      .getByRole('region', { name: 'Mailbox of Ana' })
      .getByText('Amity Street Church')
      .first()
      .waitFor();
  }, 60_000);

  test('without the permission she says herself who answered; allowed, the add-on sees it, and what came back', async () => {
    const { page, sidebar } = opened;
    await panel('Follow-ups');
    await button(/^They answered/).waitFor();
    await page.getByRole('switch', { name: 'See who answered' }).check();
    await button('More').click();
    await panel('Setup');
    await button('I allowed it, look again').click();
    const row = sidebar.getByRole('listitem').filter({ hasText: 'See who answered' });
    await row.getByText('Allowed').waitFor();
    await panel('Follow-ups');
    await sidebar.getByText(/^\d answered, \d came back, .*: the list is up to date\.$/).waitFor();
    await sidebar.getByText('Not seen are answers from another address in a new mail').waitFor();
    expect(await sidebar.getByRole('button', { name: /^They answered/ }).count()).toBe(0);
    expect(await axeProblems(page)).toBe('');
    await panel('Today');
    await panel('Follow-ups');
    await sidebar.getByText('No new answers.').waitFor();
  }, 60_000);

  test('the next day neither of the two is due', async () => {
    await opened.page.getByRole('button', { name: '+ 1 day' }).click();
    await opened.page.getByText('Fri, Nov 13, 2026').waitFor();
    await panel('Today');
    await panel('Follow-ups');
    await opened.sidebar.getByRole('checkbox', { name: 'Millrace Worker Center' }).waitFor();
    expect(await opened.sidebar.getByRole('checkbox', { name: 'Amity Street Church' }).count()).toBe(0);
    expect(await opened.sidebar.getByRole('checkbox', { name: 'Cedar Hill Congregation' }).count()).toBe(0);
  }, 60_000);

  test('marked, the sheet shows a word and a colour, and a typed date changes both at once', async () => {
    const { page } = opened;
    await choose('Mark stale contacts', button('Show the words in the sheet'));
    await button('Show the words in the sheet').click();
    await shows(page, 'S16', 'Last try');
    const fill = () => page.locator('#cell-16-1').evaluate((each) => getComputedStyle(each).backgroundColor);
    await cell(page, 'A16');
    expect(await fill()).toBe('rgb(251, 220, 205)');
    await cell(page, 'H16');
    await page.keyboard.type('11/13/2026');
    await page.keyboard.press('Enter');
    await shows(page, 'H16', 'Nov 13, 2026');
    await cell(page, 'A16');
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector('#cell-16-1')!).backgroundColor === 'rgb(255, 255, 255)',
    );
    await shows(opened.page, 'S16', '');
  }, 60_000);

  test('assignment tabs are built and stand at the foot of the sheet', async () => {
    await panel('Assign');
    await button('Add “Dana”').click();
    await button(/^Build \d tabs$/).click();
    const tabs = opened.page.getByRole('navigation', { name: 'Tabs of the workbook' });
    await tabs.getByRole('button', { name: '→ Ana' }).waitFor();
    await tabs.getByRole('button', { name: '→ Ana' }).click();
    expect(await opened.page.getByRole('grid').getAttribute('aria-label')).toBe('Sheet → Ana');
    await (
      await cell(opened.page, 'A1')
    )
      .locator('.t')
      .filter({ hasText: /./ })
      .waitFor({ state: 'attached' });
    expect(await axeProblems(opened.page)).toBe('');
  }, 60_000);

  test('a person is forgotten: the row keeps the organization, and the receipt says what it cannot reach', async () => {
    const { page, sidebar } = opened;
    await page
      .getByRole('navigation', { name: 'Tabs of the workbook' })
      .getByRole('button', { name: 'Contacts' })
      .click();
    await shows(page, `A${AMITY}`, 'Amity Street Church');
    await button('More').click();
    await panel('Selected contact');
    await button('Forget this contact').click();
    await sidebar.getByText('It cannot be undone.').waitFor();
    expect(await axeProblems(page)).toBe('');
    await button('Erase for good').click();
    await sidebar.getByText('Erased: the person at Amity Street Church.').waitFor();
    await shows(page, `D${AMITY}`, '');
    await shows(page, `A${AMITY}`, 'Amity Street Church');
  }, 60_000);

  test('all of it is there after the workbench was ended and started again', async () => {
    const before = await opened.page.getByRole('region', { name: 'Mailbox of Ana' }).innerText();
    await opened.page.getByRole('switch', { name: 'See who answered' }).check();
    await program.end('SIGTERM');
    await opened.page.context().close();
    program = await startProgram({ state });
    opened = await openPage(browser, program.url);
    const { page } = opened;
    expect(await page.getByRole('banner').innerText()).toContain('Fri, Nov 13, 2026');
    expect(await page.getByRole('switch', { name: 'See who answered' }).isChecked()).toBe(true);
    expect(await page.getByRole('button', { name: '→ Ana' }).count()).toBe(1);
    const mail = await page.getByRole('region', { name: 'Mailbox of Ana' }).innerText();
    expect(mail.slice(0, 40)).toBe(before.slice(0, 40));
    await shows(opened.page, `H${AMITY}`, 'Nov 12, 2026');
  }, 60_000);

  test('nothing went wrong behind the page', () => {
    expect(program.faults).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
