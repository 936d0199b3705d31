// Assignments home in the sidebar: what went to somebody else in the contacts is said, with the way back.
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser/launchBrowser';
import { openSidebar, type Opened } from './openSidebar';
import { press } from './screens';
import { createStandIn } from './standInServer';

jest.setTimeout(30_000);

let browser: Browser;
let opened: Opened | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = null;
});

test('it says from whom to whom and what is open there, and one press gives it back', async () => {
  const server = createStandIn();
  opened = await openSidebar(browser, server, { panel: 'home' });
  const { page } = opened;
  page.setDefaultTimeout(8000);
  await press(page, 'Bring assignments home');
  await page.getByRole('heading', { name: 'Given to somebody else' }).waitFor();
  await page.getByText(/From Bo to Dee\. .*there is no answer yet\./).waitFor();
  await page.getByRole('button', { name: /^Give it back to Bo/ }).click();
  await page.getByText('Bo has it again.').waitFor();
  expect(server.state.handedOver).toEqual(['c-12: Dee → Bo']);
});
