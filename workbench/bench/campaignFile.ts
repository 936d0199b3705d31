// A campaign of any size in the host, as it is after some weeks: every tab of the add-on is there and filled.
import { readFileSync } from 'node:fs';
import type { Answer } from '../../src/commands/answers';
import type { Manifest } from '../host/addon';
import { createHost, type Host } from '../host/createHost';
import { readFile } from '../host/sheets/files';
import { CONTACT_HEADINGS, contactRows } from './contactRows';

export const TODAY = '2026-11-12';
export const CONTACTS_TAB = 'Contacts';

export interface FileOptions {
  readonly rows: number;
  /** Names in the Volunteers tab. */
  readonly volunteers: readonly string[];
  /** Everybody has one of the volunteers as owner. */
  readonly allOwned?: boolean;
  /** With the manifest that lets the add-on see who answered (`npm run build -- --replies`). */
  readonly replies?: boolean;
}

/** A host with the file open; nothing of the add-on has been made in it. */
export async function openFile({
  rows,
  volunteers,
  allOwned = false,
  replies = false,
}: FileOptions): Promise<Host> {
  const cells = contactRows(rows);
  const owner = CONTACT_HEADINGS.indexOf('Owner');
  if (allOwned) cells.forEach((line, index) => (line[owner] = volunteers[index % volunteers.length] ?? ''));
  const csv = [CONTACT_HEADINGS, ...cells].map((line) => line.map(quoted).join(',')).join('\r\n');
  const read = await readFile(`${CONTACTS_TAB}.csv`, new TextEncoder().encode(csv));
  if (!read.ok) throw new Error(read.message);
  const file = { workbook: read.state, today: TODAY, user: { email: 'ana@larkhaven.example.org' } };
  if (!replies) return createHost(file);
  const manifest = JSON.parse(readFileSync('dist/appsscript.json', 'utf8')) as Manifest;
  return createHost({
    ...file,
    manifest: { ...manifest, oauthScopes: [...(manifest.oauthScopes ?? []), 'gmail.metadata'] },
  });
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Presses "Start with this tab", makes the add-on's tabs and fills in Settings and Volunteers. */
export function setUp(host: Host, volunteers: readonly string[]): void {
  ask(host, 'startWith', CONTACTS_TAB);
  for (const tab of ['Settings', 'Volunteers', 'Templates', 'Outreach log']) ask(host, 'openTab', tab);
  const settings = {
    campaign: 'Larkhaven Care for All',
    resolutionLink: 'https://larkhaven.example.org/resolution',
    senderName: 'Ana Brandt',
    nextMeeting: '2026-11-19',
  };
  for (const [name, value] of Object.entries(settings)) ask(host, 'saveSetting', name, value);
  volunteers.forEach((name, index) => {
    host.model.typeInto('Volunteers', index + 2, 1, name);
    host.model.typeInto('Volunteers', index + 2, 2, `${name.toLowerCase()}@larkhaven.example.org`);
  });
}

/** What a server function answered. Throws with its problem where it answered one: then the bench measures nothing. */
export function ask(host: Host, name: string, ...args: unknown[]): unknown {
  const answer = host.call(name, ...args) as Answer<unknown>;
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}: ${answer.problem.message}`);
  return answer.value;
}
