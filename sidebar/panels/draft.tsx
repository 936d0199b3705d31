// Let them pick: whose turn it is in large words, what is free, who took what. Nothing is written here: the picks
// become moves of the shares, which Build writes.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftView } from '../../src/commands/shareAnswers';
import {
  isPick,
  losePicks,
  pass,
  pick,
  picksOf,
  startDraft,
  takeBack,
  turnOf,
  type Draft,
} from '../../src/people/draft';
import { useApp } from '../context';
import { Progress } from '../parts/bars';
import { About, Button } from '../parts/button';
import { figure } from '../parts/count';
import { Input } from '../parts/field';
import { useFirst } from '../parts/firstOf';
import { Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { Note, ProblemNote } from '../parts/note';
import { Second } from '../parts/second';
import { unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { call, type AssignOptions } from '../server';
import './shares.css';

type Free = DraftView['free'][number];
type Moves = AssignOptions['moves'];

const TITLE = 'Let them pick';
const MOST_SHOWN = 40;

/** Lives as long as the sidebar, so that a look at another panel loses no pick. */
let kept: Draft | null = null;
/** Names of what was free and got an owner in the sheet while they pick. */
let gone: string[] = [];

export function isDrafting(): boolean {
  return kept !== null;
}

/** Picks that are not in the shares yet. */
export const picksSoFar = (): number => (kept === null ? 0 : picksOf(kept).length);

export function DraftPanel(props: {
  options: AssignOptions;
  /** Names of those who are away beyond the deadline. */
  away: readonly string[];
  onBack: () => void;
  onUse: (moves: Moves) => void;
}) {
  const { options } = props;
  const app = useApp();
  const [draft, redraw] = useState(kept);
  const [taken, showTaken] = useState(gone);
  const [search, setSearch] = useState('');
  const put = (next: Draft | null): void => {
    redraw((kept = next));
  };
  const picks = draft ? picksOf(draft) : [];
  const isOther = ({ contact }: { contact: string }): boolean =>
    !picks.some((one) => one.contact === contact);
  const moves = [...options.moves.filter(isOther), ...picks];
  const asked = useAnswer(
    () => call('getDraft', { ...options, moves }, search),
    JSON.stringify([app.undone, search, moves]),
  );
  const { value } = asked;
  const before = useRef<{ readonly search: string; readonly free: readonly Free[] } | null>(null);
  useEffect(() => {
    if (!value) return;
    if (!kept) {
      showTaken((gone = []));
      put(startDraft(value.pickers));
    } else put(losePicks(kept, value.lost));
    const is = (one: Free) => (other: Free) =>
      one.organization === other.organization && one.line === other.line;
    const last = before.current;
    if (last?.search === search && value.found === value.free.length)
      showTaken(
        (gone = [
          ...gone,
          ...last.free
            .filter((one) => isOther(one) && !value.free.some(is(one)))
            .map(({ organization }) => organization)
            .filter((organization) => !gone.includes(organization)),
        ]),
      );
    before.current = { search, free: value.free };
  }, [value]);

  const free = (value?.free ?? []).filter(isOther);
  const { shown, more } = useFirst(free, MOST_SHOWN, value?.found);
  if (!value || !draft) return unready(asked, TITLE);

  const turn = turnOf(draft);
  const next = turnOf(pass(draft));
  const last = draft.turns[draft.turns.length - 1];
  const given = moves.filter(({ to }) => to).length;
  const lost = draft.turns.filter((one) => one.lost && draft.owed.includes(one.to));
  const step = (to: Draft, ...focus: string[]): void => {
    put(to);
    focusOn(...focus, 'turn');
  };
  return (
    <Panel
      title={TITLE}
      sub={`${figure(given)} of ${figure(value.all)} taken`}
      back={{ name: 'Back to the shares', onPress: props.onBack }}
      foot={
        <>
          {picks.length > 0 && (
            <Button
              look="fill"
              wide
              onPress={() => {
                put(null);
                props.onUse(moves);
              }}
            >
              {picks.length === 1 ? 'Use this pick' : `Use these ${figure(picks.length)} picks`}
            </Button>
          )}
          <Second>Nothing is written yet: you see the shares first.</Second>
        </>
      }
    >
      <Progress name="Contacts taken" done={given} of={value.all} />
      <div class="gap" role="status" id="turn" tabIndex={-1}>
        <p class="turn">{turn ? `${turn}’s turn` : 'Everyone has enough'}</p>
        <Second>
          {last && !last.lost && `${last.to} ${isPick(last) ? 'took ' + last.organization : 'passed'}. `}
          {next && next !== turn && `Then ${next}.`}
        </Second>
      </div>
      <div class="buttons gap">
        <Button
          small
          off={!turn}
          onPress={() => {
            step(pass(draft));
          }}
        >
          Pass
        </Button>
        <Button
          small
          off={!last}
          onPress={() => {
            step(takeBack(draft));
          }}
        >
          Take back the last {last && !isPick(last) && !last.lost ? 'pass' : 'pick'}
        </Button>
      </div>
      <ProblemNote problem={asked.problem} />
      {lost.length > 0 && (
        <Note kind="warn" role="status">
          {lost.map(({ to, organization }) => (
            <p key={organization}>
              {organization} is taken in the sheet, so {to} picks once more.
            </p>
          ))}
        </Note>
      )}
      <Section title="Free to pick" aside={figure(free.length && value.found)}>
        <Input label="Search name, kind, town, known by" value={search} onSet={setSearch} />
        {free.length === 0 && (
          <p class="gap" role="status">
            {search ? 'Nothing free fits the search.' : 'Everything is taken.'}
          </p>
        )}
        <ul class="lines gap">
          {shown.map((one, at) => (
            <li key={one.contact}>
              <FreeOne
                {...one}
                id={`free-${at}`}
                turn={turn}
                onPick={() => {
                  step(pick(draft, one.contact, one.organization), `free-${at}`, `free-${at - 1}`);
                }}
              />
            </li>
          ))}
          {taken.map((organization) => (
            <li class="mut take" key={organization}>
              {organization}: taken in the sheet
            </li>
          ))}
        </ul>
        {more}
      </Section>
      {props.away.map((name) => (
        <p class="gap-s" key={name}>
          {name} is away and does not pick.
        </p>
      ))}
    </Panel>
  );
}

function FreeOne(props: Free & { id: string; turn: string | null; onPick: () => void }) {
  const { turn, knownBy, line } = props;
  const isLate = turn !== null && props.notFor.includes(turn);
  return (
    <button type="button" class="take" id={props.id} disabled={!turn || isLate} onClick={props.onPick}>
      <span class="org second">{props.organization}</span>
      <span class="small mut">
        {[line, knownBy, isLate && `${turn} is away until it is due`].filter((text) => text).join('. ')}
      </span>
      <About about={turn ? 'for ' + turn : undefined} />
    </button>
  );
}
