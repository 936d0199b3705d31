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
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
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
    await page.mouse.move(620, 4);
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
  await page.getByRole('button', { name: '→ Chidi' }).waitFor();

  // A volunteer's tab, as wide as its columns.
  const type = async (cell, text) => {
    await go(cell);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
  };
  const menu = async (item) => {
    await page.getByRole('button', { name: 'Outreach', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const closeSidebar = () => page.getByRole('button', { name: 'Close the sidebar' }).click();
  await page.getByRole('button', { name: 'Close the mailbox' }).click();
  await closeSidebar();
  await page.getByRole('button', { name: '→ Chidi' }).click();
  await page.setViewportSize({ width: 2000, height: 680 });
  for (const [cell, text] of [
    ['I3', 'perhaps'],
    ['K3', 'Met her at the market'],
    ['I4', 'talked'],
    ['K4', 'likes the idea, meets again in June'],
  ])
    await type(cell, text);
  await go('K8');
  await page.waitForTimeout(600);
  const box = (cell) => page.locator(cell).boundingBox();
  const [first, last] = [await box('#cell-1-5'), await box('#cell-6-11')];
  await page.screenshot({
    path: `${OUT}/assignment-tab.png`,
    clip: { x: first.x, y: first.y, width: last.x + last.width - first.x, height: last.y - first.y },
  });
  console.log(`${OUT}/assignment-tab.png`);

  // One cell that two people changed: a block that was pasted is more than goes over at once.
  const { model } = workbench.session.host();
  const nameAt = (tab, row, column) => model.display(tab, row, column);
  let end = 2;
  while (nameAt('→ Chidi', end + 1, 2) !== '') end++;
  const pasted = Array.from({ length: end - 1 }, (_, n) => nameAt('→ Chidi', n + 2, 3).split(' ')[0]);
  pasted[end - 2] = 'Rae Lindholm';
  await page.evaluate((text) => navigator.clipboard.writeText(text), pasted.join('\n'));
  await go('C2');
  await page.keyboard.press('Control+v');
  await page.waitForTimeout(600);
  let row = 4;
  while (nameAt('Contacts', row, 1) !== nameAt('→ Chidi', end, 2)) row++;
  await page.getByRole('button', { name: 'Contacts', exact: true }).click();
  await type(`C${row}`, 'Rae Lind');
  await page.setViewportSize({ width: 1440, height: 900 });
  await menu('Bring assignments home…');
  await press('Bring assignments home');
  await sidebar.getByRole('button', { name: 'Keep my choices' }).waitFor();
  await save('home', aside);

  await menu('Asks and endorsements');
  for (const [who, day, people] of [
    ['Yolanda Pike', '2026-10-22', '480'],
    ['Hester Bloom', '2026-10-14', '60'],
    ['Ravi Menon', '2026-11-11', ''],
  ]) {
    await press(/^Fill in who and when/);
    await sidebar.getByLabel('Who there said yes').fill(who);
    await sidebar.getByLabel('Day of their yes').fill(day);
    await press('They agreed');
    await sidebar.getByLabel(/^People they speak for/).fill(people);
    await press(/^Save who and when/);
    await sidebar.getByLabel('Who there said yes').waitFor({ state: 'detached' });
    await page.waitForTimeout(800);
  }
  await menu('Asks and endorsements');
  await sidebar.getByText(/^3 of 40 endorsements/).waitFor();
  await save('asks', aside);

  await menu('Dashboard');
  await press('Make the dashboard tab');
  await sidebar.getByRole('button', { name: 'Put the charts back' }).waitFor();
  await page.setViewportSize({ width: 1920, height: 1200 });
  await save('dashboard');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Contacts', exact: true }).click();

  await menu('Meeting');
  await press('Start the meeting');
  await sidebar.getByRole('button', { name: /^Close the meeting/ }).waitFor();
  for (const [row, cells] of [
    [2, { A: 'Bakers and Confectioners Local 12', B: 'Union', C: 'Larkhaven', D: 'Ana', F: 'Bo', G: 'Ana' }],
    [3, { A: 'Larkhaven Youth Council', B: 'Young workers', C: 'Larkhaven', F: 'Dee', G: 'Dee' }],
    [4, { A: 'larkhaven youth council', F: 'Elif', G: 'Elif' }],
    [5, { A: 'Kettle Lane Mosque', B: 'Faith group', D: 'Chidi', E: '555-0177', F: 'Chidi', G: 'Chidi' }],
    [6, { A: 'Harbor & Dock Workers Local 49', B: 'Union', C: 'Port Alder', F: 'Ana', G: 'Bo and Dee' }],
    [7, { A: 'Canal Street Tenants', B: 'Worker center', F: 'Bo', H: 'Meet on Mondays' }],
    [8, { A: 'Teachers Guild of Larkhaven', B: 'Union', F: 'Elif' }],
  ])
    for (const [column, text] of Object.entries(cells)) await type(column + row, text);
  await menu('Meeting');
  await sidebar.getByText(/^Shortlist: 7 names/).waitFor();
  await save('meeting', aside);
  await press(/^Close the meeting/);
  await sidebar.getByText('You decide').waitFor();
  await save('close', aside);

  // What stands on the projector.
  await closeSidebar();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await go('A2');
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Full screen' }).click();
  await page.getByRole('button', { name: 'Close this message' }).click();
  await page.locator('#cell-9-1').click();
  await save('shortlist');
} finally {
  await browser.close();
  await workbench.close();
}
