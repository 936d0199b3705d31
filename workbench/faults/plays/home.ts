// Assignments that come home: the full run with edits on both sides and with a person's answers, and the simple trigger
// after a touch and after edits on either side. What a trigger leaves undone the next full run does.
import type { HomeAnswers, HomeView } from '../../../src/commands/homeAnswers';
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play, Step } from '../play';
import { volunteerTabs } from '../judgeTabs';
import {
  headingsOf,
  linesOf,
  logTabs,
  NAME,
  NAME_IN_TAB,
  peopleOf,
  rowWith,
  tabNamed,
  viewOf,
  type FileView,
} from '../reader';
import { answerOf, ask, CONTACTS_TAB, LOG_TAB, open, usedBefore, type Built } from '../sample';
import { cells } from './contacts';
import { idOf } from './log';

const NOTHING: HomeAnswers = { conflicts: [], missing: [], twins: [], counts: [] };
const EVEN = { due: '', cap: 0, moves: [] };

const OWNERS: Readonly<Record<string, readonly string[]>> = {
  Ana: ['Ruth', 'Tamar', 'Gus', 'Ines', 'Odile'],
  Bo: ['Noor', 'Lena', 'Pia', 'Mo'],
  Chidi: ['Sami', 'Sol', 'Bea', 'Lou', 'Max'],
};

/** Types a text into the cell of this person under this heading; nothing of the add-on runs. */
function put(host: Host, tab: string, person: string, heading: string, text: string): void {
  const state = tabNamed(host.model.committed(), tab);
  const column = state === null ? 0 : headingsOf(state).indexOf(heading) + 1;
  const row = state === null ? 0 : rowWith(state, tab === CONTACTS_TAB ? NAME : NAME_IN_TAB, person);
  const done = host.model.typeInto(tab, row, column, text);
  if (!done.ok) throw new Error(`${heading} of ${person} in ${tab}: ${done.message}`);
}

/** A line below the last one of a tab. */
function addLine(host: Host, tab: string, line: Readonly<Record<string, string>>): void {
  const state = tabNamed(host.model.committed(), tab);
  const headings = state === null ? [] : headingsOf(state);
  const by = tab === CONTACTS_TAB ? NAME : NAME_IN_TAB;
  const people = state === null ? [] : [...peopleOf(state, undefined, by).lines.keys()];
  for (const [heading, text] of Object.entries(line))
    host.model.typeInto(tab, people.length + 2, headings.indexOf(heading) + 1, text);
}

/** Three volunteers have their tabs. */
async function given(built: Built): Promise<Host> {
  const host = open(await usedBefore(built), built);
  for (const [owner, people] of Object.entries(OWNERS))
    for (const person of people) put(host, CONTACTS_TAB, person, 'Owner', owner);
  ask(host, 'buildTabs', EVEN);
  return host;
}

/** Everything that a full run has to bring somewhere. */
async function changed(built: Built): Promise<Host> {
  const host = await given(built);
  put(host, CONTACTS_TAB, 'Ruth', 'Notes', 'Seen at the fair');
  put(host, '→ Ana', 'Ruth', 'Notes', 'Rings back');
  put(host, '→ Ana', 'Tamar', 'Known by', 'Chidi');
  put(host, CONTACTS_TAB, 'Gus', 'Known by', 'Bo');
  put(host, '→ Bo', 'Noor', 'What happened', 'no answer');
  put(host, CONTACTS_TAB, 'Lena', 'Phone', '555-0199');
  addLine(host, '→ Chidi', {
    Organization: 'Gull Island Quilters',
    'Contact name': 'Vera',
    'How to reach them': 'vera@quilters.example.org',
  });
  addLine(host, CONTACTS_TAB, {
    Organization: 'Saltmarsh Reading Room',
    Contact: 'Abe',
    'E-mail': 'abe@saltmarsh.example.org',
    Owner: 'Chidi',
    Status: 'Ready',
  });
  return host;
}

const withLog = async (built: Built): Promise<Moment> => momentOf(await changed(built));

/** A touch waits in a tab, and somebody deleted the log; the tabs still name it. */
async function withoutLog(built: Built): Promise<Moment> {
  const host = await given(built);
  put(host, '→ Bo', 'Noor', 'What happened', 'no answer');
  host.model.deleteTab(LOG_TAB);
  return momentOf(host);
}

const HOME = press('bringHome', NOTHING);

/** Lines of the log about a touch or about who has a contact. */
const logged = (view: FileView, kind: string, organization: string): number =>
  logTabs(view.workbook)
    .flatMap((tab) => linesOf(tab))
    .filter((line) => line.get('Kind') === kind && line.get('Organization') === organization).length;

