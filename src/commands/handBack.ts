// "Hand back": contacts whose rows are gone from a volunteer's tab, and whom the volunteer no longer has.
import { countOf } from '../values/count';
import { idsOf } from '../people/sync/tabHead';
import { matchOwner, splitOwners } from '../workbook/owners';
import type { Kept } from './applyEdits';
import { volunteersOf } from './assignPlan';
import type { Campaign } from './campaign';
import { handOver } from './handOver';
import type { HomeAnswers } from './homeAnswers';
import { readHomeTabs } from './homeTabs';

export interface HandedBack {
  /** "handed back 3 contacts", '' for none. */
  readonly text: string;
  /** Id of the change. */
  readonly change: string;
  readonly kept: readonly Kept[];
}

/** null where nothing was asked for. Rows that stand there again by now were answered for another tab than this. */
export function handBack(campaign: Campaign, { missing }: HomeAnswers): HandedBack | null {
  const back = missing.filter((one) => one.handBack);
  if (back.length === 0) return null;
  const { services, byKey } = campaign;
  const volunteers = volunteersOf(campaign);
  const { tabs } = readHomeTabs(campaign);
  const asked = back.flatMap(({ tabId, ids }) => {
    const tab = tabs.find(({ table }) => table.id === tabId);
    if (tab === undefined) return [];
    const standing = idsOf(tab.table.rows, tab.head);
    const isTheirs = (name: string) => {
      const match = matchOwner(name, volunteers);
      return match.kind === 'one' && match.volunteer.name === tab.volunteer;
    };
    return ids
      .filter((one) => !standing.includes(one))
      .map((id) => ({
        id,
        name: splitOwners(byKey.get(id)?.text.owner ?? '').find(isTheirs) ?? tab.volunteer,
      }));
  });
  const what = `Handed back ${countOf(asked.length, 'contact')}`;
  const kept: Kept[] = [];
  let change = '';
  let done = 0;
  for (const { id, name } of asked) {
    const answer = handOver(services, id, name, '', { id: change, what });
    if (!answer.ok) {
      kept.push({ cell: '', why: `${answer.problem.message} ${answer.problem.todo}` });
      continue;
    }
    change = answer.value.change || change;
    done++;
  }
  return { text: done === 0 ? '' : `handed back ${countOf(done, 'contact')}`, change, kept };
}
