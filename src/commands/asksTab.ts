// The tab Asks: made at its first use, with its dropdowns and date pickers.
import { isBlank } from '../values/cell';
import { bad, good, type Problem, type Result } from '../values/result';
import { ASK_COLUMNS, ASK_DATES, askChoices, ASKS_SHAPE } from '../touches/asks/askTab';
import { tabGone } from '../google/tabGone';
import type { Campaign } from './campaign';
import { keyedTab, type KeyedTab } from './keyedTab';
import { ensureTab } from './ourTabs';

/** `own`: the group's own kinds, from Settings. */
export function asksShape(own: readonly string[]) {
  const choices = askChoices(own);
  return {
    ...ASKS_SHAPE,
    dropdowns: ASK_COLUMNS.flatMap((name, index) => {
      const list = choices[name];
      return list === undefined ? [] : [{ column: index + 1, choices: list }];
    }),
    datePickers: ASK_DATES.map((name) => ASK_COLUMNS.indexOf(name) + 1),
  };
}

/** For writing. Needs asks and settings. */
export function openAsksTab(campaign: Campaign): Result<KeyedTab> {
  const { services, hidden, tabs, asksTable, settings } = campaign;
  const id = ensureTab(services, hidden, asksShape(settings.ownAsks), tabs.asks, asksTable);
  const isRead = asksTable?.id === id && asksTable.rows.length > 0;
  const table = isRead ? asksTable : services.book.read(id);
  if (table === null) throw tabGone();
  const tab = keyedTab('asks', table) ?? keyedAnew(campaign, id);
  return tab === null ? bad(headingsGone(table.name)) : good(tab);
}

const headingsGone = (name: string): Problem => ({
  code: 'asks-headings',
  message: `The headings of “${name}” cannot be found, so nothing was changed.`,
  todo: `Put them back in one row: ${ASK_COLUMNS.join(', ')}. Or rename that tab, where it is one of your own: then a new one is made.`,
  place: { sheet: name },
});

/** null for a tab that can be written, or is still to be made. */
export function asksTabProblem({ asksTable }: Campaign): Problem | null {
  if (asksTable === null || asksTable.rows.every((row) => row.every(isBlank))) return null;
  return keyedTab('asks', asksTable) === null ? headingsGone(asksTable.name) : null;
}

/** It stood blank when the run began, and has been filled since. */
function keyedAnew({ services }: Campaign, id: number): KeyedTab | null {
  const table = services.book.read(id);
  return table && keyedTab('asks', table);
}
