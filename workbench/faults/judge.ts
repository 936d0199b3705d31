// Judges a file after a run with a fault was run again to its end: what the contacts, the log, the hidden tab and the
// mailboxes say, compared with the file before and with a run without any fault.
import type { Host } from '../host/createHost';
import type { Deed } from './colleagues';
import { holds, isKept, type Ending, type Play } from './play';
import {
  lettersOf,
  linesOf,
  logTabs,
  peopleOf,
  recordsOf,
  straysBeyond,
  viewOf,
  type FileView,
  type Line,
  type People,
} from './reader';
import type { TabState } from '../host/sheets/state';
import { judgeVolunteerTabs } from './judgeTabs';
import { CONTACTS_TAB } from './sample';

export const KINDS = ['sentTwice', 'lost', 'wrongRow', 'overwritten', 'halfWritten', 'raced'] as const;
export type Kind = (typeof KINDS)[number];

export interface Finding {
  readonly kind: Kind;
  readonly text: string;
}

export interface Scene {
  readonly play: Play;
  readonly before: FileView;
  /** As it is after a run without any fault. */
  readonly clean: FileView;
}

export interface Case {
  readonly host: Host;
  /** What a colleague did; null for a run that was cut off. */
  readonly deed: Deed | null;
  readonly ending: Ending;
  /** True where the colleague typed inside the one gap that no code can close. */
  readonly inGap: boolean;
}

const OURS = ['Outreach ID', 'Next step', 'Next step (2)'];
const OPEN = ['sending', 'unknown'];

export function judge(scene: Scene, one: Case): Finding[] {
  const view = viewOf(one.host);
  return [
    ...judgeMail(scene, one, view),
    ...judgeContacts(scene, one, view),
    ...judgeLog(scene, one, view),
    ...judgeTabs(scene, view, one),
    ...judgeVolunteerTabs(scene, one, view),
    ...judgeEnding(one),
    ...(scene.play.also?.(one.host, view, one.deed) ?? []).map(half),
  ];
}

const half = (text: string): Finding => ({ kind: 'halfWritten', text });

/** Nothing can be done any more for somebody whose row a colleague took out. */
function judgeEnding({ ending, deed }: Case): Finding[] {
  return ending.refused === '' || deed?.deletedLine !== undefined
    ? []
    : [half(`it cannot be brought to its end: ${ending.refused}`)];
}

function contactsTab(scene: Scene, view: FileView) {
  const id = scene.before.workbook.tabs.find(({ name }) => name === CONTACTS_TAB)?.id;
  return view.workbook.tabs.find((tab) => tab.id === id) ?? null;
}

function judgeMail(scene: Scene, { host, deed, ending }: Case, view: FileView): Finding[] {
  const known = new Set(lettersOf(scene.before).map(({ id }) => id));
  const times = new Map<string, number>();
  // A test to oneself has no key, and may come as often as one presses.
  for (const { to, key, id } of lettersOf(view))
    if (!known.has(id) && key !== '') times.set(to, (times.get(to) ?? 0) + 1);
  const found: Finding[] = [];
  const tab = contactsTab(scene, view);
  for (const [to, count] of times)
    if (count > 1) found.push({ kind: 'sentTwice', text: `${to} got ${count} messages` });
  const keys = lettersOf(view).map(({ to, key }) => (key === '' ? '' : `${key} to ${to}`));
  for (const key of keys)
    if (key !== '' && keys.indexOf(key) !== keys.lastIndexOf(key))
      found.push({ kind: 'sentTwice', text: `${key} left more than once` });
  for (const to of scene.play.letters ?? []) {
    if (times.has(to)) continue;
    const line = tab === null ? undefined : contactWith(tab, to, deed);
    const name = line?.get('Organization') ?? '';
    const isTold = name === '' || ending.said.some((text) => text.includes(name));
    if (deed !== null && (isTold || (scene.play.wordFor?.(host, to) ?? '') !== '')) continue;
    found.push({ kind: 'lost', text: `${to} got no message` });
  }
  return found;
}

const contactWith = (tab: TabState, address: string, deed: Deed | null): Line | undefined =>
  [...peopleOf(tab, deed?.renamed).lines.values()].find((line) => line.get('E-mail') === address);

function judgeContacts(scene: Scene, one: Case, view: FileView): Finding[] {
  const { deed } = one;
  const tab = contactsTab(scene, view);
  if (tab === null)
    return deed?.deletedTab === true ? [] : [{ kind: 'overwritten', text: 'the tab of contacts is gone' }];
  const was = peopleOf(contactsTab(scene, scene.before) ?? tab);
  const should = peopleOf(contactsTab(scene, scene.clean) ?? tab);
  const is = peopleOf(tab, deed?.renamed);
  return [
    ...straysBeyond(is, should, scene.play.adds?.(deed)?.contacts).map((text): Finding => ({
      kind: 'wrongRow',
      text: `nobody’s row: ${text}`,
    })),
    ...[...was.lines].flatMap(([person, line]) =>
      judgePerson(scene, one, view, { was, should, is }, person, line),
    ),
    ...judgeIds(is),
  ];
}

