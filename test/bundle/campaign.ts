// A small invented campaign in the host, on the built bundle: what the bundle and fault tests play on.
import { createHost, type Host, type HostOptions } from '../../workbench/host/createHost';
import { readFile } from '../../workbench/host/sheets/files';
import type { Answer, SendRequest } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';

export const TODAY = '2026-11-12';
export const LEAD = { email: 'ana@larkhaven.example.org' };

export const HEADER =
  'Organization,Kind,Contact,E-mail,Phone,Known by,Owner,Status,First contacted,Last contacted,Attempts,Answer,Notes';

/** Four due for a follow-up (one of them a union), one waiting for time, one answered, one gone quiet, two new. */
export const ROWS: readonly string[] = [
  'Amity Street Church,Faith group,Ruth,ruth@amity.example.org,555-0101,,,Contacted,2026-11-03,2026-11-03,1,,',
  'Cedar Hill Congregation,Faith group,Tamar,tamar@cedar.example.org,555-0102,,,Contacted,2026-11-04,2026-11-04,1,,',
  'Larkhaven Transit Workers Local 880,Union,Gus,gus@transit.example.org,555-0103,,,Following up,2026-10-20,2026-11-01,2,,',
  'Paper Lantern Books,Small business,Ines,ines@paper-lantern.example.org,555-0104,,,Contacted,2026-11-02,2026-11-02,1,,"A note, kept"',
  'Millrace Worker Center,Worker center,Odile,odile@millrace.example.org,,,,Contacted,2026-11-10,2026-11-10,1,,',
  'Willow Street Mosque,Faith group,Sami,sami@willow.example.org,,,,Contacted,2026-11-03,2026-11-03,1,maybe in spring,',
  'Bluegate Community Clinic,Clinic,Sol,sol@bluegate.example.org,,,,Contacted,2026-09-20,2026-09-20,1,,',
  'Harbor Nurses Association,Nurses,Pia,pia@harbor.example.org,,,,Ready,,,,,',
  'Green Thimble Tailors,Small business,Mo,mo@thimble.example.org,,,,Ready,,,,,',
];

export const SETTINGS: readonly (readonly [string, string | number])[] = [
  ['Campaign', 'Larkhaven Care for All'],
  ['Resolution link', 'https://larkhaven.example.org/resolution'],
  ['Sender name', 'Ana'],
  ['Next meeting', '2026-11-19'],
];

export interface Options extends Partial<HostOptions> {
  readonly header?: string;
  readonly rows?: readonly string[];
  readonly settings?: readonly (readonly [string, string | number])[];
}

interface Sheet {
  getRange(
    row: number,
    column: number,
    rows: number,
    columns: number,
  ): { setValues(values: unknown[][]): void };
  getDataRange(): { getValues(): unknown[][] };
}
interface Book {
  insertSheet(name: string): Sheet;
  getSheetByName(name: string): Sheet | null;
  getSheets(): { getName(): string }[];
}

export function book(host: Host): Book {
  const app = host.globals()['SpreadsheetApp'] as unknown as { getActiveSpreadsheet(): Book; flush(): void };
  return app.getActiveSpreadsheet();
}

/** A host with the campaign's file open; nothing of the add-on has been made in it yet but the Settings tab. */
export async function openCampaign(options: Options = {}): Promise<Host> {
  const { header = HEADER, rows = ROWS, settings = SETTINGS, ...rest } = options;
  const csv = [header, ...rows].join('\r\n');
  const read = await readFile('Contacts.csv', new TextEncoder().encode(csv));
  if (!read.ok) throw new Error(read.message);
  const host = createHost({ workbook: read.state, today: TODAY, user: LEAD, ...rest });
  if (settings.length > 0) {
    const sheet = book(host).insertSheet('Settings');
    sheet
      .getRange(1, 1, settings.length + 1, 2)
      .setValues([['Name', 'Value'], ...settings.map((line) => [...line])]);
    host.model.flush();
  }
  return host;
}

/** What the server function answered; throws with its problem where it is none. */
export function ask<T>(host: Host, name: string, ...args: unknown[]): T {
  const answer = host.call(name, ...args) as Answer<T>;
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}: ${answer.problem.message}`);
  return answer.value;
}

/** The problem that a server function answered with; throws where it answered well. */
export function refused(host: Host, name: string, ...args: unknown[]): Problem {
  const answer = host.call(name, ...args) as Answer<unknown>;
  if (answer.ok) throw new Error(`${name} was not refused.`);
  return answer.problem;
}

/** One message as the plan has it; `more` for what the lead chose. */
export function request(contact: string, more: Partial<SendRequest> = {}): SendRequest {
  return { contact, template: '', edited: null, anyway: false, ownerInCc: false, ...more };
}

/** The same file on another host, as it was saved. */
export function resume(saved: ReturnType<Host['save']>, more: Partial<HostOptions> = {}): Host {
  return createHost({ saved, user: LEAD, ...more });
}

/** Writes a tab with these rows, made where it is missing. */
export function putTab(host: Host, name: string, rows: readonly (readonly unknown[])[]): void {
  const sheet = book(host).getSheetByName(name) ?? book(host).insertSheet(name);
  const width = Math.max(...rows.map((row) => row.length));
  const block = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
  sheet.getRange(1, 1, block.length, width).setValues(block);
  host.model.flush();
}

/** Every cell of a tab as the add-on would read it; [] where the tab is missing. */
export function cellsOf(host: Host, tab: string): unknown[][] {
  return book(host).getSheetByName(tab)?.getDataRange().getValues() ?? [];
}

/** Rows of a tab as records by their headings. */
export function recordsOf(host: Host, tab: string): Record<string, unknown>[] {
  const [header = [], ...rows] = cellsOf(host, tab);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index]])));
}

/** Names of all tabs, hidden ones too. */
export function tabNames(host: Host): string[] {
  return book(host)
    .getSheets()
    .map((sheet) => sheet.getName());
}
