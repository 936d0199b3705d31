// Volunteers as they grow: a debrief after a task stands in the Volunteers tab; what a lead thinks of somebody stays in
// that lead's own storage, for this file, and is shown to nobody else.
import { isAway } from '../people/away';
import { checkInDue, growingOrder } from '../people/growing/checkIns';
import { volunteerEdits } from '../people/growing/debriefEdits';
import {
  impressionOf,
  readImpressions,
  withImpression,
  writeImpressions,
  type Impression,
} from '../people/growing/impressions';
import { helpInWords, wouldHelp } from '../people/help';
import { holdingsOf, teamOf } from '../people/holdings';
import { parseDay, shortDay } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { foldName } from '../values/text';
import { EVERYBODY_READS, VOLUNTEERS_SHAPE } from '../workbook/ourTabs';
import type { Volunteer } from '../workbook/volunteer';
import { tabGone } from '../google/tabGone';
import type { Services } from '../google/services';
import { MOST_ITEMS, type Need, type WriteReceipt } from './answers';
import type { DebriefRequest, GrowingView } from './askAnswers';
import { volunteersOf } from './assignPlan';
import { openCampaign, ourTabIds, type Campaign } from './campaign';
import { addHeadings, keyedTab, madeKeyed, writeKeyed, type Heading } from './keyedTab';
import { writeJournal } from './journal';
import { overSeen } from './overSeen';
import { ensureTab } from './ourTabs';
import { receipt } from './settle';
import { addVolunteers } from './volunteersTab';
import { whoIs } from './whoIs';

type Growing = GrowingView['people'][number];

/** "12 open, others have about 4" by volunteer, '' for who needs no help. */
function helpOf(
  campaign: Campaign,
  volunteers: readonly Volunteer[],
): readonly [open: number, help: string][] {
  const held = holdingsOf(campaign.byKey, volunteers);
  const open = volunteers.map((one) => held.get(one)?.length ?? 0);
  const help = wouldHelp(
    volunteers.map((one, index) => ({ open: open[index] ?? 0, away: isAway(one, campaign.today) })),
  );
  return open.map((count, index): [number, string] => {
    const others = help[index] ?? null;
    return [count, others === null ? '' : helpInWords(count, others)];
  });
}

export function showGrowing(services: Services): Result<GrowingView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { today } = campaign;
  const volunteers = volunteersOf(campaign);
  const help = helpOf(campaign, volunteers);
  const about = new Map(volunteers.map((one, index) => [one, help[index] ?? ([0, ''] as const)]));
  const impressions = ownImpressions(services);
  const people = growingOrder(volunteers, today).map((one): Growing => {
    const [open, could] = about.get(one) ?? [0, ''];
    return {
      name: one.name,
      open,
      help: could,
      lastDebrief: one.lastDebrief === null ? '' : shortDay(one.lastDebrief, today),
      wantsNext: one.wantsNext,
      nextCheckIn: one.nextCheckIn ?? '',
      due: checkInDue(one, today),
      impression: impressionOf(impressions, one.name),
    };
  });
  return good({
    people: people.slice(0, MOST_ITEMS),
    dueCount: people.filter(({ due }) => due !== '').length,
    wroteAlso: [...impressions.keys()].filter(
      (name) => !volunteers.some((one) => foldName(one.name) === foldName(name)),
    ),
  });
}

/** Check-ins that are due with those whom whoever looks looks after, and who could use help: for Today. Needs volunteers. */
export function growingNeeds(campaign: Campaign): Need[] {
  const volunteers = volunteersOf(campaign);
  const me = whoIs(campaign, volunteers);
  const others = me === null ? volunteers : teamOf(me, volunteers);
  const due = growingOrder(others, campaign.today).filter((one) => checkInDue(one, campaign.today) !== '');
  const help = helpOf(campaign, volunteers);
  const could = volunteers.flatMap((one, index) => {
    const [, words = ''] = help[index] ?? [];
    return words === '' || one === me ? [] : [`${one.name}: ${words}`];
  });
  const to = { panel: 'growing', mode: 'follow-ups', list: null } as const;
  const some = (texts: readonly string[]) => texts.slice(0, 3).join(', ');
  return [
    {
      count: due.length,
      title: 'Volunteers to check in with',
      text: some(due.map(({ name }) => name)),
      action: 'See',
      to,
      rows: [],
    },
    { count: could.length, title: 'Could use help', text: some(could), action: 'See', to, rows: [] },
  ].filter(({ count }) => count > 0);
}

