// "Let them pick": whose turn it is, and who has picked what. State in, state out; it is written nowhere, so that the
// lead can take back every step. The sidebar holds it.

export interface Picker {
  readonly name: string;
  /** Open contacts that they have already. */
  readonly open: number;
  /** How many more they may have; null for any number. */
  readonly room: number | null;
}

export interface Turn {
  readonly to: string;
  /** Key of the contact; '' for a pass. */
  readonly contact: string;
  readonly organization: string;
  /** The contact got an owner in the sheet meanwhile: it counts for nothing. */
  readonly lost: boolean;
  /** In place of a pick that was lost: no turn of the order. */
  readonly again: boolean;
}

export interface Draft {
  /** Whoever has fewest first. */
  readonly pickers: readonly Picker[];
  readonly turns: readonly Turn[];
  /** Whose pick was lost and who have not had another one: their turn comes before all others. */
  readonly owed: readonly string[];
}

/** Of two who have as many the one that stands first here picks first. */
export function startDraft(pickers: readonly Picker[]): Draft {
  return { pickers: [...pickers].sort((a, b) => a.open - b.open), turns: [], owed: [] };
}

/** There and back again: 1-2-3-3-2-1. `at` from 0. */
function placeInOrder(pickers: readonly Picker[], at: number): Picker | undefined {
  const place = at % pickers.length;
  return pickers[Math.floor(at / pickers.length) % 2 === 0 ? place : pickers.length - 1 - place];
}

/** A contact that the person is to get, no pass and not lost. */
export function isPick({ contact, lost }: Turn): boolean {
  return contact !== '' && !lost;
}

function hasRoom({ name, room }: Picker, turns: readonly Turn[]): boolean {
  return room === null || turns.filter((turn) => turn.to === name && isPick(turn)).length < room;
}

/** Whose turn it is; null where nobody may have more. */
export function turnOf({ pickers, turns, owed }: Draft): string | null {
  const [first] = owed;
  if (first !== undefined) return first;
  const left = pickers.filter((one) => hasRoom(one, turns));
  if (left.length === 0) return null;
  let at = 0;
  for (const { to, again } of turns) {
    if (again) continue;
    while (placeInOrder(pickers, at)?.name !== to) at++;
    at++;
  }
  for (;;) {
    const next = placeInOrder(pickers, at++);
    if (next !== undefined && left.includes(next)) return next.name;
  }
}

/** Gives the contact to whose turn it is; one that is picked already, or nobody's turn, changes nothing. */
export function pick(draft: Draft, contact: string, organization: string): Draft {
  const isTaken = draft.turns.some((turn) => turn.contact === contact);
  return isTaken ? draft : takeTurn(draft, contact, organization);
}

/** Whose turn it is takes nothing this time. */
export function pass(draft: Draft): Draft {
  return takeTurn(draft, '', '');
}

function takeTurn(draft: Draft, contact: string, organization: string): Draft {
  const to = turnOf(draft);
  if (to === null) return draft;
  const again = draft.owed.length > 0;
  return {
    ...draft,
    turns: [...draft.turns, { to, contact, organization, again, lost: false }],
    owed: draft.owed.slice(1),
  };
}

/** As before the last pick or pass; lost picks behind it go with it. */
export function takeBack({ pickers, turns, owed }: Draft): Draft {
  const last = turns[turns.length - 1];
  if (last === undefined) return { pickers, turns, owed };
  const before = { pickers, turns: turns.slice(0, -1) };
  if (!last.lost) return { ...before, owed: last.again ? [last.to, ...owed] : owed };
  const at = last.again ? -1 : owed.lastIndexOf(last.to);
  return takeBack({ ...before, owed: owed.filter((_, index) => index !== at) });
}

/** These have got an owner in the sheet: whoever picked one has another turn. */
export function losePicks(draft: Draft, contacts: readonly string[]): Draft {
  const isLost = (turn: Turn): boolean => isPick(turn) && contacts.includes(turn.contact);
  const lost = draft.turns.filter(isLost);
  if (lost.length === 0) return draft;
  return {
    ...draft,
    turns: draft.turns.map((turn) => (isLost(turn) ? { ...turn, lost: true } : turn)),
    owed: [...draft.owed, ...lost.map(({ to }) => to)],
  };
}

/** What was picked, as moves of the share. */
export function picksOf({ turns }: Draft): { contact: string; to: string }[] {
  return turns.filter(isPick).map(({ contact, to }) => ({ contact, to }));
}
