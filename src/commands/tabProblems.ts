// What cannot be read in the tabs of ours that people fill in: Settings and Templates. Told like the problems of rows.
import { makeMergeFields } from '../mail/mergeFields';
import { readTemplates, TEMPLATE_BROKEN } from '../mail/readTemplates';
import { columnNumber, cellName } from '../values/a1';
import { cellText } from '../values/cell';
import { good, type Problem, type Result } from '../values/result';
import type { Table } from '../values/table';
import { shortHash } from '../workbook/identity';
import { VOLUNTEERS_TAB } from '../workbook/tabs';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { MOST_ITEMS, type CheckGroup, type CheckItem } from './answers';
import { openCampaign, type Campaign, type SheetName } from './campaign';
import { senderOf } from './sender';

export function showTabProblems(services: Services, sheet?: SheetName): Result<readonly CheckGroup[]> {
  const opened = openCampaign(services, ['settings', 'volunteers', 'templates'], sheet);
  return opened.ok ? good(tabProblems(opened.value)) : opened;
}

/** `campaign` must have been opened with Settings and Templates. Groups that stop messages stand first. */
export function tabProblems(campaign: Campaign): CheckGroup[] {
  const { map, table, settings, today, settingsTable, settingsProblems, templates, volunteers } = campaign;
  const merge = makeMergeFields({ table, map, settings, senderName: senderOf(campaign).name, today });
  const ofTemplates = readTemplates(templates, merge).problems;
  const stops = ofTemplates.filter(({ code }) => code === TEMPLATE_BROKEN);
  const away = awayProblems(volunteers);
  const others = ofTemplates.filter(({ code }) => code !== TEMPLATE_BROKEN);
  return [
    group('templates-broken', 'error', 'Templates that cannot be used', templates, stops),
    group('templates-left-out', 'warning', 'Lines of Templates that are not used', templates, others),
    group(
      'settings-unreadable',
      'warning',
      'Lines of Settings that cannot be used',
      settingsTable,
      settingsProblems,
    ),
    {
      ...group('away-unreadable', 'warning', 'Volunteers who may be away', null, away),
      sheet: VOLUNTEERS_TAB,
    },
  ].filter(({ count }) => count > 0);
}

const awayProblems = (volunteers: readonly Volunteer[]): Problem[] =>
  volunteers.flatMap(({ name, row, awayText }) =>
    awayText === ''
      ? []
      : [
          {
            code: 'away-unreadable',
            message: `“${awayText}” under Away until cannot be read as a day, so ${name} gets contacts.`,
            todo: 'Type the day they are back, such as Dec 1, 2026.',
            place: { sheet: VOLUNTEERS_TAB, row },
            text: awayText,
          },
        ],
  );

function group(
  rule: string,
  level: CheckGroup['level'],
  title: string,
  tab: Table | null,
  problems: readonly Problem[],
): CheckGroup {
  return {
    sheet: tab?.name ?? '',
    rule,
    title,
    level,
    count: problems.length,
    safe: 0,
    items: problems.slice(0, MOST_ITEMS).map((problem) => itemOf(rule, tab, problem)),
  };
}

const LONGEST_VALUE = 120;

function itemOf(rule: string, tab: Table | null, { message, todo, place, text = '' }: Problem): CheckItem {
  const row = place?.row ?? 1;
  const line = text.replace(/\s+/g, ' ');
  return {
    id: shortHash([rule, row, place?.column, message].join('\u0001')),
    row,
    rows: [],
    cell: cellName(row, columnNumber(place?.column ?? 'A')),
    organization: cellText(tab?.rows[row - 1]?.[0] ?? ''),
    value: line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line,
    message: `${message} ${todo}`,
    fix: null,
    safe: false,
  };
}