const once = (view: FileView, kind: string, organization: string): string[] => {
  const times = logged(view, kind, organization);
  return times === 1 ? [] : [`the log says ${times} times “${kind}” of ${organization}`];
};

/** Cells of a volunteer's tab that must read so: "Ruth: Notes". */
const inTab =
  (name: string, wanted: Readonly<Record<string, string>>) =>
  (view: FileView): string[] => {
    const tab = tabNamed(view.workbook, name);
    const { lines } =
      tab === null ? { lines: new Map<string, never>() } : peopleOf(tab, undefined, NAME_IN_TAB);
    return Object.entries(wanted).flatMap(([place, text]) => {
      const [person = '', heading = ''] = place.split(': ');
      const is = lines.get(person)?.get(heading) ?? '';
      return is === text ? [] : [`${place} in “${name}” reads “${is}”, not “${text}”`];
    });
  };

const BOTH_NOTES = 'Seen at the fair\nRings back';
const TODAY_CELL = '46338';

const allHome = (view: FileView): string[] => [
  ...cells({
    'Ruth: Notes': BOTH_NOTES,
    'Tamar: Known by': 'Chidi',
    'Gus: Known by': 'Bo',
    'Noor: Last contacted': TODAY_CELL,
    'Vera: E-mail': 'vera@quilters.example.org',
    'Vera: Owner': 'Chidi',
    'Abe: Owner': 'Chidi',
  })(view),
  ...inTab('→ Ana', { 'Ruth: Notes': BOTH_NOTES, 'Gus: Known by': 'Bo' })(view),
  ...inTab('→ Bo', {
    'Noor: What happened': '',
    'Lena: How to reach them': 'lena@oldmill.example.org\n555-0199',
  })(view),
  ...inTab('→ Chidi', {
    'Vera: How to reach them': 'vera@quilters.example.org',
    'Abe: Organization': 'Saltmarsh Reading Room',
  })(view),
  ...once(view, 'no answer', 'Tidewater Tenants'),
];

const isWhole = (deed: Parameters<NonNullable<Play['also']>>[2]): boolean =>
  deed === null ||
  (deed.deletedTab === undefined &&
    deed.deletedLine === undefined &&
    deed.deletedInTab === undefined &&
    deed.renamed === undefined);

/** Whoever came from a tab or from the contacts stands once in the contacts, with an id that the tab has too. */
function newcomers(view: FileView): string[] {
  const contacts = view.workbook.tabs[0];
  if (contacts === undefined) return [];
  const { lines } = peopleOf(contacts);
  return volunteerTabs(view).flatMap((tab) =>
    [...peopleOf(tab, undefined, NAME_IN_TAB).lines].flatMap(([person, line]) => {
      const [id, own] = [line.get('Outreach ID') ?? '', lines.get(person)?.get('Outreach ID') ?? ''];
      return id === own && id !== '' ? [] : [`${person} has the id “${id}” in “${tab.name}”, not “${own}”`];
    }),
  );
}

/** Another full run changes nothing. */
function settled(host: Host): string[] {
  const texts = () =>
    JSON.stringify(
      viewOf(host).workbook.tabs.map(({ name, rows }) => [name, rows.map(({ values }) => values)]),
    );
  const before = texts();
  const answer = answerOf<HomeView>(host, 'bringHome', NOTHING);
  if (!answer.ok) return [`the next full run says: ${answer.problem.message}`];
  return texts() === before ? [] : [`the next full run still changes something: ${answer.value.message}`];
}

const also: Play['also'] = (host, view, deed) =>
  isWhole(deed) ? [...newcomers(view), ...(deed === null ? settled(host) : [])] : [];

/** Of Noor, before the touch. */
const UNTOUCHED: Readonly<Record<string, string>> = { Answer: '', 'Last contacted': '46327' };

/** What a colleague typed on the one side may have come over, and what they took away with a tab could not go home. */
const accepts: Play['accepts'] = (person, heading, text, deed) => {
  // Without its heading it had no place when the touch was written down.
  if (deed?.renamed !== undefined && UNTOUCHED[heading] === text) return true;
  const typed = deed?.typed;
  const own: Readonly<Record<string, string>> = { 'What happened': 'Answer' };
  if (typed?.line === person && (own[typed.heading] ?? typed.heading) === heading)
    return text === typed.text || text.split('\n').includes(typed.text);
  return false;
};

