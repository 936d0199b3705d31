// The campaign of eight weeks as its file stands before it begins, and what people do in it, step by step.
import { readFileSync } from 'node:fs';
import { createHost, type Host } from '../../../workbench/host/createHost';
import { readFile } from '../../../workbench/host/sheets/files';
import { ask, putTab } from '../campaign';

export type Step = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly day: string;
  readonly do: string;
};
export type Totals = Readonly<Record<string, unknown>>;
export type Cells = Readonly<Record<string, string>>;

const load = (name: string): unknown =>
  JSON.parse(readFileSync(`test/fixtures/eightWeeks/${name}.json`, 'utf8'));
export const campaign = load('campaign') as {
  readonly today: string;
  readonly settings: readonly (readonly [string, string])[];
  readonly kinds: readonly string[];
  readonly volunteers: readonly Cells[];
  readonly tab: string;
  readonly header: readonly string[];
  readonly contacts: readonly Cells[];
};
const weeks = load('weeks') as readonly { readonly steps: readonly Step[] }[];
export const expected = load('expected') as Readonly<Record<string, Totals>>;

/** In order. */
export const steps: readonly Step[] = weeks.flatMap((week) => week.steps);

export const CONTACTS = campaign.tab;
export const text = (step: Step, key: string): string => (typeof step[key] === 'string' ? step[key] : '');
export const list = (step: Step, key: string) => (step[key] ?? []) as readonly string[];
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export async function openFile(): Promise<Host> {
  const lines = [
    campaign.header,
    ...campaign.contacts.map((one) => campaign.header.map((name) => quoted(one[name] ?? ''))),
  ];
  const csv = lines.map((line) => line.join(',')).join('\r\n');
  const read = await readFile(`${CONTACTS}.csv`, new TextEncoder().encode(csv));
  if (!read.ok) throw new Error(read.message);
  const host = createHost({
    workbook: read.state,
    today: campaign.today,
    user: { email: 'ana@larkhaven.example.org' },
  });
  putTab(host, 'Settings', [['Name', 'Value'], ...campaign.settings.map((line) => [...line])]);
  const people = Object.keys(campaign.volunteers[0] ?? {});
  putTab(host, 'Volunteers', [
    people,
    ...campaign.volunteers.map((one) => people.map((name) => one[name] ?? '')),
  ]);
  ask(host, 'startWith', CONTACTS);
  return host;
}
