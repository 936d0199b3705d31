// Every panel and state: no violation of WCAG 2.0 to 2.2 A and AA, nothing cut at 285 px, one filled button.
// SHOTS=folder npx jest test/sidebar/panels keeps a picture of each.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launchBrowser';
import { ASK_SCREENS } from './askScreens';
import { openSidebar } from './openSidebar';
import { SCREENS } from './screens';
import { createStandIn } from './standInServer';
import { counts } from './withSidebar';

const shots = process.env['SHOTS'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());

/** What axe finds, one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
  return page.evaluate(`axe
    .run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
    })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}

/** Everything that stands out at the right, or makes the body scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('#sidebar *')]
    .filter((one) => !one.closest('.vh'))
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 ||
      (one.matches('.body, .mid') && one.scrollWidth > one.clientWidth))
    .map((one) => one.outerHTML.slice(0, 100))`);
}

describe('every panel and state', () => {
  test.each([...SCREENS, ...ASK_SCREENS])(
    '$name can be used by everybody, at 300 and at 285 px',
    async ({ name, panel, given, reach, shows }) => {
      const server = createStandIn();
      given?.(server.state);
      const { page, complaints, close } = await openSidebar(browser, server, { panel });
      page.setDefaultTimeout(8000);
      await reach?.(page, server.state);
      await page.getByText(shows).first().waitFor();
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.setViewportSize({ width: 285, height: 640 });
      expect(await tooWide(page)).toEqual([]);
      expect(await page.locator('.b.fill:visible').count()).toBeLessThanOrEqual(1);
      await counts(page.locator('h1:visible'), 1);
      expect(complaints).toEqual([]);
      await close();
    },
    30_000,
  );

  test('the checker would see a button without a name', async () => {
    const page = await browser.newPage();
    await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><button></button></main></html>');
    expect(await violations(page)).toEqual(['button-name: <button></button>']);
    await page.close();
  });
});
