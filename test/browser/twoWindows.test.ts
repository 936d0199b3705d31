// Two windows at one sheet: a volunteer in her tab, the lead in the contacts. What one types the other sees, what both
// changed is asked, and a touch stands in the contacts and in the log.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './launchBrowser';
import {
  axeProblems,
  cell,
  openPage,
  openPanel,
  openTab,
  shows,
  startProgram,
  type,
  type Opened,
  type Program,
} from './openWorkbench';

let browser: Browser;
let program: Program;
let lead: Opened;
let volunteer: Opened;
const TAB = '→ Chidi';

beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram()]);
  lead = await openPage(browser, program.url);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
});

const button = (name: string | RegExp) => lead.sidebar.getByRole('button', { name }).first();
const textOf = async (page: Page, name: string) => (await (await cell(page, name)).innerText()).trim();
/** The row of this organization in the contacts. */
async function rowOf(page: Page, organization: string): Promise<number> {
  // Rows come by the hundred as they come into view.
  await (await cell(page, 'A110')).locator('.t').filter({ hasText: /./ }).waitFor({ state: 'attached' });
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  for (let row = 4; row < 120; row++)
    if (plain(await textOf(page, `A${row}`)) === plain(organization)) return row;
  throw new Error(`${organization} is not in the contacts.`);
}

describe('a volunteer and a lead at the same sheet', () => {
  let first = { organization: '', row: 0 };
  let second = { organization: '', row: 0 };

  test('the lead builds the tabs, and the volunteer opens hers in another window', async () => {
    await button('Start with this tab').click();
    await button('Check the rows').waitFor();
    await button('Assign').click();
    await button('Add “Dana”').click();
    await button(/^Build \d tabs$/).click();
    volunteer = await openPage(browser, program.url);
    await openTab(volunteer.page, TAB);
    await shows(volunteer.page, 'I1', 'What happened');
    const names = [await textOf(volunteer.page, 'B2'), await textOf(volunteer.page, 'B3')];
    await openTab(lead.page, 'Contacts');
    await shows(lead.page, 'A4', 'Larkhaven Teachers Guild');
    const rows = [];
    for (const organization of names) rows.push({ organization, row: await rowOf(lead.page, organization) });
    [first = first, second = second] = rows;
  }, 90_000);

  test('what the volunteer types stands in the contacts, and what the lead types in her tab', async () => {
    await type(volunteer.page, 'C2', 'Noor Haddad');
    await shows(lead.page, `C${first.row}`, 'Noor Haddad');
    await type(lead.page, `C${second.row}`, 'Lena Voss');
    await shows(volunteer.page, 'C3', 'Lena Voss');
  }, 60_000);

  test('“talked” is a date in both tabs, and the cell is free for the next time', async () => {
    await type(volunteer.page, 'I2', 'talked');
    await shows(lead.page, `H${first.row}`, 'Nov 12, 2026');
    await shows(volunteer.page, 'I2', '');
    await openTab(lead.page, 'Outreach log');
    await shows(lead.page, 'A1', 'Entry id');
    let last = 1;
    while ((await textOf(lead.page, `A${last + 1}`)) !== '') last++;
    await shows(lead.page, `H${last}`, 'talked');
    await openTab(lead.page, 'Contacts');
    await shows(lead.page, `A${first.row}`, first.organization);
  }, 60_000);

  test('what both changed is asked in the lead’s window, and her choice stands in both', async () => {
    // A pasted block is more than goes over at once: its last rows wait for the next run.
    let last = 3;
    while ((await textOf(volunteer.page, `B${last + 1}`)) !== '') last++;
    const organization = await textOf(volunteer.page, `B${last}`);
    const texts = Array.from({ length: last - 1 }, (_, index) => `Pasted ${index + 2}`).join('\n');
    await volunteer.page.evaluate((text) => navigator.clipboard.writeText(text), texts);
    await cell(volunteer.page, 'C2');
    await volunteer.page.keyboard.press('Control+v');
    await shows(volunteer.page, `C${last}`, `Pasted ${last}`);
    const row = await rowOf(lead.page, organization);
    await type(lead.page, `C${row}`, 'Mara Lind');
    await shows(lead.page, `C${row}`, 'Mara Lind');

    await openPanel(lead, 'Bring assignments home…', 'Assignments home');
    await button('Bring assignments home').click();
    const question = lead.sidebar.getByRole('group', { name: organization });
    await question.getByRole('radio', { name: `Pasted ${last}` }).waitFor();
    expect(await axeProblems(lead.page)).toBe('');
    await shows(lead.page, `C${row}`, 'Mara Lind');
    await question.getByRole('radio', { name: /^Mara Lind/ }).check();
    await button('Keep my choices').click();
    await shows(volunteer.page, `C${last}`, 'Mara Lind');
    await shows(volunteer.page, 'C3', 'Pasted 3');
    await shows(lead.page, `C${second.row}`, 'Pasted 3');
  }, 90_000);

  test('nothing went wrong behind the page', () => {
    expect(program.faults).toEqual([]);
    expect([...lead.complaints, ...volunteer.complaints]).toEqual([]);
  });
});
