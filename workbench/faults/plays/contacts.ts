// Commands that write cells of the contacts: safe fixes, owners, the Next step column, and what takes them back.
import type { Host } from '../../host/createHost';
import type { TabState } from '../../host/sheets/state';
import { press, pressAgain } from '../again';
import type { Moment } from '../moment';
import { momentOf } from '../moment';
import type { Ending, Play, Step } from '../play';
import { linesOf, peopleOf, tabNamed, type FileView } from '../reader';
import { ask, CONTACTS_TAB, open, usedBefore, VOLUNTEERS, type Built } from '../sample';

/** Cells that must read so: "Bea: E-mail". */
export function cells(wanted: Readonly<Record<string, string>>): (view: FileView) => string[] {
  return (view) => {
    const tab = tabNamed(view.workbook, CONTACTS_TAB);
    const lines = tab === null ? new Map<string, never>() : peopleOf(tab).lines;
    return Object.entries(wanted).flatMap(([place, text]) => {
      const [person = '', heading = ''] = place.split(': ');
      const is = lines.get(person)?.get(heading) ?? '';
      return is === text ? [] : [`${place} reads “${is}”, not “${text}”`];
    });
  };
}

/** The file after this was pressed in it. */
const after =
  (start: Play['start'], ...steps: readonly Step[]) =>
  async (built: Built): Promise<Moment> => {
    const host = open(await start(built), built);
    for (const step of steps) step.go(host);
    return momentOf(host);
  };

const FIX_ALL = press('fixProblems', []);

export const FIX: Play = {
  command: 'fix',
  about: 'all safe fixes',
  start: usedBefore,
  steps: () => [FIX_ALL],
  finish: (host) => pressAgain(host, FIX_ALL),
  target: { person: 'Bea', heading: 'E-mail', text: 'new@quarry.example.org' },
  expects: cells({
    'Bea: E-mail': 'bea@quarry.example.org',
    'Lou: E-mail': 'lou@may.example.org',
    'Lou: Organization': 'May 1',
    'Max: E-mail': 'max@juniper.example.org',
  }),
  undoable: true,
};

const EVEN = { due: '', cap: 0, moves: [] };
const BUILD = press('buildTabs', EVEN);
const NEXT_MEETING = '46345';

/**
 * Any volunteer may get a contact, and any task: a row less changes the share. Whom a colleague gave to somebody is
 * not given again, and keeps a blank task.
 */
const accepts: Play['accepts'] = (person, heading, text, deed) =>
  (heading === 'Owner' && VOLUNTEERS.some((name) => name === text)) ||
  (heading === 'Task' && ['Research', 'Reach out', 'Follow up'].includes(text)) ||
  (heading === 'Due' && text === NEXT_MEETING) ||
  (['Task', 'Due'].includes(heading) && text === '' && deed?.typed?.line === person);

const owned = (view: FileView): string[] => {
  const tab = tabNamed(view.workbook, CONTACTS_TAB);
  const lines = tab === null ? [] : [...peopleOf(tab).lines];
  return lines.filter(([, line]) => line.get('Owner') === '').map(([person]) => `${person} has no owner`);
};

const isFurnished = ({ rows, widths, frozenRows }: TabState): boolean =>
  frozenRows === 1 && Object.keys(widths).length > 0 && (rows[1]?.rules?.some((rule) => rule) ?? false);

/** Each contact with a volunteer as owner stands once in that volunteer's tab, and nothing else does. */
function tabsFit(view: FileView): string[] {
  const contacts = view.workbook.tabs.find((tab) => tab.id === view.workbook.tabs[0]?.id);
  if (contacts === undefined) return [];
  const found: string[] = [];
  const ids = new Map<string, string>();
  for (const [person, line] of peopleOf(contacts).lines) {
    const owner = line.get('Owner') ?? '';
    const id = line.get('Outreach ID') ?? '';
    ids.set(id, person);
    if (!VOLUNTEERS.some((name) => name === owner)) continue;
    const tab = tabNamed(view.workbook, `→ ${owner}`);
    const times = tab === null ? 0 : linesOf(tab).filter((own) => own.get('Outreach ID') === id).length;
    if (times !== 1) found.push(`${person} stands ${times} times in the tab of ${owner}`);
    if (tab !== null && !isFurnished(tab)) found.push(`the tab of ${owner} has no dropdowns or widths`);
  }
  return found;
}

