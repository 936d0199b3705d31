// Who stays with us, and the unions: rows that people typed are looked at, and one is put right.
import type { PartnersView } from '../../src/commands/askAnswers';
import type { UnionsView } from '../../src/commands/unionAnswers';
import type { Host } from '../host/createHost';
import { ask, CONTACTS_TAB, TODAY } from './campaignFile';

type Play = (command: string, name: string, ...args: unknown[]) => unknown;

/** Rows of Partnerships for each 20 of Asks: 3 of 20, 300 of 2,000. */
const partnersBeside = (count: number): number => Math.ceil((count * 3) / 20);

/** Partners that people typed are looked at, and of one everything is written down that can be. */
export function playPartners(host: Host, play: Play, count: number, about: string): void {
  ask(host, 'openTab', 'Partnerships');
  const typed = Array.from({ length: partnersBeside(count) }, (_, index) => [
    host.model.display(CONTACTS_TAB, 2 + index, 1),
    index % 4 === 0 ? 'observer' : 'partner',
  ]);
  host.model.insertRows('Partnerships', 2, typed.length);
  host.model.paste('Partnerships', 2, 1, typed);
  const { items } = play(`getPartners, ${about}`, 'getPartners') as PartnersView;
  const contact = items[0]?.contact ?? '';
  const facts = {
    conditions: 'no logos',
    brings: 'a hall',
    committed: '',
    people: '40',
    nextCheck: '',
    note: '',
  };
  play(`savePartner, ${about}`, 'savePartner', { contact, membership: 'partner', ...facts });
  play(`logDeed, ${about}`, 'logDeed', { contact, kind: 'showed up', day: '', note: 'their picket' });
  play(`logCheck, ${about}`, 'logCheck', contact);
  play(`bowOut, ${about}`, 'bowOut', { contact, words: 'a new board' });
  play(`comeBack, ${about}`, 'comeBack', contact);
  play(`getGrowing, ${about}`, 'getGrowing');
  const name = 'Ana';
  const talk = { name, day: TODAY, wantsNext: 'call unions', nextCheckIn: '' };
  play(`saveDebrief, ${about}`, 'saveDebrief', talk);
  const own = { name, commitment: 'comes each week', curiosity: '', tryNext: '' };
  play(`saveImpression, ${about}`, 'saveImpression', own);
  play(`eraseImpressions, ${about}`, 'eraseImpressions', '');
}

/** Rows of Unions beside a few asks, and beside many. */
export const UNIONS = { few: 5, many: 500 } as const;

/** Unions that people typed are looked at, and one of them is put right. */
export function playUnions(host: Host, play: Play, size: keyof typeof UNIONS, about: string): void {
  const typed = Array.from({ length: UNIONS[size] }, (_, index) => [
    host.model.display(CONTACTS_TAB, 2 + index * 2, 1),
    String(index % 6 || ''),
    index % 3 === 0 ? 'about 1,200' : '',
    index % 7 === 0 ? 'yes' : '',
  ]);
  host.model.addTab('Unions');
  host.model.paste('Unions', 1, 1, [['Organization', 'Stage', 'Workers', 'Voted'], ...typed]);
  const { items } = play(`getUnions, ${about}`, 'getUnions') as UnionsView;
  const { contact = '', form } = items.find(({ row }) => row > 0) ?? {};
  play(`saveUnion, ${about}`, 'saveUnion', { contact, ...form, campaigns: 'safe staffing', seen: form });
}
