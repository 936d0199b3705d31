// What a full run did and what it asks, in words.
import { shortDay, parseDay, type Day } from '../values/day';
import { cellText } from '../values/cell';
import { countOf, sentenceOf } from '../values/count';
import { ASSIGNMENT_COLUMNS } from '../people/assignmentTab';
import type { RowsPlan, WhyLeft } from '../people/sync/planRows';
import { idsOf } from '../people/sync/tabHead';
import type { Unclear } from '../people/sync/whatHappened';
import { MOST_ITEMS } from './answers';
import type { HomeDone } from './bringHome';
import type { HomeWork } from './homeWork';
import { nameOf, type Campaign } from './campaign';
import type { HomeConflict, HomeView } from './homeAnswers';

const NO_TABS = 'No volunteer has a tab yet: build them under Assign';

export function homeView(done: HomeDone): HomeView {
  const { campaign, work, copies, home, out, touches, added } = done;
  const conflicts = work.flatMap((one) => conflictsOf(campaign, one));
  const all = work.length + copies.length;
  const parts = [
    done.handedBack,
    home > 0 ? `brought ${countOf(home, 'change')} home` : '',
    touches > 0 ? `wrote ${touches} ${touches === 1 ? 'touch' : 'touches'} into the log` : '',
    done.handed.length > 0
      ? `wrote into the log that ${countOf(done.handed.length, 'contact')} went to somebody else`
      : '',
    added > 0 ? `added ${countOf(added, 'contact')}` : '',
    out > 0 ? `updated ${countOf(out, 'cell')} in the volunteers’ tabs` : '',
  ].filter((part) => part !== '');
  return {
    message: sentenceOf(parts) || (all > 0 ? 'Everything was up to date' : NO_TABS),
    change: done.change,
    undoable: done.change !== '',
    tabs: work.length,
    home,
    out,
    touches,
    added,
    joined: done.joined,
    handed: done.handed.slice(0, MOST_ITEMS),
    conflicts: conflicts.slice(0, MOST_ITEMS),
    conflictCount: conflicts.length,
    missing: work.flatMap((one) => missingOf(campaign, one)),
    twins: work.flatMap((one) => twinsOf(campaign, work, one)).slice(0, MOST_ITEMS),
    copies: copies.map(({ table, volunteer }) => ({ tabId: table.id, tab: table.name, of: volunteer })),
    left: [
      ...done.kept.map(({ cell, why }) => (cell === '' ? why : `${cell}: ${why}`)),
      ...work.flatMap(leftOf),
    ].slice(0, MOST_ITEMS),
  };
}

function conflictsOf(
  { today, table: contacts }: Campaign,
  { plans, table, volunteer }: HomeWork,
): HomeConflict[] {
  return plans.flatMap(({ conflicts }) =>
    conflicts.map(({ contact, column, tab, contacts: other, seen }) => ({
      id: contact.outreachId,
      organization: nameOf(contact),
      column,
      tabId: table.id,
      tab,
      contacts: other,
      tabSide: `${volunteer}, in “${table.name}”${seenOn(seen, today)}`,
      contactsSide: `In “${contacts.name}”, by somebody`,
    })),
  );
}

/** ", Nov 12, 9:12 am" of "YYYY-MM-DD HH:MM"; '' where nobody saw the edit. */
function seenOn(seen: string, today: Day): string {
  const day = parseDay(seen.slice(0, 10));
  return day === null ? '' : `, ${shortDay(day, today)}, ${seen.slice(11)}`;
}

function missingOf(
  { byKey }: Campaign,
  { plan, table, volunteer, rowsNow, head }: HomeWork,
): HomeView['missing'] {
  const standing = new Set(idsOf(rowsNow, head));
  const contacts = plan.missing
    .filter((id) => !standing.has(id))
    .flatMap((id) => {
      const contact = byKey.get(id);
      return contact === undefined ? [] : [{ id, organization: nameOf(contact) }];
    });
  return contacts.length === 0 ? [] : [{ tabId: table.id, tab: table.name, volunteer, contacts }];
}

