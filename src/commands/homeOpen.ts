// What the last full run asked and nobody has answered: kept on the hidden tab, so that Today can say so without looking
// through the volunteers' tabs.
import { countOf } from '../values/count';
import { newest } from '../workbook/dataTab';
import type { Need } from './answers';
import type { Campaign } from './campaign';
import { putRow } from './hiddenTab';
import type { HomeView } from './homeAnswers';
import type { HomeWork } from './homeWork';

/** Pending until the caller flushes. */
export function keepOpen(
  { services, hidden, map }: Campaign,
  view: HomeView,
  work: readonly Pick<HomeWork, 'plans'>[],
): void {
  const unclear = work.flatMap(({ plans }) => plans.filter((plan) => plan.unclear !== null)).length;
  const { conflictCount, missing, twins, copies } = view;
  const parts = [
    [conflictCount, 'changed by two people'],
    [missing.reduce((sum, { contacts }) => sum + contacts.length, 0), 'missing in a tab'],
    [unclear, 'with a choice that is unclear'],
    [twins.length, 'likely there already'],
  ] as const;
  const some = [
    ...parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ...(copies.length === 0 ? [] : [`${countOf(copies.length, 'tab')} copied by hand`]),
  ];
  const count = parts.reduce((sum, [one]) => sum + one, copies.length);
  const key = String(map.sheetId);
  const before = newest(hidden.rows, 'home', key);
  const [state, data] = [String(count), some.join(', ')];
  if ((before?.state ?? '0') === state && (before?.data ?? '') === data) return;
  const { day, time } = services.now();
  putRow(services, hidden, { kind: 'home', key, when: `${day} ${time}`, who: '', state, data });
}

/** [] where nothing is open. */
export function openNeeds({ hidden, map }: Campaign): Need[] {
  const { state = '', data = '' } = newest(hidden.rows, 'home', String(map.sheetId)) ?? {};
  const count = Number(state) || 0;
  if (count === 0) return [];
  const to = { panel: 'home', mode: 'follow-ups', list: null } as const;
  return [{ count, title: 'Questions about assignments', text: data, action: 'Answer', to, rows: [] }];
}
