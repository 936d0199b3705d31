// Charts over the sheet of the page: what they say, that they follow their cells, keyboard, scrolling, black and white.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { contacts, KINDS, keptWorkbook, STEPS } from './chartsFile';
import { launchBrowser } from './launchBrowser';
import {
  axeProblems,
  goTo,
  openPage,
  openTab,
  shows,
  startProgram,
  type,
  type Opened,
  type Program,
} from './openWorkbench';

const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
let browser: Browser;
let program: Program;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  const state = join(folder, 'state.json');
  writeFileSync(state, JSON.stringify(keptWorkbook()));
  [browser, program] = await Promise.all([launchBrowser(), startProgram({ state })]);
  opened = await openPage(browser, program.url, { width: 1500, height: 1000 });
  page = opened.page;
  await openTab(page, 'Dashboard');
}, 120_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const picture = (title: string | RegExp) => page.getByRole('img', { name: title });
const group = (title: string) => page.getByRole('group', { name: `Chart: ${title}` });
const STEP_CHART = 'Contacts by next step (live)';
const LINE_CHART = 'Endorsements and the goal (as of the day at the top)';
/** Independent of the sheet's formulas. */
const steps = (): Map<string, number> => {
  const found = new Map<string, number>(STEPS.map((step) => [step, 0]));
  for (const [, , step] of contacts) found.set(step, (found.get(step) ?? 0) + 1);
  return found;
};
const said = (counts: Map<string, number>): string =>
  [...counts].map(([word, figure]) => `${word}: ${figure}`).join(', ');

/** Heights of the drawn columns, in their order. */
const heights = () =>
  picture(new RegExp('^Contacts by next step'))
    .locator('rect.mark')
    .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('height'))));

function expectProportional(drawn: readonly number[], figures: readonly number[]): void {
  const scale = (drawn[0] ?? 0) / (figures[0] ?? 1);
  expect(drawn.map((height) => Math.round(height / scale))).toEqual(figures);
}

