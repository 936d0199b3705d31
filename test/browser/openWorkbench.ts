// The workbench in the test browser: its program started apart, its page opened, and short ways to what a person does.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import AxeBuilder from 'axe-core';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { eventually } from '../eventually';

export interface StartOptions {
  /** Where the workbook is kept; null keeps nothing. */
  readonly state?: string | null;
  /** How long an answer takes, least and most, in milliseconds. */
  readonly pace?: readonly [number, number];
}

export interface Program {
  readonly url: string;
  /** Faults of the stand-in that the program reported: must stay empty. */
  readonly faults: readonly string[];
  /** 'SIGTERM' ends it as Ctrl+C does, 'SIGKILL' as a crash. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export function startProgram(options: StartOptions = {}): Promise<Program> {
  const asked = JSON.stringify({ port: 0, state: null, pace: [20, 80], ...options });
  const child = spawn(process.execPath, [resolve('test/browser/workbenchProcess.mjs'), asked], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const faults: string[] = [];
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      done();
    }),
  );
  let errors = '';
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  return new Promise((started, failed) => {
    void ended.then(() => {
      failed(new Error(`The workbench did not start: ${errors}`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('fault: ')) faults.push(line.slice(7));
      if (!line.startsWith('open: ')) return;
      started({
        url: line.slice(6),
        faults,
        end: (signal) => {
          child.kill(signal);
          return ended;
        },
      });
    });
  });
}

export interface Opened {
  readonly page: Page;
  readonly sidebar: FrameLocator;
  /** Everything the page complained about: must stay empty. */
  readonly complaints: readonly string[];
}

const LAPTOP = { width: 1280, height: 720 };

export async function openPage(browser: Browser, url: string, viewport = LAPTOP): Promise<Opened> {
  const context = await browser.newContext({
    viewport,
    locale: 'en-US',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('grid').waitFor();
  return { page, sidebar: page.frameLocator('aside iframe'), complaints };
}

/** The cell of this name ("H18"), brought into view. */
export async function cell(page: Page, name: string) {
  await goTo(page, name);
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return page.locator(`#cell-${row}-${column}`);
}

/** Tried again where something moved the active cell meanwhile: a tab that came, a row that somebody put in. */
export async function goTo(page: Page, name: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Name box' });
  await eventually(async () => {
    await box.fill(name);
    await box.press('Enter');
    if ((await box.inputValue()) !== name) throw new Error(`The name box does not show ${name}.`);
  });
}

export async function openTab(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Tabs of the workbook' });
  await tabs.getByRole('button', { name, exact: true }).click();
}

/**
 * Opens a panel from the add-on's menu, by keyboard, and waits until the new sidebar shows it: the one that stood there
 * before may have a button of the same name.
 */
export async function openPanel({ page, sidebar }: Opened, item: string, title: string): Promise<void> {
  const frame = page.locator('aside iframe');
  const before = (await frame.count()) === 0 ? null : await frame.getAttribute('src');
  await page.getByRole('button', { name: 'Outreach', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: item }).press('Enter');
  await page.waitForFunction(
    (old) => (document.querySelector('aside iframe')?.getAttribute('src') ?? null) !== old,
    before,
  );
  await sidebar.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Types into a cell, as a person does. */
export async function type(page: Page, name: string, text: string): Promise<void> {
  await cell(page, name);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Waits until the cell shows this text. */
export async function shows(page: Page, name: string, text: string): Promise<void> {
  const place = await cell(page, name);
  await place
    .locator('.t', {
      hasText: text === '' ? /^$/ : new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
    })
    .waitFor({ state: 'attached' });
}

/** What the accessibility rules of WCAG 2.2 A and AA find on the page and in its frames; '' where all is well. */
export async function axeProblems(page: Page): Promise<string> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(AxeBuilder.source);
    const problems = await frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof AxeBuilder };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await axe.run(document, {
        runOnly: tags,
        rules: { 'target-size': { enabled: true } },
        iframes: false,
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    });
    found.push(...problems);
  }
  return found.join('\n');
}