function twinsOf(
  { byKey }: Campaign,
  work: readonly HomeWork[],
  { plan, table, rowsNow, head }: HomeWork,
): HomeView['twins'] {
  const idOf = (row: number) => rowsNow[row - 1]?.[(head.columns.get('Outreach ID') ?? 0) - 1] ?? '';
  return plan.likelyDuplicates
    .filter(({ row }) => idOf(row.row) === '')
    .map(({ row, of, why }) => {
      const contact = of.kind === 'contact' ? byKey.get(of.key) : undefined;
      const other = of.kind === 'row' ? work[of.tab] : undefined;
      return {
        tabId: table.id,
        tab: table.name,
        row: row.row,
        organization: row.organization,
        of: contact?.outreachId ?? '',
        ofText:
          contact !== undefined
            ? [nameOf(contact), contact.text.town, contact.text.owner]
                .filter((text) => text !== '')
                .join(', ')
            : of.kind === 'row'
              ? `Row ${of.row} of “${other?.table.name ?? ''}”`
              : '',
        why,
      };
    });
}

const WHY_LEFT: Readonly<Record<WhyLeft, string>> = {
  copy: '',
  doubled: 'stands twice in the tab. Delete one of the two rows.',
  'doubled contact': 'has an Outreach ID that two contacts have.',
  'unknown id': 'has an Outreach ID that no contact has. Was the contact deleted?',
  'other owner': 'belongs to somebody else now. The row stays until somebody deletes it.',
  'no owner': 'belongs to nobody now. The row stays until somebody deletes it.',
  'no organization': 'has no organization, so it is no contact yet.',
  waits: '',
};

const WHY_UNCLEAR: Readonly<Record<Unclear, string>> = {
  word: 'is none of the choices. Choose one of the list.',
  day: 'has a day that is later than today or cannot be read. Put the day of the touch into “When”.',
  'no day': 'needs the day to wait for. Put a day after today into “When”.',
  until: 'needs a day after today to wait for. Put it into “When”.',
  nothing:
    'stands under When, and nothing was chosen beside it. Choose what happened on that day, or put the day of the last touch there again.',
  copied:
    'came along when the row was copied here from another tab, so nothing of the row was brought home. Empty the cell, and bring assignments home again.',
};

/** A heading of ours that is gone, where one stands that nobody knows: most likely it was renamed. */
function renamedIn({ head, table }: HomeWork): string[] {
  const headings = (table.rows[head.headerRow - 1] ?? []).map((cell) => cellText(cell).trim());
  const unknown = (column: number) =>
    column === head.record || [...head.columns.values()].includes(column) ? '' : (headings[column - 1] ?? '');
  const others = headings.map((_, index) => unknown(index + 1)).filter((heading) => heading !== '');
  return ASSIGNMENT_COLUMNS.flatMap((name, index): string[] => {
    if (head.columns.has(name)) return [];
    const before = head.columns.get(ASSIGNMENT_COLUMNS[index - 1] ?? name) ?? index;
    const found = unknown(before + 1) || (others.length === 1 ? (others[0] ?? '') : '');
    return found === ''
      ? []
      : [
          `“${table.name}” has no column “${name}” any more (there is a column “${found}”): name it so again, or nothing under it is brought home.`,
        ];
  });
}

function leftOf(one: HomeWork): string[] {
  const { plan, plans, table } = one;
  const named = (row: RowsPlan['leftAlone'][number]['row']) =>
    row.organization.trim() === '' ? `Row ${row.row}` : row.organization;
  return [
    ...renamedIn(one),
    ...plans.flatMap(({ contact, unclear, unplaced }) => [
      ...(unclear === null
        ? []
        : [`${nameOf(contact)} in “${table.name}”: “${unclear.text}” ${WHY_UNCLEAR[unclear.why]}`]),
      ...unplaced.map(
        (column) =>
          `${nameOf(contact)} in “${table.name}”: the change in “${column}” has no place in the contacts. Write it there by hand.`,
      ),
    ]),
    ...plan.leftAlone.flatMap(({ row, why }) =>
      WHY_LEFT[why] === '' ? [] : [`${named(row)} in “${table.name}” ${WHY_LEFT[why]}`],
    ),
  ];
}