export const ASSIGN: Play = {
  command: 'assign',
  about: 'owners and three new tabs',
  start: usedBefore,
  steps: () => [BUILD],
  finish: (host) => pressAgain(host, BUILD),
  target: { person: 'Tamar', heading: 'Owner', text: 'Chidi' },
  expects: (view) => [...owned(view), ...tabsFit(view)],
  accepts,
  also: (_, view, deed) => (deed?.deletedTab === true || deed?.renamed !== undefined ? [] : tabsFit(view)),
  undoable: true,
};

/** The tabs stand; somebody else owns one now, so that the update has something to write. */
async function built(files: Built): Promise<Moment> {
  const host = open(await usedBefore(files), files);
  ask(host, 'buildTabs', EVEN);
  host.model.typeInto(CONTACTS_TAB, 2, 1, 'Amity Street Chapel');
  return momentOf(host);
}

export const ASSIGN_AGAIN: Play = {
  ...ASSIGN,
  about: 'three tabs brought up to date',
  start: built,
  undoable: false,
};

const FILL = press('fillOwners', EVEN);

export const FILL_OWNERS: Play = {
  ...ASSIGN,
  command: 'fillOwners',
  about: 'owners without tabs',
  steps: () => [FILL],
  finish: (host) => pressAgain(host, FILL),
  expects: owned,
  also: () => [],
};

const CONFIRM = press('confirmOwner', 'Bobby', 'Bo');

export const CONFIRM_OWNER: Play = {
  command: 'confirmOwner',
  about: 'a name that means a volunteer',
  start: usedBefore,
  steps: () => [CONFIRM],
  finish: (host) => pressAgain(host, CONFIRM),
  target: { person: 'Sami', heading: 'Owner', text: 'Chidi' },
  expects: cells({ 'Sami: Owner': 'Bo' }),
  undoable: true,
};

const MARK = press('markNextSteps');

/** The word that each contact's formula gives, by person. */
function wordsOf(host: Host): Map<string, string> {
  const tab = host.model.committed().tabs[0];
  const words = new Map<string, string>();
  if (tab === undefined) return words;
  const headings = tab.rows[0]?.values ?? [];
  const [names, column] = [headings.indexOf('Contact') + 1, headings.indexOf('Next step') + 1];
  if (column === 0) return words;
  for (let row = 2; row <= tab.rows.length; row++) {
    const person = host.model.display(tab.id, row, names);
    if (person !== '') words.set(person, host.model.display(tab.id, row, column));
  }
  return words;
}

const WORDS: Readonly<Record<string, string>> = {
  Ruth: 'Follow up',
  Gus: 'Last try',
  Sol: 'Gone quiet',
};

function wordsFit(host: Host): string[] {
  const words = wordsOf(host);
  const wrong = Object.entries(WORDS).flatMap(([person, word]) =>
    words.get(person) === word
      ? []
      : [`the next step of ${person} is “${words.get(person) ?? ''}”, not “${word}”`],
  );
  const formats = host.model.committed().tabs[0]?.formats.length ?? 0;
  return formats > 0 ? wrong : [...wrong, 'there are no colours'];
}

const formulas = (view: FileView): string[] => {
  const tab = tabNamed(view.workbook, CONTACTS_TAB);
  const lines = tab === null ? [] : [...peopleOf(tab).lines];
  return lines
    .filter(([, line]) => !(line.get('Next step') ?? '').startsWith('='))
    .map(([person]) => `${person} has no next step`);
};

