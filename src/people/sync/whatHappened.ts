// The dropdown "What happened" with its day "When": a touch to write down, or what is not clear about it.
import { askKinds, shippedNamed } from '../../texts/askKinds';
import type { Outcome } from '../../touches/outcome';
import { cellText, isBlank, type Cell } from '../../values/cell';
import { addDays, dayOf, daysBetween, type Day } from '../../values/day';
import { cleanText, foldName } from '../../values/text';
import { readTypedDate } from '../../values/typedDate';

/** Choices of the dropdown, each with the outcome that it stands for. */
const CHOICES: readonly (readonly [choice: string, outcome: Outcome])[] = [
  ['no answer', 'no answer'],
  ['left a message', 'left a message'],
  ['talked', 'talked'],
  ['said yes', 'said yes'],
  ['said no', 'said no'],
  ['wait until …', 'wait until'],
];

/** The list of the dropdown; `own`: what the group asks for beside the usual. */
export function whatHappenedChoices(own: readonly string[]): readonly string[] {
  return [...CHOICES.map(([choice]) => choice), ...askKinds(own).map(({ name }) => `${SAID_YES_TO}${name}`)];
}

const SAID_YES_TO = 'said yes to ';
/** “said yes to the endorsement”, “no to the meeting” */
const SAID_TO = /^(?:they )?(?:said )?(yes|no) to (.+?)[\s.…]*$/i;

/** What people type in the place of a choice, where it can mean nothing else. */
const SAME: readonly (readonly [says: RegExp, outcome: Outcome])[] = [
  [/^(?:left (?:a )?(?:message|msg|voice ?mail|vm)|message left|voice ?mail|lm|l?vm)$/, 'left a message'],
  [/^(?:no (?:reply|response|pick ?up)|(?:did not|didnt) (?:answer|reply|respond|pick up))$/, 'no answer'],
];
/** "wait until Dec 1": the day stands in the same cell, or under When. */
const WAIT = /^wait(?:ing)? (?:until|till?)(?![a-z])[\s.…]*(.*)$/i;

export interface NewTouch {
  readonly outcome: Outcome;
  readonly day: Day;
  readonly until: Day | null;
  /** Which ask they answered, as typed where it is none that ships; absent where nobody said. */
  readonly about?: string;
}

/**
 * 'word': not one of the choices; 'day': no day that can be read or be right; 'no day': none to wait for; 'until': it is
 * not after today; 'nothing': a day with nothing chosen beside it; 'copied': it stood in the row when that was copied
 * from another tab, where it counts.
 */
export type Unclear = 'word' | 'day' | 'no day' | 'until' | 'nothing' | 'copied';

/** What the Next step of the row says as long as something is not clear. */
export const HINTS: Readonly<Partial<Record<Unclear, string>>> = {
  word: 'Choose from the list',
  day: 'Today or before, under When',
  'no day': 'Type the day under When',
  until: 'A day after today, under When',
};

export const isHint = (cell: Cell): boolean => Object.values(HINTS).some((hint) => hint === cell);

/** What the Next step says as long as nobody was in touch, and somebody of ours who knows them was not asked. */
export const askFirst = (name: string): string => `Ask ${name} first`;

/** True for what stands there until something is chosen under “What happened”. */
export const givesWay = (cell: Cell): boolean => isHint(cell) || /^Ask .+ first$/.test(cellText(cell));

export type Happened =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'touch'; readonly touch: NewTouch }
  | { readonly kind: 'unclear'; readonly why: Unclear };

const plain = (text: string) => foldName(text.replace(/[.…]+$/, ''));

/** The day in a cell; a text by the sheet's locale, one without a year the last or the next such day; null for no day. */
export function readDay(cell: Cell, today: Day, locale: string, wanted: 'past' | 'coming'): Day | null {
  if (typeof cell === 'object') return asMeant(cell.day, today, wanted);
  const away = DAY_WORDS.indexOf(foldName(cellText(cell)));
  if (away >= 0) return addDays(today, away - 1);
  const typed = readTypedDate(cellText(cell), locale, today, wanted);
  return typed.kind === 'day' ? typed.day : typed.kind === 'two-ways' ? typed.byLocale : null;
}

/** From the day before today on. */
const DAY_WORDS = ['yesterday', 'today', 'tomorrow'];

const HALF_A_YEAR = 183;

/**
 * The sheet gives a day that is typed without its year the year of today: “1/15” in November is long past by then.
 * Where that side cannot be meant, it is the next or the last such day, unless that is more than half a year away.
 */
function asMeant(day: Day, today: Day, wanted: 'past' | 'coming'): Day {
  const step = wanted === 'coming' && day < today ? 1 : wanted === 'past' && day > today ? -1 : 0;
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  if (step === 0 || !today.startsWith(day.slice(0, 4))) return day;
  const other = dayOf(year + step, month, dayOfMonth);
  return other !== null && Math.abs(daysBetween(today, other)) <= HALF_A_YEAR ? other : day;
}

function outcomeOf(text: string): Pick<NewTouch, 'outcome' | 'about'> | undefined {
  const [, said, what] = SAID_TO.exec(cleanText(text)) ?? [];
  if (said !== undefined && what !== undefined)
    return {
      outcome: said.toLowerCase() === 'yes' ? 'said yes' : 'said no',
      about: shippedNamed(what) ?? what.slice(0, LONGEST_ABOUT),
    };
  const word = plain(text);
  const outcome =
    CHOICES.find(([choice]) => plain(choice) === word)?.[1] ?? SAME.find(([says]) => says.test(word))?.[1];
  return outcome && { outcome };
}

const LONGEST_ABOUT = 250;

/**
 * `when`: the day beside it, '' where it stands as the add-on left it: then it is today. With “wait until …” it is the
 * day to wait for and must be after today; else the day of the touch, today at the latest. `locale`: the sheet's.
 */
export function readHappened(what: Cell, when: Cell, today: Day, locale: string): Happened {
  if (isBlank(what)) return { kind: 'nothing' };
  const unclear = (why: Unclear): Happened => ({ kind: 'unclear', why });
  const wait = WAIT.exec(cleanText(cellText(what)));
  if (wait !== null) {
    const [, inCell = ''] = wait;
    const named: Cell = inCell === '' ? when : inCell;
    if (isBlank(named)) return unclear('no day');
    const until = readDay(named, today, locale, 'coming');
    return until !== null && until > today
      ? { kind: 'touch', touch: { outcome: 'wait until', day: today, until } }
      : unclear('until');
  }
  const said = outcomeOf(cellText(what));
  if (said === undefined) return unclear('word');
  const day = isBlank(when) ? today : readDay(when, today, locale, 'past');
  return day !== null && day <= today
    ? { kind: 'touch', touch: { ...said, day, until: null } }
    : unclear('day');
}
