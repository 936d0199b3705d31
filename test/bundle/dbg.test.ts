import { test } from '@jest/globals';
import { ask, openCampaign, putTab } from './campaign';
const EVEN = { due: '', cap: 0, moves: [] };
test('x', async () => {
  const out: string[] = [];
  let t = Date.now(); const lap = (s: string) => { out.push(s + ' ' + (Date.now()-t)); t = Date.now(); };
    const rows = Array.from(
      { length: 10_000 },
      (_, i) =>
        `Group number ${i} of Larkhaven,Faith group,Person ${i},person${i}@group${i}.example.org,not a phone ${i},,Owner ${i % 700},Contacted,2026-11-01,2026-11-0${1 + (i % 3)},1,,${'a long note '.repeat(5)}`,
    );
    const host = await openCampaign({ rows }); lap('open');
    putTab(host, 'Volunteers', [['Name'], ...Array.from({ length: 40 }, (_, i) => [`Helper ${i}`])]); lap('vol');
  for (const [name, ...args] of [['getStart'],['getMap'],['getToday'],['getNextSteps'],['getCheck'],['getChanges'],['getFollowUps','follow-ups'],['getAssignments',EVEN],['getSelectedContact']] as any) { host.call(name,...args); lap(name); }
  console.log(out.join('\n'));
}, 200000);
