// What the tests of gaps in asks and endorsements play with: three organizations, the panel of one, the tab Asks as people type into it.
import type { ChangesView, ContactView, WriteReceipt } from '../../src/commands/answers';
import type { AskItem, AsksView } from '../../src/commands/askAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, recordsOf, type Options } from './campaign';

export const HEADER =
  'Organization,Town,Contact,E-mail,Owner,Status,First contacted,Last contacted,Attempts,Answer,Endorsement';
export const line = (name: string, status = 'Contacted', endorsement = '', owner = ''): string =>
  `${name},Larkhaven,Pia,pia@${name.replace(/\W/g, '').toLowerCase()}.example.org,${owner},${status},2026-11-01,2026-11-01,1,,${endorsement}`;

export const openWith = (rows: readonly string[], more: Options = {}): Promise<Host> =>
  openCampaign({ header: HEADER, rows, ...more });
export const openThree = (more: Options = {}): Promise<Host> =>
  openWith([line('Amity'), line('Bramble'), line('Cedar')], more);

export const placeOf = (host: Host, name: string): number =>
  recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === name) + 2;
export function selected(host: Host, name: string): ContactView {
  host.select('Contacts', placeOf(host, name), 1);
  return ask<ContactView>(host, 'getSelectedContact');
}
export const rowOf = (host: Host, name: string): Record<string, unknown> =>
  recordsOf(host, 'Contacts').find((row) => row['Organization'] === name) ?? {};
export const typeInContacts = (host: Host, name: string, heading: string, text: string): void => {
  host.model.typeInto('Contacts', placeOf(host, name), HEADER.split(',').indexOf(heading) + 1, text);
};

export const listed = (host: Host): AsksView => ask<AsksView>(host, 'getAsks');
export const asked = (host: Host, name: string, kind: string, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'recordAsk', {
    contact: selected(host, name).contact,
    kind,
    channel: 'phone',
    day: '2026-11-02',
    note: '',
    ...more,
  });
export function askOf(host: Host, name: string, kind: string): AskItem {
  const found = selected(host, name).asks.items.find((item) => item.kind === kind);
  if (found === undefined) throw new Error(`${name} has no ask “${kind}”.`);
  return found;
}
const BLANK = { day: '', waitUntil: '', whoDecided: '', mayBeNamed: '', note: '' };
export const answer = (
  host: Host,
  name: string,
  kind: string,
  said: string,
  more: object = {},
): WriteReceipt => {
  const { id, contact } = askOf(host, name, kind);
  return ask<WriteReceipt>(host, 'answerAsk', { contact, ask: id, answer: said, ...BLANK, ...more });
};
/** A yes to the endorsement that counts and may be named. */
export function endorsed(host: Host, name: string, more: object = {}): void {
  asked(host, name, 'endorsement');
  answer(host, name, 'endorsement', 'yes', { whoDecided: 'Their board', mayBeNamed: 'yes', ...more });
}
export const confirm = (host: Host, name: string, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'confirmEndorsement', {
    contact: selected(host, name).contact,
    day: '2026-11-03',
    whoDecided: 'Their board',
    mayBeNamed: 'yes',
    people: '',
    ...more,
  });

/** The rows of the tab Asks: organization, ask, answer. */
export const inTab = (host: Host): unknown[][] =>
  recordsOf(host, 'Asks')
    .filter((row) => Object.values(row).some((cell) => cell !== ''))
    .map((row) => [row['Organization'], row['Ask'], row['Answer']]);
/** A row of the tab Asks as a person types it. */
export function typed(
  host: Host,
  cells: Record<string, string>,
  row = cellsOf(host, 'Asks').length + 1,
): void {
  const headings = (cellsOf(host, 'Asks')[0] ?? []).map(String);
  for (const [heading, text] of Object.entries(cells))
    host.model.typeInto('Asks', row, headings.indexOf(heading) + 1, text);
}
export const undoNewest = (host: Host): WriteReceipt => {
  const [newest] = ask<ChangesView>(host, 'getChanges').groups.flatMap(({ changes }) => changes);
  return ask<WriteReceipt>(host, 'undoChange', newest?.id);
};
