// A small invented campaign for the tests of mail: columns, contacts, log lines and a plan with everything in order.
import type { Contact } from '../../src/reading/contact';
import { FIELD_LABELS, FIELDS, type Field } from '../../src/reading/fields';
import type { MappedColumn, SheetMap } from '../../src/reading/map';
import type { LogEntry } from '../../src/touches/log';
import { planSend, type PlanInput } from '../../src/mail/planSend';
import { readTemplates } from '../../src/mail/readTemplates';
import type { SendPlan, StopCode, Stopped } from '../../src/mail/sendPlan';
import { cellText, type Cell } from '../../src/values/cell';
import { addDays, day, type Day } from '../../src/values/day';
import { cleanText } from '../../src/values/text';
import { DEFAULT_SETTINGS } from '../../src/workbook/readSettings';
import type { Settings } from '../../src/workbook/settings';
import { volunteerNamed, type Volunteer } from '../../src/workbook/volunteer';

export const TODAY = day('2026-11-12');
export const daysAgo = (n: number): Day => addDays(TODAY, -n);
export const on = (of: Day): Cell => ({ day: of, time: null });

export type Row = Partial<Record<Field, Cell>> & {
  readonly outreachId?: string;
  readonly [extra: `+${string}`]: Cell;
};

/** The headings stand in row 1, so the first contact is row 2. Extra columns begin with "+". */
export function sheetOf(
  rows: readonly Row[],
  fields: readonly Field[] = FIELDS,
  extras: readonly string[] = [],
) {
  const headers = [...fields.map((field) => FIELD_LABELS[field]), ...extras];
  const cellsOf = (row: Row) => [
    ...fields.map((field) => row[field] ?? ''),
    ...extras.map((name) => row[`+${name}`] ?? ''),
  ];
  const table = { id: 7, name: 'Contacts', hidden: false, rows: [headers, ...rows.map(cellsOf)] };
  const columns: Partial<Record<Field, MappedColumn>> = {};
  fields.forEach((field, index) => {
    columns[field] = { columns: [index + 1], headers: [FIELD_LABELS[field]], sure: true };
  });
  const map: SheetMap = {
    sheetId: 7,
    sheet: 'Contacts',
    headerRow: 1,
    firstRow: 2,
    lastRow: rows.length + 1,
    columns,
    questions: [],
    outreachIdColumn: 0,
    nextStepColumn: 0,
    width: headers.length,
  };
  const contacts = rows.map((row, index): Contact => {
    const cells = {} as Record<Field, Cell>;
    const text = {} as Record<Field, string>;
    for (const field of FIELDS) {
      cells[field] = fields.includes(field) ? (row[field] ?? '') : '';
      text[field] = cleanText(cellText(cells[field]));
    }
    return { row: index + 2, outreachId: row.outreachId ?? `C${index + 1}`, cells, text };
  });
  return { table, map, contacts };
}

export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  campaign: 'Larkhaven Care for All',
  resolutionLink: 'https://larkhaven.example.org/resolution',
};

export const ANA = {
  account: 'ana@larkhaven.example.org',
  name: 'Ana',
  address: 'ana@larkhaven.example.org',
};

export const volunteer = (name: string, email = ''): Volunteer => volunteerNamed(name, email);

let entryCount = 0;
export function entry(part: Partial<LogEntry>): LogEntry {
  entryCount += 1;
  return {
    entryId: `e${entryCount}`,
    day: daysAgo(9),
    time: null,
    who: 'Ana',
    account: '',
    contact: 'C1',
    organization: '',
    channel: 'e-mail',
    kind: 'first',
    direction: 'ours',
    summary: '',
    result: '',
    messageKey: '',
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    notes: '',
    address: '',
    row: entryCount + 1,
    ...part,
  };
}

/** An e-mail that the add-on sent for Ana. */
export const sent = (part: Partial<LogEntry> = {}): LogEntry =>
  entry({
    account: ANA.account,
    result: 'sent',
    summary: 'Health care for everyone, and us',
    messageKey: 'larkhaven-care-for-all/C1/1',
    gmailMessageId: 'm1',
    gmailThreadId: 't1',
    address: 'ruth@amity.example.org',
    ...part,
  });

export const CHURCH: Row = {
  organization: 'Amity Street Church',
  category: 'Faith group',
  contactName: 'Ruth C.',
  email: 'ruth@amity.example.org',
  lastContacted: on(daysAgo(9)),
  attempts: 1,
};

export interface Given {
  readonly rows?: readonly Row[];
  readonly fields?: readonly Field[];
  readonly extras?: readonly string[];
  readonly plan?: Partial<PlanInput>;
}

/** Follow-ups for the rows given, everything else in order: nothing stops them unless the test says so. */
export function inputOf({ rows = [CHURCH], fields, extras, plan = {} }: Given): PlanInput {
  return {
    mode: 'follow-ups',
    ...sheetOf(rows, fields, extras),
    log: [],
    unread: [],
    keysOnRecord: new Map(),
    settings: SETTINGS,
    templates: readTemplates(null).templates,
    volunteers: [],
    sender: ANA,
    today: TODAY,
    locale: 'en_US',
    overrides: new Map(),
    chosen: null,
    quotaLeft: 100,
    isErased: () => false,
    ...plan,
  };
}

export const planOf = (given: Given): SendPlan => planSend(inputOf(given));

/** The only contact of the plan, which must be stopped with this code. */
export function stoppedWith(code: StopCode, given: Given): Stopped {
  const plan = planOf(given);
  const [stop] = plan.stopped;
  if (plan.ready.length > 0 || stop?.code !== code)
    throw new Error(
      `Expected ${code}: ${JSON.stringify({ ready: plan.ready.length, stopped: plan.stopped.map((s) => [s.code, s.why]) })}`,
    );
  return stop;
}