const base: Pick<Play, 'finish' | 'target' | 'also' | 'accepts' | 'keeps' | 'putsBack'> = {
  putsBack: true,
  // Taken out of the dropdown it stands in the log.
  keeps: (view, { heading, text }) =>
    heading === 'What happened' &&
    logTabs(view.workbook).some((tab) => linesOf(tab).some((line) => line.get('Kind') === text)),
  finish: (host) => pressAgain(host, HOME),
  target: {
    person: 'Tamar',
    heading: 'Known by',
    text: 'Ana',
    inTab: { tab: '→ Ana', person: 'Gus', heading: 'Known by', text: 'Chidi' },
  },
  also,
  accepts,
};

export const BRING_HOME: Play = {
  command: 'bringHome',
  about: 'edits on both sides, notes, a touch, new rows',
  start: withLog,
  steps: () => [HOME],
  ...base,
  expects: allHome,
  newLines: 1,
  undoable: true,
};

export const BRING_HOME_NO_LOG: Play = {
  ...BRING_HOME,
  about: 'a touch without a log',
  start: withoutLog,
  target: {
    person: 'Noor',
    heading: 'Last contacted',
    // A later day, as the sheet keeps it: it stays.
    text: '46346',
    inTab: { tab: '→ Bo', heading: 'What happened', text: 'talked' },
  },
  expects: (view) => [
    ...cells({ 'Noor: Last contacted': TODAY_CELL })(view),
    ...inTab('→ Bo', { 'Noor: What happened': '' })(view),
    ...once(view, 'no answer', 'Tidewater Tenants'),
  ],
};

const COPY = 'Copy of → Bo';

/** Everything that a full run asks about, and it has asked. */
async function asked(built: Built): Promise<Moment> {
  const host = await given(built);
  put(host, '→ Ana', 'Tamar', 'Known by', 'Chidi');
  put(host, CONTACTS_TAB, 'Tamar', 'Known by', 'Bo');
  for (const person of ['Ruth', 'Gus']) {
    const tab = tabNamed(host.model.committed(), '→ Ana');
    host.model.deleteRows('→ Ana', tab === null ? 0 : rowWith(tab, NAME_IN_TAB, person));
  }
  addLine(host, '→ Chidi', { Organization: 'Amity St. Church', 'Contact name': 'Wim' });
  const app = host.globals()['SpreadsheetApp'] as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const file = app.getActiveSpreadsheet();
  file.getSheetByName('→ Bo')?.copyTo(file).setName(COPY);
  app.flush();
  put(host, COPY, 'Noor', 'Known by', 'Ana');
  ask(host, 'bringHome', NOTHING);
  return momentOf(host);
}

/** What the person chose, in the file as it stands. */
function answers(host: Host): HomeAnswers {
  const { tabs } = host.model.committed();
  const tab = (name: string) => tabs.find((one) => one.name === name || one.name === 'My list');
  const tabId = tab('→ Ana')?.id ?? 0;
  const chidis = tab('→ Chidi');
  return {
    conflicts: [
      { id: idOf(host, 'Tamar'), column: 'Known by', tabId, tab: 'Chidi', contacts: 'Bo', keep: 'tab' },
    ],
    missing: [
      { tabId, ids: [idOf(host, 'Ruth')], handBack: true },
      { tabId, ids: [idOf(host, 'Gus')], handBack: false },
    ],
    twins: [
      {
        tabId: chidis?.id ?? 0,
        row: chidis === undefined ? 0 : rowWith(chidis, NAME_IN_TAB, 'Wim'),
        organization: 'Amity St. Church',
        id: '',
      },
    ],
    counts: [tab(COPY)?.id ?? 0],
  };
}

const answering = (host: Host): Step => press('bringHome', answers(host));

export const ANSWERS_HOME: Play = {
  ...base,
  command: 'bringHome',
  about: 'with answers: conflict, rows that are gone, a likely duplicate, a copy',
  start: asked,
  steps: (host) => [answering(host)],
  finish: (host) => pressAgain(host, answering(host)),
  target: { ...base.target, inTab: { tab: '→ Ana', person: 'Tamar', heading: 'Known by', text: 'Ana' } },
  expects: (view) => [
    ...cells({
      'Tamar: Known by': 'Chidi',
      'Ruth: Owner': '',
      'Gus: Owner': 'Ana',
      'Wim: Owner': 'Chidi',
      'Noor: Known by': 'Ana',
    })(view),
    ...inTab('→ Ana', { 'Tamar: Known by': 'Chidi', 'Gus: Contact name': 'Gus', 'Ruth: Contact name': '' })(
      view,
    ),
    ...once(view, 'handed over', 'Amity Street Church'),
  ],
  newLines: 1,
  undoable: true,
};

