// The speed of the pure parts beside the baseline: reading rows through zod/mini.
import type { Contact } from '../../src/reading/contact';
import type { Cell } from '../../src/values/cell';
import type { Day } from '../../src/values/day';
import type { Table } from '../../src/values/table';
import { budget, type Budget } from './budget';
import { loadPure } from './bundle';
import { TODAY, CONTACTS_TAB } from './campaignFile';
import { CONTACT_HEADINGS, contactRows } from './contactRows';
import { NAME_SETS, pastedNames } from './names';
import { leastTime, measureRatio, medianTime } from './ratio';

const ROWS = 10_000;
const MOST_ROWS = 50_000;
const LOCALE = 'en_US';
const PASTED = 500;
const PASTED_BESIDE = 5000;

export interface Timed {
  readonly what: string;
  readonly milliseconds: number;
}

/** Budgets, and the times behind them for whoever reads the table. */
export async function measureSpeed(): Promise<{ budgets: Budget[]; times: Timed[] }> {
  const pure = await loadPure();
  const rows = pure.baselineRows();
  if (pure.runBaseline(rows) !== ROWS) throw new Error('The baseline must find every row good.');
  const baseline = () => pure.runBaseline(rows);

  const table = contactsTable();
  const map = pure.mapSheet(table, { locale: LOCALE });
  const contacts: readonly Contact[] = pure.readContacts(table, map);
  if (contacts.length !== ROWS) throw new Error('The sample is not read whole.');
  const rules = pure.RULES.filter((rule) => !pure.DUPLICATE_RULES.includes(rule));
  const input = {
    table,
    map,
    contacts,
    log: [],
    settings: pure.DEFAULT_SETTINGS,
    volunteers: [],
    today: TODAY as Day,
    locale: LOCALE,
  };
  const check = measureRatio(() => pure.checkContacts(input, rules), baseline);
  const times: Timed[] = [
    { what: 'baseline: 10,000 × 15 through zod/mini', milliseconds: check.base },
    { what: 'check 10,000 × 15 without duplicates', milliseconds: check.work },
    {
      what: 'map and read 10,000 × 15',
      milliseconds: medianTime(() => pure.readContacts(table, pure.mapSheet(table, { locale: LOCALE })), 5),
    },
  ];
  const budgets = [budget('check of 10,000 × 15 without duplicates ÷ baseline', 3, check.ratio, '×')];

  for (const [set, makeNames] of Object.entries(NAME_SETS)) {
    const few = entriesOf(makeNames(ROWS));
    const many = entriesOf(makeNames(MOST_ROWS));
    const alone = measureRatio(() => pure.findDuplicates(few), baseline);
    // Five searches of 10,000 take as long as one of 50,000 where time grows as the number of names.
    const grown = leastTime(
      () => pure.findDuplicates(many),
      () => {
        for (let run = 0; run < MOST_ROWS / ROWS; run++) pure.findDuplicates(few);
      },
    );
    budgets.push(
      budget(`near-duplicates at 10,000 ÷ baseline: ${set}`, 8, alone.ratio, '×'),
      budget(
        `near-duplicates: growth up to 50,000: ${set}`,
        1.15,
        1 + Math.log(grown.work / grown.base) / Math.log(MOST_ROWS / ROWS),
        'exponent',
      ),
    );
    times.push(
      { what: `near-duplicates at 10,000: ${set}`, milliseconds: alone.work },
      { what: `near-duplicates at 50,000: ${set}`, milliseconds: grown.work },
    );
  }
  const some = contacts.slice(0, PASTED_BESIDE);
  const list = pastedNames(PASTED);
  const pasted = measureRatio(() => pure.readNames(list, some, []), baseline);
  budgets.push(budget(`${PASTED} pasted names against 5,000 contacts ÷ baseline`, 8, pasted.ratio, '×'));
  times.push({ what: `${PASTED} pasted names against 5,000 contacts`, milliseconds: pasted.work });
  return { budgets, times };
}

function entriesOf(names: readonly string[]) {
  return names.map((name, index) => ({ row: index + 2, name, town: '', emails: [] }));
}

/** The rows as Google would hand them over: dates and figures typed as such. */
function contactsTable(): Table {
  const toCell = (text: string): Cell => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: text as Day, time: null };
    return /^\d+$/.test(text) ? Number(text) : text;
  };
  const rows = [CONTACT_HEADINGS, ...contactRows(ROWS)].map((line) => line.map(toCell));
  return { id: 1, name: CONTACTS_TAB, hidden: false, rows };
}
