// What other people do in the sheet while the add-on runs: each once between every two calls. None of it fires a
// trigger, and none of it is asked of the add-on.
import type { Model } from '../host/sheets/workbook';
import type { TabState } from '../host/sheets/state';
import {
  headingsOf,
  linesOf,
  logTabs,
  NAME,
  NAME_IN_TAB,
  rowWith,
  tabNamed,
  textOf,
  type Renamed,
} from './reader';
import { CONTACTS_TAB } from './sample';

/** The cell that the command under test writes, and what a colleague types into it. */
export interface Target {
  readonly person: string;
  readonly heading: string;
  readonly text: string;
  /** A cell of a volunteer's tab, of the same person where no other is named. */
  readonly inTab?: {
    readonly tab: string;
    readonly person?: string;
    readonly heading: string;
    readonly text: string;
    /** The heading above the names, where it is not that of a volunteer's tab. */
    readonly by?: string;
  };
}

export type Where = 'contacts' | 'log' | 'volunteer';

export interface Typed {
  readonly line: string;
  readonly heading: string;
  readonly text: string;
  /** Sheet id of the volunteer's tab where it was typed; absent for contacts and log. */
  readonly tab?: number;
  /** The heading above the names there; that of a volunteer's tab if absent. */
  readonly by?: string;
}

/** What was done, as far as the judge must know it. */
export interface Deed {
  /** A cell with what the colleague typed: it must stand in the end. `line` is a person, or an entry id of the log. */
  readonly typed?: Typed;
  /** Person, or entry id of the log, whose line is gone. */
  readonly deletedLine?: string;
  /** Person whose row in a volunteer's tab is gone. */
  readonly deletedInTab?: string;
  readonly deletedTab?: true;
  readonly renamed?: Renamed;
  /** What they call a tab now. */
  readonly tabName?: string;
  /** Another lead ran the same command. */
  readonly rival?: true;
  /** Takes it back, as Ctrl+Z does: for where the add-on says that it cannot go on. */
  readonly putBack?: () => void;
}

export interface Colleague {
  readonly what: string;
  readonly where: Where;
  /** null where there is nothing to do it to: the log is not made yet. */
  readonly act: (model: Model, target: Target) => Deed | null;
}

export const OTHER_HEADING = 'Something else';

const contacts = (model: Model) => tabNamed(model.committed(), CONTACTS_TAB);
const log = (model: Model) => logTabs(model.committed())[0] ?? null;

/** The newest line whose message is on its way, else the newest of all. null where the log is missing or blank. */
function logLine(tab: TabState): { row: number; entry: string } | null {
  const lines = linesOf(tab).map((line, index) => ({
    row: index + 2,
    entry: line.get('Entry id') ?? '',
    open: line.get('Result') === 'sending',
  }));
  const filled = lines.filter(({ entry }) => entry !== '');
  return filled.filter(({ open }) => open).at(-1) ?? filled.at(-1) ?? null;
}

const OF: Readonly<Record<Where, string>> = {
  contacts: 'of the contacts',
  log: 'of the log',
  volunteer: 'of a volunteer’s tab',
};

const TABS: Readonly<Record<Where, (model: Model, target: Target) => TabState | null>> = {
  contacts,
  log,
  volunteer: (model, { inTab }) => (inTab === undefined ? null : tabNamed(model.committed(), inTab.tab)),
};

/** Something that a person can always do; throws where the stand-in refuses, for then nothing would be tested. */
function must(done: { readonly ok: boolean; readonly message?: string }): void {
  if (!done.ok) throw new Error(`The colleague could not do it: ${done.message ?? ''}`);
}

const onTab = (
  where: Where,
  what: string,
  act: (model: Model, tab: TabState, target: Target) => Deed | null,
): Colleague => ({
  where,
  what: `somebody ${what} ${OF[where]}`,
  act: (model, target) => {
    const tab = TABS[where](model, target);
    return tab === null ? null : act(model, tab, target);
  },
});

/** A heading that is there in any case: the one the command writes under, or one of the log. */
const headingIn = (where: Where, tab: TabState, { heading, inTab }: Target): string => {
  if (where === 'log') return 'Result';
  if (where === 'volunteer') return inTab?.heading ?? '';
  return headingsOf(tab).includes(heading) ? heading : 'Status';
};