export const HIGHLIGHT: Play = {
  command: 'highlight',
  about: 'the Next step column and its colours, new',
  start: usedBefore,
  steps: () => [MARK],
  finish: (host) => pressAgain(host, MARK),
  target: { person: 'Ruth', heading: 'Next step', text: 'called her' },
  expects: formulas,
  also: (host, _, deed) =>
    deed?.deletedTab === true || deed?.deletedLine !== undefined || deed?.renamed !== undefined || deed?.typed
      ? []
      : wordsFit(host),
  undoable: true,
};

/** The column stands; three contacts came since, without their formula. */
async function marked(files: Built): Promise<Moment> {
  const host = open(await usedBefore(files), files);
  ask(host, 'markNextSteps');
  const row = peopleRows(host) + 2;
  for (const [index, name] of ['Abe', 'Cleo', 'Dov'].entries()) {
    host.model.typeInto(CONTACTS_TAB, row + index, 1, `Late group of ${name}`);
    host.model.typeInto(CONTACTS_TAB, row + index, 3, name);
  }
  return momentOf(host);
}

const peopleRows = (host: Host): number => {
  const tab = tabNamed(host.model.committed(), CONTACTS_TAB);
  return tab === null ? 0 : peopleOf(tab).lines.size;
};

export const HIGHLIGHT_AGAIN: Play = {
  ...HIGHLIGHT,
  about: 'the Next step of three who came later',
  start: marked,
  target: { person: 'Cleo', heading: 'Notes', text: 'came by herself' },
  undoable: false,
};

interface Changes {
  readonly groups: readonly {
    readonly changes: readonly { readonly id: string; readonly what: string; readonly state: string }[];
  }[];
}

/** The newest change, as it stands under Recent changes; undone already counts as done. */
export function takeBack(host: Host): Step {
  const id = ask<Changes>(host, 'getChanges').groups[0]?.changes[0]?.id ?? '';
  return press('undoChange', id);
}

export function undone(host: Host): Ending {
  const newest = ask<Changes>(host, 'getChanges').groups[0]?.changes[0];
  return newest?.state === 'undone' ? { refused: '', said: [] } : pressAgain(host, takeBack(host));
}

const undoOf = (
  about: string,
  start: Play['start'],
  expects: Play['expects'],
  target: Play['target'],
): Play => ({
  command: 'undo',
  about,
  start,
  steps: (host) => [takeBack(host)],
  finish: undone,
  target,
  expects,
  undoable: false,
});

export const UNDO_FIX = undoOf(
  'of safe fixes',
  after(usedBefore, FIX_ALL),
  cells({
    'Bea: E-mail': 'bea (at) quarry.example.org',
    'Lou: Organization': '  May   1',
    'Max: E-mail': 'max (at) juniper.example.org',
  }),
  FIX.target,
);

export const UNDO_TABS = undoOf(
  'of owners and tabs',
  after(usedBefore, BUILD),
  (view) => [
    ...cells({ 'Tamar: Owner': '', 'Tamar: Due': '', 'Odile: Owner': 'Bo' })(view),
    ...view.workbook.tabs.filter(({ name }) => name.startsWith('→')).map(({ name }) => `${name} is left`),
  ],
  ASSIGN.target,
);

export const UNDO_HIGHLIGHT = undoOf(
  'of the Next step column',
  after(usedBefore, MARK),
  (view) => {
    const tab = tabNamed(view.workbook, CONTACTS_TAB);
    const lines = tab === null ? [] : [...peopleOf(tab).lines.values()];
    return [
      ...lines.filter((line) => (line.get('Next step') ?? '') !== '').map(() => 'a next step is left'),
      ...(tab !== null && tab.formats.length > 0 ? ['a colour is left'] : []),
    ];
  },
  { person: 'Ruth', heading: 'Next step', text: 'called her' },
);