function judgePerson(
  { play }: Scene,
  { deed, ending, inGap }: Case,
  view: FileView,
  { should, is }: { was: People; should: People; is: People },
  person: string,
  was: Line,
): Finding[] {
  const now = is.lines.get(person);
  if (deed?.deletedLine === person) return [];
  const reached = play.reached?.(view, person) ?? true;
  const wanted = should.lines.get(person);
  if (wanted === undefined && reached) return now === undefined ? [] : [half(`${person} still stands there`)];
  if (now === undefined) return [{ kind: 'overwritten', text: `${person} is gone` }];
  const found: Finding[] = [];
  const headings = new Set([...was.keys(), ...(wanted?.keys() ?? []), ...now.keys()]);
  const typed = deed?.typed?.tab === undefined && deed?.typed?.line === person ? deed.typed : undefined;
  if (typed !== undefined) headings.add(typed.heading);
  for (const heading of headings) {
    const before = was.get(heading) ?? '';
    const text = now.get(heading) ?? '';
    const planned = wanted?.get(heading) ?? '';
    const say = (kind: Kind): void => {
      found.push({
        kind,
        text: `${heading} of ${person} reads “${text}”, before “${before}”, wanted “${planned}”`,
      });
    };
    if (typed?.heading === heading) {
      if (!holds(text, typed) && !isKept(play, view, typed)) say(inGap ? 'raced' : 'overwritten');
      continue;
    }
    if (OURS.includes(heading) && before === '') continue;
    const goal = reached ? planned : before;
    if (isSame(text, goal)) continue;
    if (play.accepts?.(person, heading, text, deed) === true) continue;
    const ofAnother = [...should.lines].some(
      ([other, line]) => other !== person && text !== '' && line.get(heading) === text && planned !== text,
    );
    if (planned === before) say(ofAnother && text !== '' ? 'wrongRow' : 'overwritten');
    else if (text === before && deed !== null && (ending.said.length > 0 || isTakenAway(deed, person)))
      continue;
    else say(text !== before && ofAnother ? 'wrongRow' : 'halfWritten');
  }
  return found;
}

/** A tab or a row that a volunteer deleted: what it held does not come home any more. */
const isTakenAway = ({ deletedTab, deletedInTab }: Deed, person: string): boolean =>
  deletedTab === true || deletedInTab === person;

/** Formulas name their own row, and columns that people move: what they give is looked at by the play. */
const isSame = (a: string, b: string): boolean => a === b || (a.startsWith('=') && b.startsWith('='));

/** An Outreach ID stands on one row only. */
function judgeIds(is: People): Finding[] {
  const seen = new Map<string, string>();
  const found: Finding[] = [];
  for (const [person, line] of is.lines) {
    const id = line.get('Outreach ID') ?? '';
    const other = seen.get(id);
    if (id !== '' && other !== undefined)
      found.push({ kind: 'wrongRow', text: `${person} and ${other} have the same Outreach ID` });
    seen.set(id, person);
  }
  return found;
}

function judgeLog(scene: Scene, { deed }: Case, view: FileView): Finding[] {
  const found: Finding[] = [];
  const tabs = logTabs(view.workbook, deed?.renamed);
  const deleted = deed?.deletedTab === true;
  if (tabs.length > 1 && !deleted) found.push(half(`there are ${tabs.length} logs`));
  const lines = tabs.flatMap((tab) => linesOf(tab, deed?.renamed)).filter(isFilled);
  const before = logTabs(scene.before.workbook)
    .flatMap((tab) => linesOf(tab))
    .filter(isFilled);
  const after = new Map(
    logTabs(scene.clean.workbook)
      .flatMap((tab) => linesOf(tab))
      .map((line) => [entryOf(line), line]),
  );
  const byEntry = new Map(lines.map((line) => [entryOf(line), line]));
  for (const was of before) {
    const now = byEntry.get(entryOf(was));
    if (now === undefined) {
      if (!deleted && deed?.deletedLine !== entryOf(was))
        found.push({ kind: 'overwritten', text: `the log line of ${was.get('Organization') ?? ''} is gone` });
      continue;
    }
    for (const heading of was.keys()) {
      if (deed?.typed?.line === entryOf(was) && deed.typed.heading === heading) continue;
      const wanted = after.get(entryOf(was))?.get(heading) ?? '';
      const text = now.get(heading) ?? '';
      const place = `${heading} in the log line of ${was.get('Organization') ?? ''}`;
      if (text !== wanted)
        found.push({ kind: 'wrongRow', text: `${place} reads “${text}”, not “${wanted}”` });
    }
  }
  const typed = deed?.typed;
  const note = typed === undefined ? undefined : byEntry.get(typed.line);
  // A note about a person who is forgotten goes with them.
  const isErased = note?.get('Summary') === 'erased' && note.get(typed?.heading ?? '') === '';
  if (
    typed !== undefined &&
    note !== undefined &&
    !isErased &&
    typed.tab === undefined &&
    (note.get(typed.heading) ?? '') !== typed.text
  )
    found.push({ kind: 'overwritten', text: `a note in the log reads “${note.get(typed.heading) ?? ''}”` });
  const known = new Set(before.map(entryOf));
  const fresh = lines.filter((line) => !known.has(entryOf(line)));
  for (const line of fresh)
    for (const heading of ['Entry id', 'When', 'Contact', 'Organization', 'Kind'])
      if ((line.get(heading) ?? '') === '') found.push(half(`a log line has no ${heading}`));
  found.push(...judgeLetters(scene, deed, view, lines));
  const plain = fresh.filter((line) => (line.get('Message key') ?? '') === '').length;
  const wanted = scene.play.newLines ?? 0;
  const gaveWay = scene.play.givesWay === true && deed?.typed !== undefined;
  const isGone = deleted || deed?.deletedLine !== undefined || deed?.deletedInTab !== undefined;
  const twice = deed?.rival === true || deed?.typed?.tab !== undefined;
  // With the tab go all of its lines.
  const missing = deleted ? Math.max(1, wanted) : gaveWay || (deed !== null && isGone) ? 1 : 0;
  const most = twice ? 2 * wanted : wanted;
  if (plain > most || plain < wanted - missing)
    found.push(half(`the log has ${plain} new lines without mail, not ${wanted}`));
  return found;
}

