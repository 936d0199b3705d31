// node build/screenshots.mjs: the pictures of the README, taken from the invented sample in the workbench.
import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { ensureDist, ensureProgram, install } from './ready.mjs';

const OUT = 'docs/pictures';

install();
await ensureDist();
const load = async (entry) => import(pathToFileURL(await ensureProgram(entry)).href);
const { startWorkbench } = await load('workbench/server.ts');
const { launchBrowser } = await load('test/browser/launchBrowser.ts');
await mkdir(OUT, { recursive: true });

const workbench = await startWorkbench({ state: null, port: 0, pace: [10, 20], report: console.error });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await page.goto(workbench.url);
  const sidebar = page.frameLocator('aside iframe');
  const press = (name) =>
    sidebar
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  const go = async (cell) => {
    const box = page.getByRole('textbox', { name: 'Name box' });
    await box.fill(cell);
    await box.press('Enter');
  };
  const save = async (name, place = page) => {
    await page.waitForTimeout(600);
    await place.screenshot({ path: `${OUT}/${name}.png` });
    console.log(`${OUT}/${name}.png`);
  };
  const aside = page.locator('aside');

  await sidebar.getByRole('button', { name: 'Start with this tab' }).waitFor();
  await save('first-opening', aside);
  await press('Start with this tab');
  await press('Check the rows');
  await save('check', aside);
  await press('Today');
  await save('today', aside);
  await page.getByRole('button', { name: 'Outreach', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Mark stale contacts' }).click();
  await press(/the words in the sheet$/);
  await page.waitForTimeout(800);
  await press('Follow-ups');
  await sidebar.getByRole('button', { name: /^Preview/ }).waitFor();
  await go('A34');
  await go('H18');
  await save('follow-ups');
  await page.getByRole('button', { name: 'Close the mailbox' }).click();
  await go('S34');
  await go('S14');
  await go('S18');
  await save('next-step');
  await page.getByRole('button', { name: 'Open the mailbox' }).click();
  await press(/^Preview/);
  await sidebar.getByRole('button', { name: /^Send/ }).waitFor();
  await save('preview', aside);
  await press(/^Send \d/);
  await sidebar
    .getByText(/messages sent/)
    .first()
    .waitFor();
  await save('result', aside);
  await press('Assign');
  await press('Add “Dana”');
  await sidebar.getByRole('button', { name: /^Build/ }).waitFor();
  await save('assign', aside);
  await press(/^Build/);
  const type = async (cell, text) => {
    await go(cell);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
  };
  await page.getByRole('button', { name: '→ Chidi' }).click();
  await page.getByRole('button', { name: 'Close the mailbox' }).click();
  for (const [cell, text] of [
    ['I3', 'perhaps'],
    ['K3', 'Met her at the market'],
    ['I4', 'talked'],
    ['K4', 'likes the idea, meets again in June'],
  ])
    await type(cell, text);
  await page.getByRole('button', { name: 'Outreach', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Meeting' }).click();
  await press('Start the meeting');
  await page.waitForTimeout(3000);
  for (const [row, cells] of [
    [2, { A: 'Bakers and Confectioners Local 12', B: 'Union', C: 'Larkhaven', D: 'Ana', F: 'Bo', G: 'Bo' }],
    [3, { A: 'Larkhaven Youth Council', B: 'Young workers', C: 'Larkhaven', F: 'Dee', G: 'Dee' }],
    [4, { A: 'larkhaven youth council', F: 'Elif', G: 'Elif' }],
    [5, { A: 'Kettle Lane Mosque', B: 'Faith group', D: 'Chidi', E: '555-0177', F: 'Chidi' }],
  ])
    for (const [column, text] of Object.entries(cells)) await type(column + row, text);
  await page.getByRole('button', { name: 'Outreach', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Meeting' }).click();
  await page.waitForTimeout(1000);
  await save('meeting', aside);
  await page.getByRole('button', { name: 'Close the sidebar' }).click();
  await page.setViewportSize({ width: 1920, height: 900 });
  await go('A7');
  await save('shortlist');
  await page.setViewportSize({ width: 2000, height: 520 });
  await page.getByRole('button', { name: '→ Chidi' }).click();
  await go('K8');
  await page.waitForTimeout(600);
  await page.screenshot({
    path: `${OUT}/assignment-tab.png`,
    clip: { x: 478, y: 25, width: 1222, height: 245 },
  });
} finally {
  await browser.close();
  await workbench.close();
}
