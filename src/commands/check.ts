// Check rows: what the rules find, grouped for the sidebar, and the safe fixes.
import { checkContacts } from '../checks/checkContacts';
import type { CellFix, Finding } from '../checks/finding';
import { RULES } from '../checks/rules';
import { cellName } from '../values/a1';
import { cellText } from '../values/cell';
import { bad, good, type Result } from '../values/result';
import { keysByRow, shortHash } from '../workbook/identity';
import type { KeyedEdit } from '../workbook/edits';
import type { Services } from '../google/services';
import { MOST_ITEMS, type CheckGroup, type CheckItem, type CheckView, type WriteReceipt } from './answers';
import { applyEdits } from './applyEdits';
import { columnQuestions } from './columnQuestions';
import { openCampaign, relyOn, type Campaign, type SheetName } from './campaign';
import { headingAt } from '../reading/heading';

export function findingsOf(campaign: Campaign): readonly Finding[] {
  const { table, map, contacts, log, settings, volunteers, today, services } = campaign;
  return checkContacts({
    table,
    map,
    contacts,
    log,
    settings,
    volunteers,
    today,
    locale: services.book.locale,
  });
}

/** What a person may have changed by a button of this finding alone. */
function changesOf({ fixes, proposals }: Finding): readonly CellFix[] {
  return fixes.length > 0 ? fixes : proposals;
}

/** Stands for a finding as long as its cell and what it would become stay as they are. */
function idOf(finding: Finding): string {
  const to = changesOf(finding).map((fix) => cellText(fix.to))[0];
  return shortHash([finding.rule, finding.row, finding.column, finding.value, to].join('\u0001'));
}

/** @param most how many items of one rule, and rows of one item, to list; the counts are always full. */
export function showCheck(services: Services, sheet?: SheetName, most?: number | null): Result<CheckView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers'], sheet);
  return opened.ok ? good(checkView(opened.value, findingsOf(opened.value), most ?? MOST_ITEMS)) : opened;
}

const placeOf = ({ row, column }: CellFix): string => `${row}:${column}`;

function checkView(campaign: Campaign, findings: readonly Finding[], most: number): CheckView {
  const names = new Map(
    campaign.contacts.map(({ row, text }) => [row, text.organization || text.contactName || text.email]),
  );
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byRule.get(finding.rule) ?? [];
    list.push(finding);
    byRule.set(finding.rule, list);
  }
  const groups = RULES.flatMap((rule): CheckGroup[] => {
    const found = byRule.get(rule.code) ?? [];
    const [first] = found;
    if (first === undefined) return [];
    return [
      {
        sheet: campaign.table.name,
        rule: rule.code,
        title: rule.title,
        level: first.level,
        count: found.length,
        safe: found.filter((finding) => finding.fixes.length > 0).length,
        items: found.slice(0, most).map((finding) => itemOf(finding, names.get(finding.row) ?? '', most)),
      },
    ];
  });
  const level = (group: CheckGroup) => (group.level === 'error' ? 0 : 1);
  return {
    sheet: campaign.table.name,
    rows: campaign.contacts.length,
    problems: findings.length,
    safeFixes: new Set(findings.flatMap(({ fixes }) => fixes.map(placeOf))).size,
    asks: columnQuestions(campaign).join(' '),
    groups: [...groups].sort((a, b) => level(a) - level(b)),
  };
}

function itemOf(finding: Finding, organization: string, most: number): CheckItem {
  const [fix] = changesOf(finding);
  return {
    id: idOf(finding),
    row: finding.row,
    rows: finding.rows.slice(0, most),
    cell: cellName(finding.row, Math.max(1, finding.column)),
    organization,
    value: finding.value,
    message: finding.message,
    fix: fix ? cellText(fix.to) : null,
    safe: finding.fixes.length > 0,
  };
}

/** Applies what the buttons of these findings offer; [] means all safe fixes, and no proposal. Needs the lock. */
export function fixProblems(
  services: Services,
  ids: readonly string[],
): Result<{ receipt: WriteReceipt; check: CheckView }> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const wanted = new Set(ids);
  const chosen = findingsOf(campaign).flatMap((finding) =>
    wanted.size === 0 ? finding.fixes : wanted.has(idOf(finding)) ? changesOf(finding) : [],
  );
  const problem = relyOn(
    campaign,
    Object.keys(campaign.map.columns) as (keyof typeof campaign.map.columns)[],
  );
  if (problem) return bad(problem);
  const keys = keysByRow(campaign.contacts);
  const edits = new Map<string, KeyedEdit>();
  for (const fix of chosen) {
    const key = keys.get(fix.row);
    const place = placeOf(fix);
    if (key === undefined || edits.has(place)) continue;
    edits.set(place, {
      key,
      column: fix.column,
      header: headingAt(campaign.table, campaign.map, fix.column),
      from: fix.from,
      to: fix.to,
    });
  }
  const only = edits.size === 1 ? [...edits.values()][0] : undefined;
  const row = only ? campaign.byKey.get(only.key)?.row : undefined;
  const what = row === undefined ? `Fixed ${edits.size} cells` : `Fixed 1 cell in row ${row}`;
  const applied =
    edits.size === 0
      ? { change: '', written: 0, kept: [] }
      : applyEdits(services, {
          map: campaign.map,
          hidden: campaign.hidden,
          edits: [...edits.values()],
          what,
        });
  const check = showCheck(services);
  if (!check.ok) return check;
  return good({
    receipt: {
      message: receiptText(applied.written, edits.size, what),
      change: applied.change,
      written: applied.written,
      kept: applied.kept.slice(0, MOST_ITEMS),
      undoable: applied.written > 0,
    },
    check: check.value,
  });
}

function receiptText(written: number, planned: number, what: string): string {
  if (planned === 0) return 'Nothing was left to fix safely';
  return written === planned
    ? what
    : `Fixed ${written} of ${planned} cells. The others were changed by somebody meanwhile.`;
}