const entryOf = (line: Line): string => line.get('Entry id') ?? '';
const isFilled = (line: Line): boolean => [...line.values()].some((text) => text !== '');

/** Each message that left: one line that says so, one record that says so, and nothing left open. */
function judgeLetters(scene: Scene, deed: Deed | null, view: FileView, lines: readonly Line[]): Finding[] {
  const found: Finding[] = [];
  const known = new Set(lettersOf(scene.before).map(({ id }) => id));
  const records = recordsOf(view.workbook);
  const mayMiss = deed?.deletedTab === true || deed?.deletedLine !== undefined;
  for (const { to, key, id } of lettersOf(view)) {
    if (known.has(id) || key === '') continue;
    const own = lines.filter((line) => line.get('Message key') === key && line.get('Result') === 'sent');
    if (own.length > 1 || (own.length === 0 && !mayMiss))
      found.push(half(`the log says ${own.length} times that ${to} was written to`));
    const wrong = own.find((line) => !(line.get('Address') ?? '').split(', ').includes(to));
    if (wrong !== undefined)
      found.push({
        kind: 'wrongRow',
        text: `the log has ${to}’s message under ${wrong.get('Address') ?? ''}`,
      });
    if (records.get(key) !== 'sent')
      found.push(half(`the record of ${to} says ${records.get(key) ?? 'nothing'}`));
  }
  for (const line of lines) {
    const result = line.get('Result') ?? '';
    if (OPEN.includes(result))
      found.push(half(`the log line of ${line.get('Organization') ?? ''} says ${result}`));
  }
  for (const [key, state] of records)
    if (OPEN.includes(state)) found.push(half(`a record says ${state}: ${key}`));
  return found;
}

/** No tab is left over, none of theirs is gone. */
function judgeTabs(scene: Scene, view: FileView, { deed }: Case): Finding[] {
  const names = new Set(
    [...scene.before.workbook.tabs, ...scene.clean.workbook.tabs].map(({ name }) => name),
  );
  if (deed?.tabName !== undefined) names.add(deed.tabName);
  const ids = new Set(scene.before.workbook.tabs.map(({ id }) => id));
  const found: Finding[] = [];
  for (const tab of view.workbook.tabs)
    if (!ids.has(tab.id) && !names.has(tab.name)) found.push(half(`a tab “${tab.name}” is left over`));
  if (deed?.deletedTab === true) return found;
  for (const tab of scene.before.workbook.tabs)
    if (
      !view.workbook.tabs.some(({ id }) => id === tab.id) &&
      scene.clean.workbook.tabs.some(({ id }) => id === tab.id)
    )
      found.push({ kind: 'overwritten', text: `the tab “${tab.name}” is gone` });
  return found;
}

/** Cells of the contacts that do not read as before the play; those of our own columns are left out. */
export function differsFrom(scene: Scene, view: FileView): string[] {
  const [was, tab] = [contactsTab(scene, scene.before), contactsTab(scene, view)];
  if (was === null || tab === null) return ['the tab of contacts is gone'];
  const is = peopleOf(tab);
  const found = [...is.strays];
  for (const [person, line] of peopleOf(was).lines) {
    const now = is.lines.get(person);
    for (const heading of new Set([...line.keys(), ...(now?.keys() ?? [])])) {
      const [before, text] = [line.get(heading) ?? '', now?.get(heading) ?? ''];
      if (text !== before && !OURS.includes(heading))
        found.push(`${heading} of ${person} reads “${text}”, not “${before}”`);
    }
  }
  return found;
}