/** Of a colour "#rrggbb", as WCAG has it: 0 is black, 1 is white. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

describe('the charts of a dashboard', () => {
  test('say and draw the figures of their cells', async () => {
    const counts = steps();
    await picture(`${STEP_CHART}. Column chart. Contacts. ${said(counts)}`).waitFor();
    expectProportional(await heights(), [...counts.values()]);
    const kinds = new Map(KINDS.map((kind) => [kind as string, 0]));
    for (const [, kind, , day] of contacts) if (day !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const name = await picture(/^Kinds of groups/).getAttribute('aria-label');
    expect(name).toContain(`Reached out to. ${said(kinds)}`);
    const texts = await picture(new RegExp('^Contacts by next step')).locator('text').allTextContents();
    for (const part of [STEP_CHART, 'Next step', 'Contacts', ...STEPS]) expect(texts).toContain(part);
    const legend = await picture(/^Endorsements/)
      .locator('.legend text')
      .allTextContents();
    expect(legend).toEqual(['Endorsements', 'Goal']);
  }, 60_000);

  test('are told apart in black and white, from each other and from the paper', async () => {
    const fills = await picture(/^Kinds of groups/)
      .locator('rect.mark')
      .evaluateAll((bars) => [...new Set(bars.map((bar) => bar.getAttribute('fill') ?? ''))]);
    expect(fills).toHaveLength(2);
    const [dark = '', light = ''] = fills;
    expect(contrast(dark, light)).toBeGreaterThan(3);
    for (const fill of fills) expect(contrast(fill, '#ffffff')).toBeGreaterThan(3);
    const marks = await picture(/^Endorsements/)
      .locator('.legend g > :not(text)')
      .evaluateAll((all) => all.map((mark) => mark.tagName));
    expect(marks).toEqual(['path', 'circle', 'path', 'rect']);
  });

  test('pass the accessibility rules, also while one is chosen', async () => {
    expect(await axeProblems(page)).toBe('');
    await group(STEP_CHART).focus();
    expect(await axeProblems(page)).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  }, 60_000);

  test('are drawn anew when a cell far away changes', async () => {
    await openTab(page, 'Contacts');
    await picture(/./).first().waitFor({ state: 'detached' });
    const last = contacts.length + 1;
    const old = contacts.at(-1)?.[2] ?? '';
    const next = STEPS.find((step) => step !== old) ?? '';
    await type(page, `C${last}`, next);
    await shows(page, `C${last}`, next);
    await openTab(page, 'Dashboard');
    const counts = steps();
    counts.set(old, (counts.get(old) ?? 0) - 1);
    counts.set(next, (counts.get(next) ?? 0) + 1);
    await picture(`${STEP_CHART}. Column chart. Contacts. ${said(counts)}`).waitFor();
    expectProportional(await heights(), [...counts.values()]);
    await type(page, 'C27', '7');
    await picture(/^Endorsements.*Goal\..*Oct 18: 7, Oct 22: 20/).waitFor();
  }, 60_000);

  test('leave the keyboard to the grid, and go with it when it scrolls', async () => {
    const top = async () => (await group(LINE_CHART).boundingBox())?.y ?? 0;
    await goTo(page, 'D17');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('textbox', { name: 'Name box' }).inputValue()).toBe('E17');
    await page.keyboard.type('under a chart');
    await page.keyboard.press('Enter');
    await shows(page, 'E17', 'under a chart');
    await goTo(page, 'A2');
    const before = await top();
    await group(STEP_CHART).hover();
    await page.mouse.wheel(0, 270);
    await untilTrue(async () => Math.round(before - (await top())) === 270);
    // Over the column letters there is no chart, however far it is scrolled.
    const over = await page.evaluate(() => {
      const head = document.querySelector('.grid .heads')?.getBoundingClientRect();
      return document.elementFromPoint(600, (head?.top ?? 0) + 10)?.closest('.chart') === null;
    });
    expect(over).toBe(true);
    await page.mouse.wheel(0, -2000);
    await untilTrue(async () => Math.round(await top()) === Math.round(before));
  }, 60_000);

  test('are reached with Tab behind the sheet, and come into view whole', async () => {
    await goTo(page, 'A2');
    const below = async () => {
      const [grid, chart] = [
        await page.getByRole('grid').boundingBox(),
        await group(LINE_CHART).boundingBox(),
      ];
      return (chart?.y ?? 0) + (chart?.height ?? 0) - (grid?.y ?? 0) - (grid?.height ?? 0);
    };
    await untilTrue(async () => (await below()) > 0);
    await page.keyboard.press('Escape');
    // Each chart and its button, up to the third one.
    for (let n = 0; n < 5; n++) await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(focused).toBe(`Chart: ${LINE_CHART}`);
    await untilTrue(async () => (await below()) <= 0);
    await goTo(page, 'A2');
  }, 60_000);

  test('move along when rows are put in above', async () => {
    const before = await group(LINE_CHART).boundingBox();
    await goTo(page, 'A9');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Insert .*above/ }).click();
    await untilTrue(async () => {
      const now = await group(LINE_CHART).boundingBox();
      return Math.round((now?.y ?? 0) - (before?.y ?? 0)) === 27;
    });
    await picture(/^Endorsements.*Endorsements\. Sep 2: 0, /).waitFor();
  }, 60_000);

  test('go with Delete, alone, and come back with undo', async () => {
    await group(STEP_CHART).focus();
    await page.keyboard.press('Delete');
    await group(STEP_CHART).waitFor({ state: 'detached' });
    await group(LINE_CHART).waitFor();
    await shows(page, 'A2', 'Follow up');
    await page.keyboard.press('Control+z');
    await group(STEP_CHART).waitFor();
    await group(LINE_CHART).hover();
    await page.getByRole('button', { name: `Delete the chart ${LINE_CHART}` }).click();
    await group(LINE_CHART).waitFor({ state: 'detached' });
    await group(STEP_CHART).waitFor();
  }, 60_000);

  test('nothing went wrong behind the page', () => {
    expect(program.faults).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});

/** Asks until it holds. */
async function untilTrue(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    if (await holds()) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`It never held: ${holds.toString()}`);
}
