// The union map: a row that somebody typed, and a new tab beside a tab “Unions” of the group's own.
import type { Host } from '../../host/createHost';
import { press } from '../again';
import { momentOf } from '../moment';
import type { Play } from '../play';
import { linesOf, tabNamed, type FileView } from '../reader';
import { open, usedBefore } from '../sample';
import { again } from './asks';
import { idOf } from './log';

const MILLRACE = 'Millrace Worker Center';
const NOTES = { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' };

const save = (host: Host) =>
  press('saveUnion', {
    contact: idOf(host, 'Odile'),
    ...{ international: '', local: '12', council: '', workers: '420', members: '3', voted: 'in progress' },
    ...{ votedOn: '', campaigns: 'safe shifts', endorses: 'no', stage: '3 Event held', statements: '' },
    ...{ link: '', note: '' },
  });

/** Its one row in this tab of ours, with what stood beside it. */
const rowIn =
  (tab: string, beside: string): Play['expects'] =>
  (view) => {
    const found = tabNamed(view.workbook, tab);
    const rows = (found === null ? [] : linesOf(found))
      .map((line) => ['Organization', 'Stage', 'Workers', 'Told by'].map((name) => line.get(name) ?? ''))
      .filter(([name]) => name !== '')
      .map((parts) => parts.join(': '));
    const should = `${MILLRACE}: 3 Event held: 420: ${beside}`;
    return rows.length === 1 && rows[0] === should ? [] : [`${tab} reads ${rows.join(' / ')}`];
  };

/** `rows`: the tab “Unions” that stands there already. */
const savePlay = (about: string, rows: readonly (readonly string[])[], expects: Play['expects']): Play => ({
  command: 'saveUnion',
  about,
  start: async (built) => {
    const host = open(await usedBefore(built), built);
    host.model.addTab('Unions');
    rows.forEach((row, y) => {
      row.forEach((text, x) => host.model.typeInto('Unions', y + 1, x + 1, text));
    });
    return momentOf(host);
  },
  steps: (host) => [save(host)],
  finish: again(save),
  target: NOTES,
  expects,
  undoable: true,
});

const TYPED = [
  ['Told by', 'Stage', 'Organization'],
  ['Bo', 'statements?', MILLRACE],
];
export const SAVE_TYPED_UNION = savePlay(
  'a row that somebody typed in a tab of three columns',
  TYPED,
  rowIn('Unions', 'Bo'),
);

const own = (view: FileView): string | undefined => {
  const tab = tabNamed(view.workbook, 'Unions');
  return tab === null ? undefined : linesOf(tab)[0]?.get('Phone');
};

export const SAVE_UNION_BESIDE = savePlay(
  'in a new tab beside a tab “Unions” of the group’s own',
  [
    ['Union', 'Phone'],
    ['Larkhaven Bakers', '555-0100'],
  ],
  (view) => [
    ...rowIn('Union map', '')(view),
    ...(own(view) === '555-0100' ? [] : ['the tab of the group was changed']),
  ],
);
