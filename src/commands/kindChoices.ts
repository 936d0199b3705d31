// The group's own asks in the dropdowns of tabs that stand already: written once, when their list in Settings has changed.
import type { TabHead } from '../people/sync/tabHead';
import { whatHappenedChoices } from '../people/sync/whatHappened';
import type { Table } from '../values/table';
import { newest } from '../workbook/dataTab';
import { shortHash } from '../workbook/identity';
import type { Campaign } from './campaign';
import { putRow } from './hiddenTab';
import { throwIfLost } from './serviceProblem';

export interface ChoiceColumn {
  /** Sheet id. */
  readonly tab: number;
  /** 1-based. */
  readonly headerRow: number;
  /** 1-based; 0 for none. */
  readonly column: number;
  /** Rows in use, the headings included. */
  readonly rows: number;
  readonly choices: readonly string[];
}

/** Rows below those in use that get the choices too. */
const ROOM = 100;

/** `place`: what these tabs are called on the hidden tab. Flushed. What a protection refuses keeps its old choices. */
export function renewChoices(
  { services, hidden, settings }: Campaign,
  place: string,
  columns: () => readonly ChoiceColumn[],
): void {
  const { book } = services;
  const state = settings.ownAsks.length === 0 ? '' : shortHash(settings.ownAsks.join('\n'));
  if ((newest(hidden.rows, 'choices', place)?.state ?? '') === state) return;
  for (const { tab, headerRow, column, rows, choices } of columns()) {
    if (column === 0) continue;
    try {
      book.grow(tab, rows + ROOM, 1);
      book.dropdown(tab, headerRow + 1, column, rows + ROOM - headerRow, choices);
      book.flush();
    } catch (error) {
      throwIfLost(error);
    }
  }
  const { day, time } = services.now();
  putRow(services, hidden, { kind: 'choices', key: place, when: `${day} ${time}`, who: '', state, data: '' });
  book.flush();
}

/** Under What happened in the tabs of volunteers. */
export function renewHomeChoices(
  campaign: Campaign,
  tabs: readonly { readonly table: Table; readonly head: TabHead }[],
): void {
  renewChoices(campaign, 'tabs of volunteers', () =>
    tabs.map(({ table, head }) => ({
      tab: table.id,
      headerRow: head.headerRow,
      column: head.columns.get('What happened') ?? 0,
      rows: table.rows.length,
      choices: whatHappenedChoices(campaign.settings.ownAsks),
    })),
  );
}
