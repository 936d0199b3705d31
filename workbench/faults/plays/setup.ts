// What is pressed once or twice in a campaign: the start, an answer about a column, settings, our tabs; and the simple
// trigger that runs while people type.
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { linesOf, peopleOf, tabNamed, textOf, type FileView } from '../reader';
import { ask, CONTACTS_TAB, open, started, untouched, usedBefore, type Built } from '../sample';

const target: Play['target'] = { person: 'Tamar', heading: 'Status', text: 'In conversation' };

const repeated = (
  name: string,
  ...args: readonly unknown[]
): Pick<Play, 'steps' | 'finish' | 'target' | 'undoable'> => {
  const step = press(name, ...args);
  return { steps: () => [step], finish: (host) => pressAgain(host, step), target, undoable: false };
};

/** Rows of the hidden tab that say what the columns of the contacts mean. */
const remembered = (view: FileView): string[] => {
  const tab = tabNamed(view.workbook, 'Outreach data');
  const rows = tab === null ? [] : linesOf(tab).filter((line) => line.get('kind') === 'contacts');
  return rows.length === 1 ? [] : [`the columns are remembered ${rows.length} times`];
};

const marks = (view: FileView, field: string): number =>
  view.workbook.metadata.filter(({ value }) => value === field).length;

export const START: Play = {
  command: 'startWith',
  about: '“Start with this tab”',
  start: untouched,
  ...repeated('startWith', CONTACTS_TAB),
  // A tab that has another name now stands in the list of tabs under it.
  finish: (host) => {
    const name = host.model.committed().tabs[0]?.name ?? CONTACTS_TAB;
    return pressAgain(host, press('startWith', name));
  },
  expects: (view) => [
    ...remembered(view),
    ...(marks(view, 'email') === 1 ? [] : ['the e-mail column has no mark']),
  ],
  also: (_, view, deed) =>
    deed?.deletedTab === true || deed?.renamed !== undefined
      ? []
      : [...remembered(view), ...(marks(view, 'email') === 1 ? [] : ['the e-mail column has no mark'])],
};

export const SET_COLUMN: Play = {
  command: 'setColumn',
  about: 'an answer about a column',
  start: started,
  ...repeated('setColumn', 'priorities', ['O']),
  expects: (view) => [
    ...remembered(view),
    ...(marks(view, 'priorities') === 1 ? [] : ['the column has no mark']),
  ],
  also: (_, view, deed) => (deed?.deletedTab === true ? [] : remembered(view)),
};

const settingOf = (view: FileView): string => {
  const tab = tabNamed(view.workbook, 'Settings');
  const lines = tab === null ? [] : linesOf(tab);
  return lines.find((line) => line.get('Name') === 'Sender name')?.get('Value') ?? '';
};

export const SAVE_SETTING: Play = {
  command: 'saveSetting',
  about: 'the name under messages',
  start: started,
  ...repeated('saveSetting', 'senderName', 'Ana of the choir'),
  expects: (view) => (settingOf(view) === 'Ana of the choir' ? [] : ['the name is not kept']),
  also: (_, view) => (settingOf(view) === 'Ana of the choir' ? [] : ['the name is not kept']),
};

const templates = (view: FileView): string[] => {
  const tabs = view.workbook.tabs.filter(({ name }) => name.startsWith('Templates'));
  const [tab] = tabs;
  return tabs.length === 1 && tab !== undefined && linesOf(tab).length > 3 && tab.frozenRows === 1
    ? []
    : [`${tabs.length} tabs of templates, or an unfinished one`];
};

export const OPEN_TAB: Play = {
  command: 'openTab',
  about: 'the Templates tab, made',
  start: started,
  ...repeated('openTab', 'Templates'),
  expects: templates,
  also: (_, view) => templates(view),
};

/** The Next step column stands, and below the last contact there is room. */
async function withColumn(built: Built): Promise<Moment> {
  const host = open(await usedBefore(built), built);
  ask(host, 'markNextSteps');
  return momentOf(host);
}

const LATE = 'Late';

const formulaOfLate = (view: FileView): string => {
  const tab = tabNamed(view.workbook, CONTACTS_TAB);
  return tab === null ? '' : (peopleOf(tab).lines.get(LATE)?.get('Next step') ?? '');
};

/** Nobody hears what a trigger says; the formula comes with the next cell typed in the row, or the next run. */
export const TRIGGER: Play = {
  command: 'onEdit',
  about: 'a contact typed below the last',
  start: withColumn,
  steps: (host) => {
    const row = (tabNamed(host.model.committed(), CONTACTS_TAB)?.rows ?? []).filter(
      ({ values }) => textOf(values[2]) !== '',
    ).length;
    return [
      { what: 'typing', door: 'onEdit', go: (one) => (one.edit(CONTACTS_TAB, row + 1, 3, LATE), null) },
    ];
  },
  finish: (host) => pressAgain(host, press('markNextSteps')),
  target: { person: LATE, heading: 'Notes', text: 'came by herself' },
  expects: (view) => (formulaOfLate(view).startsWith('=') ? [] : ['no formula came']),
  undoable: false,
};
