// The small campaign that every fault is tried on: as few contacts as hold every case, so that thousands of runs end
// within minutes. All people, groups and addresses are invented.
import type { Answer } from '../../src/commands/answers';
import { createHost, type Host } from '../host/createHost';
import type { AddonParts } from '../host/addon';
import { readFile } from '../host/sheets/files';
import { momentOf, openMoment, type Moment } from './moment';

export const TODAY = '2026-11-12';
export const CONTACTS_TAB = 'Contacts';
export const LOG_TAB = 'Outreach log';

/** Two leads of the campaign: who does it, and who presses the same button meanwhile. */
export const LEAD = 'ana@larkhaven.example.org';
export const OTHER_LEAD = 'bo@larkhaven.example.org';

export const VOLUNTEERS = ['Ana', 'Bo', 'Chidi'] as const;

const HEADINGS =
  'Organization,Kind,Contact,E-mail,Phone,Known by,Owner,Task,Due,Status,First contacted,Last contacted,Attempts,Answer,Notes';

/** Six who are due, two for a first message, one of them with a tie, then one each: too early, answered, gone quiet; three with slips. */
const ROWS: readonly string[] = [
  'Amity Street Church,Faith group,Ruth,ruth@amity.example.org,555-0101,,,,,Contacted,2026-11-03,2026-11-03,1,,',
  'Cedar Hill Congregation,Faith group,Tamar,tamar@cedar.example.org,555-0102,,,,,Contacted,2026-11-04,2026-11-04,1,,',
  'Larkhaven Transit Workers Local 880,Union,Gus,gus@transit.example.org,555-0103,,,,,Following up,2026-10-20,2026-11-01,2,,',
  'Paper Lantern Books,Small business,Ines,ines@lantern.example.org,555-0104,,,,,Contacted,2026-11-02,2026-11-02,1,,"A note, kept"',
  'Tidewater Tenants,Worker center,Noor,noor@tidewater.example.org,555-0105,,,,,Contacted,2026-11-01,2026-11-01,1,,',
  'Old Mill Bakery,Small business,Lena,lena@oldmill.example.org,555-0106,,,,,Contacted,2026-10-30,2026-10-30,1,,',
  'Harbor Nurses Association,Nurses,Pia,pia@harbor.example.org,555-0107,,,,,Ready,,,,,',
  'Green Thimble Tailors,Small business,Mo,mo@thimble.example.org,555-0108,Chidi,,,,Ready,,,,,',
  'Millrace Worker Center,Worker center,Odile,odile@millrace.example.org,555-0109,,Bo,Follow up,,Contacted,2026-11-10,2026-11-10,1,,',
  'Willow Street Mosque,Faith group,Sami,sami@willow.example.org,555-0110,,Bobby,,,Contacted,2026-11-03,2026-11-03,1,maybe in spring,',
  'Bluegate Community Clinic,Clinic,Sol,sol@bluegate.example.org,555-0111,,,,,Contacted,2026-09-20,2026-09-20,1,,',
  'Quarry Road Clinic,Clinic,Bea,bea (at) quarry.example.org,555-0112,,Chidi,,,Ready,,,,,',
  'First of May,Worker center,Lou,lou (at) may.example.org,555-0113,,,,,Ready,,,,,',
  'Juniper Nurses,Nurses,Max,max (at) juniper.example.org,555-0114,,,,,Ready,,,,,',
];

/** Row of a group whose name is read as a date unless its apostrophe stays; and it has stray blanks. */
const FIRST_OF_MAY = 14;

/** Contacts who are due for a follow-up, by the address they get it at: first chunk, second chunk. */
export const DUE: readonly (readonly string[])[] = [
  ['ruth@amity.example.org', 'tamar@cedar.example.org', 'gus@transit.example.org'],
  ['ines@lantern.example.org', 'noor@tidewater.example.org', 'lena@oldmill.example.org'],
];

/** The add-on's files, read once. */
export type Built = AddonParts;

export function open(moment: Moment, built: Built, email = LEAD): Host {
  return openMoment(moment, built, email);
}

/** What the server function answered, good or not. */
export const answerOf = <T>(host: Host, name: string, ...args: readonly unknown[]): Answer<T> =>
  host.call(name, ...args) as Answer<T>;

/** What it answered well; throws with its problem where it did not: then the sample is wrong. */
// The caller says what this function answers with.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function ask<T>(host: Host, name: string, ...args: readonly unknown[]): T {
  const answer = answerOf<T>(host, name, ...args);
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}: ${answer.problem.message}`);
  return answer.value;
}

/** The file as the group has it before the add-on was ever used. */
export async function untouched(built: Built): Promise<Moment> {
  const csv = [HEADINGS, ...ROWS].join('\r\n');
  const read = await readFile(`${CONTACTS_TAB}.csv`, new TextEncoder().encode(csv));
  if (!read.ok) throw new Error(read.message);
  const host = createHost({ ...built, workbook: read.state, today: TODAY, user: { email: LEAD } });
  host.model.typeInto(CONTACTS_TAB, FIRST_OF_MAY, 1, "'  May   1");
  return momentOf(host);
}

/** "Start with this tab" was pressed, and Settings and Volunteers are filled in; nothing was sent. */
export async function started(built: Built): Promise<Moment> {
  const host = open(await untouched(built), built);
  ask(host, 'startWith', CONTACTS_TAB);
  const settings = {
    campaign: 'Larkhaven Care for All',
    resolutionLink: 'https://larkhaven.example.org/resolution',
    senderName: 'Ana Brandt',
    nextMeeting: '2026-11-19',
  };
  for (const [name, value] of Object.entries(settings)) ask(host, 'saveSetting', name, value);
  ask(host, 'openTab', 'Volunteers');
  VOLUNTEERS.forEach((name, index) => {
    host.model.typeInto('Volunteers', index + 2, 1, name);
    host.model.typeInto('Volunteers', index + 2, 2, `${name.toLowerCase()}@larkhaven.example.org`);
  });
  host.select(CONTACTS_TAB, 1, 1);
  return momentOf(host);
}

/** As after the first days: one first message has gone, so log and Outreach IDs are there. */
export async function usedBefore(built: Built): Promise<Moment> {
  const host = open(await started(built), built);
  const { ready } = ask<{ ready: { contact: string; to: string }[] }>(host, 'getFollowUps', 'first');
  const first = ready.find(({ to }) => to === 'pia@harbor.example.org');
  ask(host, 'sendChunk', [sendRequest(first?.contact ?? '')], 'first');
  return momentOf(host);
}

/** One message as the plan has it. */
export const sendRequest = (contact: string) => ({
  contact,
  template: '',
  edited: null,
  anyway: false,
  ownerInCc: false,
});
