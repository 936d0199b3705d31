import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser/launchBrowser';
import { openSidebar } from './openSidebar';
import { SCREENS } from './screens';
import { createStandIn } from './standInServer';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  mkdirSync('/tmp/shots', { recursive: true });
}, 60000);
afterAll(() => browser.close());
const only = process.env['ONLY'];
for (const s of SCREENS.filter((x) => !only || new RegExp(only).test(x.name)))
  test(
    s.name,
    async () => {
      const server = createStandIn();
      s.given?.(server.state);
      const o = await openSidebar(browser, server, { panel: s.panel });
      o.page.setDefaultTimeout(4000);
      try {
        if (s.name === 'sending') {
          await o.page.getByText('Preview 8 messages').click();
          server.state.latency = 800;
          await o.page.getByText('Send 8 follow-ups').click();
        } else await s.reach?.(o.page);
        await o.page
          .getByText(new RegExp(s.shows.replace(/[?.*+()]/g, '\\$&')))
          .first()
          .waitFor();
        await o.page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
        const r = (await o.page.evaluate(
          "axe.run({runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'],rules:{'target-size':{enabled:true}}}).then(r=>r.violations.map(v=>v.id+': '+v.nodes.map(n=>n.html.slice(0,160)+' '+n.failureSummary).join(' || ')))",
        )) as string[];
        if (r.length) console.log('AXE', s.name, r.join('\n'));
        for (const w of [285, 300]) {
          await o.page.setViewportSize({ width: w, height: 640 });
          const wide = (await o.page.evaluate(
            "[...document.querySelectorAll('#sidebar *')].filter(e=>!e.closest('.vh')&&!e.classList.contains('vh')&&(e.getBoundingClientRect().right>innerWidth+0.5||(e.classList.contains('body')&&e.scrollWidth>e.clientWidth))).map(e=>e.outerHTML.slice(0,120)+e.getBoundingClientRect().right)",
          )) as string[];
          if (wide.length) console.log('WIDE', s.name, w, wide.slice(0, 4).join('\n'));
        }
      } finally {
        await o.page.screenshot({ path: `/tmp/shots/${s.name}.png` });
        console.log(s.name, o.complaints.join('|'));
        await o.close();
      }
    },
    20000,
  );
