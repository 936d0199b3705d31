// Hostile cells in the sidebar: every panel, answered by the built add-on on a sheet full of markup, shows it as text.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Host } from '../../workbench/host/createHost';
import { ask, book, HEADER, openCampaign, putTab, SETTINGS } from '../bundle/campaign';
import { openSidebar } from '../sidebar/openSidebar';
import type { StandIn } from '../sidebar/standInServer';
import { launchBrowser } from './launchBrowser';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const MARK = 'hostile-mark';
const MARKUP = [
  `<img src=x onerror="document.title='${MARK}'">`,
  `</script><script>document.title='${MARK}'</script>`,
  `"><svg onload="document.title='${MARK}'">`,
  `javascript:document.title='${MARK}'`,
  `<iframe srcdoc="<script>parent.document.title='${MARK}'</script>"></iframe>`,
  `</style><style>*{display:none}</style>`,
  `{{constructor.constructor('return document')().title='${MARK}'}}`,
  `&lt;b&gt; &amp; <b>bold</b> \u202E\u200F👩🏽‍⚕️ \uD83D`,
];
const ORDINARY = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Words before the markup, by heading. */
const SHOWN: Readonly<Record<string, string>> = {
  Organization: 'Hall Church',
  Contact: 'Ruth',
  Owner: 'Bo',
  'Known by': 'Dee',
  Notes: 'A note',
  Kind: 'Faith group',
};

async function hostileHost(): Promise<Host> {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const letter = String.fromCharCode(97 + index);
    const state =
      ['Contacted,2026-11-03,2026-11-03,1', 'Contacted,2026-09-03,2026-09-03,1', 'Ready,,,'][index % 3] ?? '';
    return `Group ${letter},,,ruth@${letter}-hall.example.org,,,,${state},${index % 4 === 3 ? 'x' : ''},`;
  });
  const host = await openCampaign({ rows, settings: SETTINGS });
  const sheet = book(host).getSheetByName('Contacts');
  for (const [heading, words] of Object.entries(SHOWN)) {
    const column = HEADER.split(',').indexOf(heading) + 1;
    const own = heading === 'Owner' || heading === 'Known by';
    // Enough ordinary rows below that the columns can still be told.
    const texts = rows.map((_, index) =>
      own && index % 3 !== 1 ? '' : `'${words} ${MARKUP[index] ?? ORDINARY.charAt(index)}`,
    );
    sheet?.getRange(2, column, rows.length, 1).setValues(texts.map((text) => [text]));
  }
  sheet?.getRange(8, 4, 3, 1).setValues(MARKUP.slice(0, 3).map((text) => [`'${text}`]));
  putTab(host, 'Volunteers', [['Name', 'E-mail'], ...MARKUP.slice(0, 4).map((text) => [`'${text}`, ''])]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'saveSetting', 'campaign', MARKUP[0]);
  ask(host, 'saveSetting', 'senderName', MARKUP[1]);
  ask(host, 'fixProblems', []);
  host.select('Contacts', 2, 1);
  return host;
}

/** Elements and attributes that the sidebar itself never makes. */
function foreign(page: Page): Promise<string[]> {
  return page.evaluate(`[
    ...[...document.body.querySelectorAll('img, iframe, object, embed, style, link, meta, base, form[action]')],
    ...[...document.querySelectorAll('script')].slice(1),
    ...[...document.querySelectorAll('svg')].filter((one) => !one.matches('[aria-hidden]')),
    ...[...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))),
    ...[...document.querySelectorAll('a')].filter(({ href }) => !href.startsWith('https://')),
  ].map((one) => one.outerHTML.slice(0, 200))`);
}

async function showsTextOnly(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  expect(await foreign(page)).toEqual([]);
  expect(await page.title()).not.toContain(MARK);
}

const PANELS = ['today', 'check', 'follow-ups', 'assign', 'contact', 'changes', 'setup', 'words'] as const;

const SHOWING_CELLS: readonly string[] = ['check', 'follow-ups', 'assign', 'contact'];
const OPENERS = /^(Preview|Show|More|Not by|Gone quiet|Stopped|Ready|Edit|See|All|Details|Text|\d)/;

describe('a panel of the sidebar', () => {
  test.each(PANELS)('%s shows markup in cells as text', async (panel) => {
    const host = await hostileHost();
    const server = {
      state: { latency: 0 },
      call: (name: string, args: readonly unknown[]) => host.call(name, ...args),
    } as unknown as StandIn;
    const { page, complaints, close } = await openSidebar(browser, server, { panel });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await showsTextOnly(page);
    let seen = await page.locator('body').innerText();
    // Every list, every detail, every preview that a click opens without writing anything.
    const openers = page.getByRole('button', { name: OPENERS });
    for (let at = 0; at < Math.min(15, await openers.count()); at++) {
      await openers
        .nth(at)
        .click({ timeout: 2000 })
        .catch(() => undefined);
      await showsTextOnly(page);
      seen += await page.locator('body').innerText();
    }
    if (SHOWING_CELLS.includes(panel)) expect(seen).toContain(MARK);
    if (panel === 'follow-ups') expect(seen).toMatch(/Preview \d+ messages/);
    expect(complaints).toEqual([]);
    await close();
  });
});
