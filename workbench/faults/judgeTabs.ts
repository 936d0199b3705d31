// Judges the volunteers' tabs after a run with a fault: every row stands once and reads as after a run without faults,
// what people typed is there, and no cell of one row stands in another.
import type { Finding, Case, Scene } from './judge';
import { holds, isKept } from './play';
import { NAME_IN_TAB, peopleOf, straysBeyond, textOf, type FileView, type Line, type People } from './reader';
import type { TabState } from '../host/sheets/state';

const RECORD = 'Outreach record';
/** The hidden column of a plan, whose rows are known by their task. */
const PLAN_RECORD = 'Plan record';

const has = ({ rows }: TabState, record: string): boolean =>
  (rows[0]?.values ?? []).some((heading) => textOf(heading).startsWith(record));

/** Tabs with the hidden column of a volunteer's tab, whatever they are called. */
export function volunteerTabs({ workbook }: FileView): TabState[] {
  return workbook.tabs.filter((tab) => has(tab, RECORD));
}

const planTabs = ({ workbook }: FileView): TabState[] => workbook.tabs.filter((tab) => has(tab, PLAN_RECORD));

/** Made anew in each run, or worked out by the add-on from what else there is. */
const FREE = ['Outreach ID', 'Next step', 'Task id', PLAN_RECORD];

const NOBODY: People = { lines: new Map(), strays: [] };

export function judgeVolunteerTabs(scene: Scene, one: Case, view: FileView): Finding[] {
  const { deed } = one;
  return [...volunteerTabs(scene.clean), ...planTabs(scene.clean)].flatMap((clean): Finding[] => {
    const by = has(clean, RECORD) ? NAME_IN_TAB : 'Task';
    const tab = view.workbook.tabs.find(({ id }) => id === clean.id);
    // A tab that the command makes is judged by its play.
    const was = scene.before.workbook.tabs.find(({ id }) => id === clean.id);
    if (was === undefined) return [];
    if (tab === undefined)
      return deed?.deletedTab === true
        ? []
        : [{ kind: 'overwritten', text: `the tab “${clean.name}” is gone` }];
    const wanted = peopleOf(clean, undefined, by).lines;
    const before = peopleOf(was, undefined, by).lines;
    const is = peopleOf(tab, deed?.renamed, by);
    const added = scene.play.adds?.(deed)?.tab;
    return [
      ...straysBeyond(is, NOBODY, added?.name === clean.name ? added.cells : []).map((text): Finding => ({
        kind: 'wrongRow',
        text: `nobody’s row in “${clean.name}”: ${text}`,
      })),
      ...[...new Set([...wanted.keys(), ...before.keys()])].flatMap((person) =>
        judgeRow(scene, one, view, {
          tab,
          person,
          was: before.get(person),
          wanted: wanted.get(person),
          is: is.lines.get(person),
        }),
      ),
      ...judgeRecords(is.lines),
    ];
  });
}

interface Row {
  readonly tab: TabState;
  readonly person: string;
  readonly was: Line | undefined;
  readonly wanted: Line | undefined;
  readonly is: Line | undefined;
}

function judgeRow(
  { play }: Scene,
  { deed, ending, inGap }: Case,
  view: FileView,
  { tab, person, was, wanted, is }: Row,
): Finding[] {
  if (deed?.deletedLine === person || deed?.deletedInTab === person) return [];
  if (wanted === undefined)
    return is === undefined ? [] : [{ kind: 'halfWritten', text: `${person} still stands in “${tab.name}”` }];
  if (is === undefined)
    return [
      {
        kind: was === undefined ? 'halfWritten' : 'overwritten',
        text: `${person} is not in “${tab.name}”`,
      },
    ];
  const found: Finding[] = [];
  for (const [heading, planned] of wanted) {
    if (FREE.includes(heading) || heading.startsWith(RECORD)) continue;
    const [before, text] = [was?.get(heading) ?? '', is.get(heading) ?? ''];
    const say = (kind: Finding['kind']): void => {
      found.push({
        kind,
        text: `${heading} of ${person} in “${tab.name}” reads “${text}”, before “${before}”, wanted “${planned}”`,
      });
    };
    const typed = deed?.typed?.line === person ? deed.typed : undefined;
    if (typed?.tab === tab.id && typed.heading === heading) {
      if (!holds(text, typed) && !isKept(play, view, typed)) say(inGap ? 'raced' : 'overwritten');
      continue;
    }
    if (text === planned || play.accepts?.(person, heading, text, deed) === true) continue;
    // What a colleague typed in the contacts has come here, or the add-on says what it left.
    if (typed !== undefined && holds(text, typed)) continue;
    if (text === before && deed !== null && ending.said.length > 0) continue;
    say(planned === before ? 'overwritten' : 'halfWritten');
  }
  return found;
}

/** The record of a row names the contact of that row. */
function judgeRecords(lines: ReadonlyMap<string, Line>): Finding[] {
  return [...lines].flatMap(([person, line]): Finding[] => {
    const [, record = ''] = [...line].find(([heading]) => heading.startsWith(RECORD)) ?? [];
    const id = line.get('Outreach ID') ?? '';
    return record === '' || id === '' || record.includes(`"${id}"`)
      ? []
      : [{ kind: 'wrongRow', text: `${person} has the record of another row` }];
  });
}
