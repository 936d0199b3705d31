// The Volunteers tab, written to: names that somebody says are volunteers.
import { VOLUNTEERS_SHAPE } from '../workbook/ourTabs';
import { namePlace } from '../workbook/readVolunteers';
import { VOLUNTEERS_TAB } from '../workbook/tabs';
import { cellName } from '../values/a1';
import { countOf } from '../values/count';
import { bad, good, type Result } from '../values/result';
import { asTheirText } from '../values/writtenText';
import { tabGone } from '../google/tabGone';
import type { Campaign } from './campaign';
import { writeJournal } from './journal';
import { ensureTab } from './ourTabs';
import { madeVolunteers } from './undoMeeting';

/**
 * Writes names below those that stand there, one row each, and flushes. `known`: the change that they are a part of;
 * without it they are undone cell by cell. Needs the lock.
 */
export function addVolunteers(
  { services, hidden, tabs }: Campaign,
  names: readonly string[],
  known: { readonly id: string; readonly what: string; readonly tab: number } | null = null,
): Result<null> {
  const { book } = services;
  const tab = ensureTab(services, hidden, VOLUNTEERS_SHAPE, tabs.volunteers);
  const table = book.read(tab);
  if (table === null) throw tabGone();
  const place = namePlace(table);
  if (place === null)
    return bad({
      code: 'no-name-column',
      message: `The tab “${table.name}” has no column “Name”, so nobody can be added to it.`,
      todo: 'Write Name above the names.',
      place: { sheet: table.name },
    });
  const row = table.rows.length + 1;
  const [first = ''] = names;
  if (known !== null) {
    const { id, what } = known;
    const made = [madeVolunteers(tab, names)];
    writeJournal(services, hidden, { what, tab: known.tab, made, undoable: true, cells: [] }, id);
  } else
    writeJournal(services, hidden, {
      what: `Added ${names.length === 1 ? `“${first}”` : countOf(names.length, 'name')} to the tab “${VOLUNTEERS_TAB}”`,
      tab,
      made: [],
      undoable: true,
      cells: names.map((name, index) => ({
        key: '',
        cell: cellName(row + index, place.column),
        column: place.column,
        header: 'Name',
        from: '',
        to: name,
      })),
    });
  book.grow(tab, row + names.length - 1, place.column);
  book.write(
    tab,
    row,
    place.column,
    names.map((name) => [asTheirText(name)]),
  );
  book.flush();
  return good(null);
}