/** Into the row of the volunteer; headings that are missing are added at the right end. Needs the lock. */
export function saveDebrief(services: Services, request: DebriefRequest): Result<WriteReceipt> {
  const opened = openCampaign(services, ['settings', 'volunteers']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { hidden, map, today } = campaign;
  const { book } = services;
  const volunteer = volunteersOf(campaign).find(({ name }) => foldName(name) === foldName(request.name));
  if (volunteer === undefined) return bad(unknownName(request.name));
  const stands = { wantsNext: volunteer.wantsNext, nextCheckIn: volunteer.nextCheckIn ?? '' };
  const typed = { wantsNext: request.wantsNext.trim(), nextCheckIn: request.nextCheckIn };
  const { wanted: now, kept: meanwhile } = overSeen(stands, typed, request.seen);
  const day = request.day === '' ? today : parseDay(request.day);
  const next = now.nextCheckIn === '' ? null : parseDay(now.nextCheckIn);
  if (day === null || day > today || day < FIRST_DAY || (now.nextCheckIn !== '' && next === null))
    return bad(BAD_DAY);
  if (next !== null && next < today && next !== volunteer.nextCheckIn) return bad(PAST_CHECK_IN);
  if (volunteer.row === 0) {
    const added = addVolunteers(campaign, [volunteer.name]);
    if (!added.ok) return added;
  }
  const { volunteers: known } = ourTabIds(book.tabs(), hidden.rows);
  const id = ensureTab(services, hidden, VOLUNTEERS_SHAPE, known);
  const table = book.read(id);
  if (table === null) throw tabGone();
  const wanted = { lastDebrief: day, wantsNext: now.wantsNext, nextCheckIn: next };
  const first = volunteerEdits(table, volunteer.name, wanted);
  if (first === null) return bad(unknownName(volunteer.name));
  const notes = (name: string): Heading => [name, name === 'Wants to do next' ? EVERYBODY_READS : ''];
  const standing = addHeadings(services, table, first.headerRow, first.missing.map(notes));
  const edits = volunteerEdits(standing, volunteer.name, wanted);
  const tab = keyedTab('volunteers', standing);
  if (edits === null || tab === null) return bad(unknownName(volunteer.name));
  const what = `Wrote down a debrief with ${volunteer.name}`;
  const cells = edits.cells.map(({ heading, to }) => ({ row: edits.row, heading, to }));
  const { awayUntil } = volunteer;
  const isAwayThen = awayUntil !== null && next !== null && next < awayUntil;
  const message = isAwayThen
    ? `${what}. Away until ${shortDay(awayUntil, today)}: the check-in is due then`
    : what;
  if (cells.length === 0) return good(receipt(message, { change: '', written: 0, kept: meanwhile }));
  const made = madeKeyed(tab, cells, []);
  const change = writeJournal(services, hidden, { what, tab: map.sheetId, made, undoable: true, cells: [] });
  const kept = writeKeyed(services, hidden, tab, cells, []);
  const written = cells.length - kept.length;
  return good(receipt(message, { change, written, kept: [...meanwhile, ...kept] }));
}

/** An earlier day is a slip of the keys. */
const FIRST_DAY = '1970-01-01';

const PAST_CHECK_IN: Problem = {
  code: 'debrief-day',
  message: 'The next check-in is a day that is past. Nothing was written.',
  todo: 'Choose a day from today on, or none.',
};

const BAD_DAY: Problem = {
  code: 'debrief-day',
  message:
    'A debrief is of a day up to today, and a check-in needs a day that can be read. Nothing was written.',
  todo: 'Choose the days from the calendar.',
};

const unknownName = (name: string): Problem => ({
  code: 'no-such-volunteer',
  message: `“${name}” is not in the tab “Volunteers” any more. Nothing was written.`,
  todo: 'Look at the list again.',
});

/** In the own storage of whoever runs this: one text a volunteer of this file. Other files of theirs keep their own. */
const prefixOf = (services: Services): string =>
  `impressions ${services.digest(services.book.url).slice(0, 16)} `;

const keyOf = (services: Services, name: string): string =>
  // Of a name without a letter nothing is left when it is folded.
  `${prefixOf(services)}${services.digest(foldName(name) || name).slice(0, 16)}`;

function ownImpressions(services: Services): ReadonlyMap<string, Impression> {
  const prefix = prefixOf(services);
  const texts = Object.entries(services.ownNotes.all()).filter(([key]) => key.startsWith(prefix));
  return new Map(texts.flatMap(([, text]) => [...readImpressions(text)]));
}

/** Nothing of it comes into the file. */
export function saveImpression(
  services: Services,
  { name, ...impression }: { readonly name: string } & Impression,
): Result<WriteReceipt> {
  const written = withImpression(new Map(), name, impression);
  const text = writeImpressions(written);
  if (text === null) return bad(FULL);
  try {
    if (written.size === 0) services.ownNotes.drop(keyOf(services, name));
    else services.ownNotes.put(keyOf(services, name), text);
  } catch {
    return bad(FULL);
  }
  return good(own(`Kept for you alone: what you wrote about ${name}`));
}

const FULL: Problem = {
  code: 'own-storage-full',
  message: 'Google keeps no more than that for you. What you wrote just now was not kept.',
  todo: 'Shorten it, or erase what you no longer need.',
};

const own = (message: string): WriteReceipt => ({
  message,
  change: '',
  written: 0,
  kept: [],
  undoable: false,
});

/** `name` '' for everything that this person keeps about volunteers of this file. */
export function eraseImpressions(services: Services, name: string): Result<WriteReceipt> {
  const { ownNotes } = services;
  const prefix = prefixOf(services);
  const keys =
    name === ''
      ? Object.keys(ownNotes.all()).filter((key) => key.startsWith(prefix))
      : [keyOf(services, name)];
  for (const key of keys) ownNotes.drop(key);
  return good(own(name === '' ? 'Erased: all that you wrote' : `Erased: what you wrote about ${name}`));
}
