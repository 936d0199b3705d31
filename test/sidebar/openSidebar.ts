// Opens the built sidebar in a page of the test browser, with google.script.run answered by a stand-in server.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Panel } from '../../src/commands/answers';
import type { StandIn } from './standInServer';

const ADDRESS = 'https://sidebar.example.org/';

/**
 * How much longer an answer may take, at random, in milliseconds: SIDEBAR_SLOWNESS=400 finds the test that looks too
 * early, and the panel that lets somebody press too early.
 */
const SLOWNESS = Number(process.env['SIDEBAR_SLOWNESS'] ?? 0);

let built: Promise<string> | null = null;

/** The page as the build makes it, from the sources as they are now. */
export function sidebarHtml(): Promise<string> {
  built ??= promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import { sidebarHtml } from './build/build.mjs'; process.stdout.write(await sidebarHtml())",
    ],
    { maxBuffer: 10_000_000 },
  ).then(({ stdout }) => stdout);
  return built;
}

export interface Opened {
  readonly page: Page;
  readonly close: () => Promise<void>;
  /** Everything the page complained about: must stay empty. */
  readonly complaints: string[];
}

export async function openSidebar(
  browser: Browser,
  server: StandIn,
  {
    panel = 'today',
    width = 300,
    height = 640,
    reducedMotion = true,
  }: { panel?: Panel; width?: number; height?: number; reducedMotion?: boolean } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale: 'en-US',
    timezoneId: 'America/Chicago',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.exposeFunction('answerOfStandIn', async (name: string, args: string) => {
    // Google takes up calls out of order; so does this, by a few milliseconds.
    await new Promise((resolve) => setTimeout(resolve, server.state.latency + Math.random() * SLOWNESS));
    try {
      return JSON.stringify({ value: server.call(name, JSON.parse(args) as unknown[]) });
    } catch (error) {
      return JSON.stringify({ failure: (error as Error).message });
    }
  });
  await page.addInitScript({ content: await readFile('test/sidebar/scriptRun.js', 'utf8') });
  const html = (await sidebarHtml()).replace('data-panel="today"', `data-panel="${panel}"`);
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.abort(),
  );
  await page.goto(ADDRESS);
  return { page, complaints, close: () => context.close() };
}
