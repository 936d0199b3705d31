// More of those who stay: a row of Partnerships that somebody typed, somebody who left taken back, and what a lead keeps
// for themselves.
import type { Host } from '../../host/createHost';
import { press } from '../again';
import { momentOf } from '../moment';
import type { Play } from '../play';
import { linesOf, tabNamed, type FileView } from '../reader';
import { ask, CONTACTS_TAB, LEAD, open, usedBefore } from '../sample';
import { again, logged } from './asks';
import { cells, takeBack, undone } from './contacts';
import { idOf } from './log';

const MILLRACE = 'Millrace Worker Center';
const NOTES = { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' };

/** Rows of Partnerships as "Organization: Membership: Conditions". */
const partnerships = (view: FileView): string[] => {
  const tab = tabNamed(view.workbook, 'Partnerships');
  const lines = tab === null ? [] : linesOf(tab);
  return lines
    .map((line) => ['Organization', 'Membership', 'Conditions'].map((name) => line.get(name) ?? ''))
    .filter(([name]) => name !== '')
    .map((parts) => parts.join(': '));
};

const save = (host: Host) =>
  press('savePartner', {
    contact: idOf(host, 'Odile'),
    membership: 'partner',
    conditions: 'no party logos',
    brings: 'a hall',
    committed: '',
    people: '420',
    nextCheck: '',
    note: '',
  });

export const SAVE_TYPED_PARTNER: Play = {
  command: 'savePartner',
  about: 'a row that somebody typed in a tab of three columns, and a status that says otherwise',
  start: async (built) => {
    const host = open(await usedBefore(built), built);
    const row = 10;
    host.model.typeInto(CONTACTS_TAB, row, 10, 'Observer');
    ask(host, 'openTab', 'Partnerships');
    for (let column = 9; column > 3; column--) host.model.typeInto('Partnerships', 1, column, '');
    [MILLRACE, 'observer', ''].forEach((text, at) => {
      host.model.typeInto('Partnerships', 2, at + 1, text);
    });
    return momentOf(host);
  },
  steps: (host) => [save(host)],
  finish: again(save),
  target: NOTES,
  expects: (view) => {
    const rows = partnerships(view);
    const should = `${MILLRACE}: partner: no party logos`;
    return [
      ...(rows.length === 1 && rows[0] === should ? [] : [`Partnerships reads ${rows.join(' / ')}`]),
      ...cells({ 'Odile: Status': 'Partner' })(view),
    ];
  },
  undoable: true,
};

export const UNDO_BOW_OUT: Play = {
  command: 'undo',
  about: 'of somebody who bowed out',
  start: async (built) => {
    const host = open(await usedBefore(built), built);
    ask(host, 'bowOut', { contact: idOf(host, 'Odile'), words: 'a new board' });
    return momentOf(host);
  },
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: NOTES,
  expects: (view) => [...cells({ 'Odile: Status': 'Contacted' })(view), ...logged('taken back')(view)],
  newLines: 1,
  undoable: false,
};

const NOTHING = { commitment: '', curiosity: '', tryNext: '' };
const IMPRESSION = { ...NOTHING, commitment: 'came each week' };
const keep = press('saveImpression', { name: 'Chidi', ...IMPRESSION });
const erase = press('eraseImpressions', 'Chidi');

/** What this lead's own storage holds of Chidi; in the file nothing of it may stand. */
const keeps =
  (isKept: boolean): NonNullable<Play['also']> =>
  (host, view) => {
    const holds = (data: unknown) => JSON.stringify(data ?? '').includes(IMPRESSION.commitment);
    return [
      ...(holds(host.save().stores[`user ${LEAD}`]) === isKept
        ? []
        : [`the own storage ${isKept ? 'lacks' : 'still holds'} it`]),
      ...(holds(view.workbook) ? ['it stands in the file'] : []),
    ];
  };

const ownPlay = (command: string, about: string, isKept: boolean, step: typeof keep): Play => ({
  command,
  about,
  start: async (built) => {
    const host = open(await usedBefore(built), built);
    if (step === erase) keep.go(host);
    return momentOf(host);
  },
  steps: () => [step],
  finish: again(() => step),
  target: NOTES,
  expects: () => [],
  also: keeps(isKept),
  undoable: false,
});

export const KEEP_IMPRESSION = ownPlay('saveImpression', 'in the own storage', true, keep);
export const ERASE_IMPRESSION = ownPlay('eraseImpressions', 'what was kept of one', false, erase);
