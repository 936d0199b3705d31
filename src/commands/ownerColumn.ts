// The column Owner, for a contacts tab in which nobody said yet who takes whom: added when somebody asks for it,
// remembered like every other column, and taken back while nobody wrote in it.
import { FIELD_LABELS } from '../reading/fields';
import type { Remembered } from '../reading/remembered';
import { isBlank } from '../values/cell';
import { bad, good, type Problem, type Result } from '../values/result';
import type { Services } from '../google/services';
import { throwIfLost } from './serviceProblem';
import type { Kept } from './applyEdits';
import { columnOf, openCampaign, type Campaign } from './campaign';
import { clearColumn } from './clearColumn';
import { writeJournal } from './journal';
import { keepColumns } from './keepColumns';
import { columnRefused, columnsMoved, isTaken } from './newColumn';

export const OWNER_HEADING = FIELD_LABELS.owner;

/** `sheet`: the contacts tab that has no such column. */
export function noOwnerColumn(sheet: string): Problem {
  return {
    code: 'no-owner-column',
    message: `The tab “${sheet}” has no column for who takes a contact, so the share cannot be kept. Nothing was changed.`,
    todo: `Open Assign again: its button adds the column “${OWNER_HEADING}”. Or say in Setup which column it is.`,
    place: { sheet },
  };
}

/** What the journal calls the column among the things that a change made. */
export const OWNER_COLUMN = 'owner-column';

/**
 * Returns the id of the change, which is `known` where it becomes a part of that. The campaign is to be opened anew
 * afterwards. Needs the lock.
 */
export function addOwnerColumn(campaign: Campaign, known = ''): Result<string> {
  const { services, map } = campaign;
  const { book } = services;
  const column = map.width + 1;
  try {
    if (isTaken(campaign, column)) return bad(columnsMoved(campaign));
    book.grow(map.sheetId, map.lastRow, column);
    const change = writeJournal(
      services,
      campaign.hidden,
      {
        what: `Added the column “${OWNER_HEADING}”`,
        tab: map.sheetId,
        made: [OWNER_COLUMN],
        undoable: true,
        cells: [],
      },
      known,
    );
    book.writeHeading(map.sheetId, map.headerRow, column, OWNER_HEADING);
    book.flush();
    if (campaign.started)
      keepColumns(
        services,
        map,
        [{ field: 'owner', columns: [column], headers: [OWNER_HEADING], kind: 'empty' }],
        withoutOwner(campaign),
      );
    return good(change);
  } catch (error) {
    throwIfLost(error);
    return bad(columnRefused(campaign, 'You can also say in Setup which column it is.'));
  }
}

/** Returns why it stays: a column with anything below its heading does. */
export function removeOwnerColumn(services: Services, tab: number): Kept[] {
  const name = services.book.tabs().find((t) => t.id === tab)?.name;
  const opened = name === undefined ? null : openCampaign(services, [], name);
  if (!opened?.ok) return [];
  const { map, table, started } = opened.value;
  const column = columnOf(map, 'owner');
  if (column === 0 || table.rows[map.headerRow - 1]?.[column - 1] !== OWNER_HEADING) return [];
  if (table.rows.slice(map.headerRow).some((row) => !isBlank(row[column - 1] ?? '')))
    return [{ cell: '', why: `The column “${OWNER_HEADING}” stays: somebody wrote in it.` }];
  if (started) keepColumns(services, map, [], withoutOwner(opened.value));
  clearColumn(services, map, ({ rows }) => {
    const at = rows[map.headerRow - 1]?.lastIndexOf(OWNER_HEADING) ?? -1;
    return rows.slice(map.headerRow).every((row) => isBlank(row[at] ?? '')) ? at + 1 : 0;
  });
  return [];
}

function withoutOwner({ remembered }: Campaign): Remembered[] {
  return remembered.filter((entry) => entry.field !== 'owner');
}
