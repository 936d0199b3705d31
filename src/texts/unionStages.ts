// The ladder inside a union local, as data: what each step is called in the tab Unions, and what comes after it.
import { later } from '../values/later';
import { foldName } from '../values/text';
import { nearest } from '../values/closeness';
import { ADVICE, ENDORSEMENT, PRESENT } from './askKinds';
import { UNION_STEPS } from './unionSteps';

export type Stage = 0 | 1 | 2 | 3 | 4 | 5;

export interface UnionStage {
  /** As it stands in the cell; '' for a local of which nothing is there yet. */
  readonly word: string;
  /** What to do now. */
  readonly next: string;
  /** The ask that goes with it; '' for none. */
  readonly ask: string;
  /** What people write for it, folded. */
  readonly words: readonly string[];
}

/** By stage, 0 to 5. */
export const UNION_STAGES: readonly UnionStage[] = [
  {
    word: '',
    next: 'Find a member of theirs among us, and ask for two or three sentences from coworkers on what care for all would mean to them.',
    ask: '',
    words: ['none', 'nothing', 'nothing yet', 'not started', 'not yet', 'new'],
  },
  {
    word: UNION_STEPS[0],
    next: 'Collect more statements, and send them to the political coordinator with the wish for an education event.',
    ask: '',
    words: [
      'members',
      'speak up',
      'members speak',
      'rank and file',
      'collecting statements',
      'some statements',
    ],
  },
  {
    word: UNION_STEPS[1],
    next: 'Agree a day for the education event. Ask again a week after, as for any message.',
    ask: PRESENT,
    words: ['statements', 'sent statements', 'statements collected and sent'],
  },
  {
    word: UNION_STEPS[2],
    next: 'Form a committee from those who came: write down who wants to go on.',
    ask: '',
    words: ['event', 'education event', 'held event', 'event done', 'education event held', 'had event'],
  },
  {
    word: UNION_STEPS[3],
    next: 'Bring a statement or resolution to the local’s vote; offer the text.',
    ask: ENDORSEMENT,
    words: ['committee', 'committee meets', 'committee formed', 'has committee', 'committee working'],
  },
  {
    word: UNION_STEPS[4],
    next: 'Say thanks, ask whether we may name them, and which local or council they would introduce us to.',
    ask: ADVICE,
    words: ['voted', 'vote', 'they voted', 'voted yes', 'resolution passed', 'passed', 'resolution'],
  },
];

const byWords = later(
  () =>
    new Map(
      UNION_STAGES.flatMap(({ word, words }, stage) =>
        [...words, foldName(word).slice(2)]
          .filter((text) => text !== '')
          .map((text): [string, Stage] => [text, stage as Stage]),
      ),
    ),
);

const LEADING = /^(?:stage |step |level |no |number )?(\d+)(?= |$)/;
const SECOND = /^(?:and|or|to|bis|und|oder|through|maybe)? ?\d/;

/** The stage that a cell means; null where its words mean none, or two. A question mark behind it changes nothing. */
export function readStage(text: string): Stage | null {
  const folded = foldName(text);
  const [figure = '', digits] = LEADING.exec(folded) ?? [];
  const rest = folded.slice(figure.length).trim();
  if (digits === undefined) return folded === '' ? 0 : byWord(folded);
  const stage = Number(digits);
  // "2 & 3", "3.5", and the day that "3/5" may be.
  if (stage > 5 || SECOND.test(rest)) return null;
  const said = rest === '' ? stage : byWord(rest);
  return said === null || said === stage ? (stage as Stage) : null;
}

function byWord(folded: string): Stage | null {
  const known = byWords();
  const near = nearest(folded, [...known.keys()]);
  return near === null ? null : (known.get(near) ?? null);
}