function common(where: Where): Colleague[] {
  return [
    onTab(where, 'inserts two rows at the top', (model, tab) => {
      must(model.insertRows(tab.id, 2, 2));
      return {};
    }),
    onTab(where, 'sorts the rows', (model, tab, { inTab }) => {
      const column =
        headingsOf(tab).indexOf(where === 'volunteer' ? (inTab?.by ?? 'Organization') : 'Organization') + 1;
      must(model.sortTab(tab.id, [{ column, ascending: false }], 2));
      return {};
    }),
    onTab(where, 'renames a heading', (model, tab, target) => {
      const heading = headingIn(where, tab, target);
      const column = headingsOf(tab).indexOf(heading) + 1;
      must(model.typeInto(tab.id, 1, column, OTHER_HEADING));
      return {
        renamed: new Map([[OTHER_HEADING, heading]]),
        putBack: () => {
          const now = model.committed().tabs.find(({ id }) => id === tab.id);
          const standing = now ? headingsOf(now).indexOf(OTHER_HEADING) + 1 : 0;
          if (standing > 0) must(model.typeInto(tab.id, 1, standing, heading));
        },
      };
    }),
    onTab(where, 'moves a column', (model, tab, target) => {
      must(model.moveColumn(tab.id, headingsOf(tab).indexOf(headingIn(where, tab, target)) + 1, 1));
      return {};
    }),
    onTab(where, 'renames the tab', (model, tab) => {
      const tabName = where === 'log' ? 'What we did' : where === 'volunteer' ? 'My list' : 'People';
      must(model.renameTab(tab.id, tabName));
      return { tabName };
    }),
    onTab(where, 'deletes the tab', (model, tab) => {
      const before = model.committed();
      const at = before.tabs.findIndex(({ id }) => id === tab.id);
      must(model.deleteTab(tab.id));
      return {
        deletedTab: true,
        putBack: () => {
          const now = model.committed();
          const metadata = before.metadata.filter(({ place }) => 'tab' in place && place.tab === tab.id);
          model.restore({
            ...now,
            tabs: now.tabs.toSpliced(at, 0, tab),
            metadata: [...now.metadata, ...metadata],
          });
        },
      };
    }),
  ];
}

const OF_CONTACTS: readonly Colleague[] = [
  onTab('contacts', 'deletes a row', (model, tab, { person }) => {
    const row = rowWith(tab, NAME, person);
    if (row === 0) return null;
    must(model.deleteRows(tab.id, row));
    return { deletedLine: person };
  }),
  onTab('contacts', 'types into the same cell', (model, tab, { person, heading, text }) => {
    const headings = headingsOf(tab);
    const standing = headings.indexOf(heading) + 1;
    // A column that is not there yet: they begin one of their own at its place.
    const column = standing || headings.filter((name) => name !== '').length + 1;
    const row = rowWith(tab, NAME, person);
    if (row === 0) return null;
    const own = standing === 0 ? 'Seen by' : heading;
    if (standing === 0) must(model.typeInto(tab.id, 1, column, own));
    must(model.typeInto(tab.id, row, column, text));
    return { typed: { line: person, heading: own, text } };
  }),
];

const OF_LOG: readonly Colleague[] = [
  onTab('log', 'deletes a line', (model, tab) => {
    const line = logLine(tab);
    if (line === null) return null;
    must(model.deleteRows(tab.id, line.row));
    return { deletedLine: line.entry };
  }),
  onTab('log', 'types a note into a line', (model, tab) => {
    const line = logLine(tab);
    const column = headingsOf(tab).indexOf('Notes') + 1;
    if (line === null || column === 0) return null;
    must(model.typeInto(tab.id, line.row, column, 'I know her'));
    return { typed: { line: line.entry, heading: 'Notes', text: 'I know her' } };
  }),
];

/** The row of this person in a volunteer's tab; 0 where it is not there. */
const rowInTab = (tab: TabState, { person, inTab }: Target): number =>
  rowWith(tab, inTab?.by ?? NAME_IN_TAB, inTab?.person ?? person);

const OF_VOLUNTEER: readonly Colleague[] = [
  onTab('volunteer', 'deletes a row', (model, tab, target) => {
    const row = rowInTab(tab, target);
    if (row === 0) return null;
    must(model.deleteRows(tab.id, row));
    return { deletedInTab: target.inTab?.person ?? target.person };
  }),
  onTab('volunteer', 'types into the same cell', (model, tab, target) => {
    const { inTab, person } = target;
    const [row, column] = [rowInTab(tab, target), headingsOf(tab).indexOf(inTab?.heading ?? '') + 1];
    if (inTab === undefined || row === 0 || column === 0) return null;
    must(model.typeInto(tab.id, row, column, inTab.text));
    return {
      typed: {
        line: inTab.person ?? person,
        heading: inTab.heading,
        text: inTab.text,
        tab: tab.id,
        ...(inTab.by === undefined ? {} : { by: inTab.by }),
      },
    };
  }),
  onTab('volunteer', 'adds a line to the notes', (model, tab, target) => {
    const { inTab, person } = target;
    const [row, column] = [rowInTab(tab, target), headingsOf(tab).indexOf('Notes') + 1];
    if (inTab === undefined || row === 0 || column === 0) return null;
    const before = textOf(tab.rows[row - 1]?.values[column - 1]);
    must(model.typeInto(tab.id, row, column, `${before}\nBack on Monday`));
    return {
      typed: { line: inTab.person ?? person, heading: 'Notes', text: 'Back on Monday', tab: tab.id },
    };
  }),
];

export const COLLEAGUES: readonly Colleague[] = [
  ...common('contacts'),
  ...OF_CONTACTS,
  ...common('log'),
  ...OF_LOG,
  ...common('volunteer'),
  ...OF_VOLUNTEER,
];