/** Somebody types into a cell, and the simple trigger runs. Nobody hears what it says. */
const typing = (tab: string, person: string, heading: string, text: string): Step => ({
  what: `“${text}” into ${heading} of ${person} in “${tab}”`,
  door: 'onEdit',
  go: (host) => {
    const state = tabNamed(host.model.committed(), tab);
    const row = state === null ? 0 : rowWith(state, tab === CONTACTS_TAB ? NAME : NAME_IN_TAB, person);
    host.edit(tab, row, state === null ? 0 : headingsOf(state).indexOf(heading) + 1, text);
    return null;
  },
});

export const TOUCH: Play = {
  command: 'onEdit',
  about: 'a touch chosen in a volunteer’s tab',
  start: async (built) => momentOf(await given(built)),
  steps: () => [typing('→ Bo', 'Noor', 'What happened', 'talked')],
  ...base,
  target: {
    person: 'Noor',
    heading: 'Answer',
    text: 'yes, in June',
    inTab: { tab: '→ Bo', heading: 'What happened', text: 'said yes' },
  },
  expects: (view) => [
    ...cells({ 'Noor: Answer': 'talked', 'Noor: Last contacted': TODAY_CELL })(view),
    ...inTab('→ Bo', { 'Noor: What happened': '' })(view),
    ...once(view, 'talked', 'Tidewater Tenants'),
  ],
  newLines: 1,
  undoable: false,
};

/** Somebody fills one column of neighbouring rows at once, from this person down, and the simple trigger runs once. */
const filling = (tab: string, person: string, heading: string, texts: readonly string[]): Step => ({
  what: `${texts.length} rows of ${heading} from ${person} down in “${tab}”`,
  door: 'onEdit',
  go: (host) => {
    const state = tabNamed(host.model.committed(), tab);
    const row = state === null ? 0 : rowWith(state, NAME_IN_TAB, person);
    const column = state === null ? 0 : headingsOf(state).indexOf(heading) + 1;
    host.paste(
      tab,
      row,
      column,
      texts.map((text) => [text]),
    );
    return null;
  },
});

export const TOUCHES: Play = {
  ...TOUCH,
  about: 'touches chosen in several rows of a volunteer’s tab at once',
  steps: () => [
    filling('→ Bo', 'Noor', 'What happened', ['talked', 'no answer', 'left a message', 'talked']),
    HOME,
  ],
  expects: (view) => [
    ...cells({
      'Noor: Answer': 'talked',
      'Mo: Answer': 'talked',
      'Lena: Last contacted': TODAY_CELL,
      'Pia: Last contacted': TODAY_CELL,
    })(view),
    ...inTab('→ Bo', { 'Noor: What happened': '', 'Mo: What happened': '' })(view),
    ...once(view, 'talked', 'Tidewater Tenants'),
    ...once(view, 'no answer', 'Old Mill Bakery'),
    ...once(view, 'left a message', 'Harbor Nurses Association'),
    ...once(view, 'talked', 'Green Thimble Tailors'),
  ],
  newLines: 4,
};

export const EDIT_IN_TAB: Play = {
  command: 'onEdit',
  about: 'an edit in a volunteer’s tab, and one that the trigger missed',
  start: async (built) => {
    const host = await given(built);
    put(host, '→ Ana', 'Gus', 'Notes', 'Rings back');
    return momentOf(host);
  },
  steps: () => [typing('→ Ana', 'Tamar', 'Known by', 'Chidi')],
  ...base,
  target: {
    ...base.target,
    inTab: { tab: '→ Ana', person: 'Tamar', heading: 'Known by', text: 'Bo' },
  },
  expects: cells({ 'Tamar: Known by': 'Chidi', 'Gus: Notes': 'Rings back' }),
  undoable: false,
};

export const EDIT_IN_CONTACTS: Play = {
  command: 'onEdit',
  about: 'an edit in the contacts that a volunteer’s tab shows',
  start: async (built) => momentOf(await given(built)),
  steps: () => [typing(CONTACTS_TAB, 'Tamar', 'Known by', 'Chidi')],
  ...base,
  target: {
    ...base.target,
    inTab: { tab: '→ Ana', person: 'Tamar', heading: 'Known by', text: 'Bo' },
  },
  expects: inTab('→ Ana', { 'Tamar: Known by': 'Chidi' }),
  undoable: false,
};
