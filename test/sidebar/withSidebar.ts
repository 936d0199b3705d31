// For tests that use the sidebar as a person does: one browser, a fresh stand-in server and page for each test, and no
// complaint of the browser at its end.
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Panel } from '../../src/commands/answers';
import { launchBrowser } from '../browser/launchBrowser';
import { eventually } from '../eventually';
import { openSidebar, type Opened } from './openSidebar';
import { createStandIn, type StandIn } from './standInServer';

export interface WithSidebar {
  /** The server of the test that runs. */
  readonly server: StandIn;
  /** `wait`: how long a step may take, in milliseconds. */
  open(panel: Panel, wait?: number): Promise<Page>;
}

/** Call it once at the top of a test file. */
export function withSidebar(): WithSidebar {
  let browser: Browser;
  let server: StandIn;
  let opened: Opened | null = null;
  jest.setTimeout(60_000);
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(() => {
    server = createStandIn();
  });
  afterEach(async () => {
    expect(opened?.complaints ?? []).toEqual([]);
    await opened?.close();
    opened = null;
  });
  return {
    get server() {
      return server;
    },
    async open(panel, wait = 8000) {
      opened = await openSidebar(browser, server, { panel });
      opened.page.setDefaultTimeout(wait);
      return opened.page;
    },
  };
}

export const sees = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** Waits until a button or field can be used; a panel that looks again switches its button off for a moment. */
export const isOn = (what: Locator): Promise<void> => what.and(what.page().locator(':enabled')).waitFor();
export const isOff = (what: Locator): Promise<void> => what.and(what.page().locator(':disabled')).waitFor();

/** Waits until there are so many of them. */
export const counts = (what: Locator, count: number): Promise<void> =>
  eventually(async () => {
    expect(await what.count()).toBe(count);
  });

/** Waits until a field holds this. */
export const holds = (field: Locator, value: string): Promise<void> =>
  eventually(async () => {
    expect(await field.inputValue()).toBe(value);
  });
