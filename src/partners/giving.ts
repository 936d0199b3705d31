// What we asked of an organization and what we did for them, side by side, and a quiet remark where we only ever ask.
import type { Ask } from '../touches/asks/ask';
import type { LogEntry } from '../touches/log';
import { bowedOutBy, deedOf, inOrder, type Deed } from '../touches/logged';
import { shortDay, type Day } from '../values/day';

export interface Giving {
  /** Asks that were made and not taken back. */
  readonly asked: number;
  /** Those they said yes to. */
  readonly agreed: number;
  /** What we did for them, the newest first. */
  readonly deeds: readonly { readonly day: Day; readonly kind: Deed; readonly text: string }[];
  /** '' where there is nothing to say. */
  readonly remark: string;
}

/** Fewer asks than this are no reason for a word. */
const SOME = 2;

/** `entries`: the log lines of this contact; `asks`: all of theirs. A deed counts once its day has come. */
export function givingOf(entries: readonly LogEntry[], asks: readonly Ask[], today: Day): Giving {
  const made = asks.filter(({ answer }) => answer !== 'dropped');
  const deeds = entries
    .filter((entry) => deedOf(entry) !== null && entry.day <= today)
    .sort((a, b) => inOrder(b, a))
    .flatMap((entry) => {
      const kind = deedOf(entry);
      return kind === null ? [] : [{ day: entry.day, kind, text: entry.summary }];
    });
  return {
    asked: made.length,
    agreed: made.filter(({ answer }) => answer === 'yes').length,
    deeds,
    remark: remarkOn(made, deeds[0]?.day ?? null, today),
  };
}

function remarkOn(made: readonly Ask[], last: Day | null, today: Day): string {
  if (last === null)
    return made.length >= SOME ? `We asked them ${made.length} times and did nothing for them yet.` : '';
  const since = made.filter(({ askedOn }) => askedOn !== null && askedOn > last).length;
  return since > SOME
    ? `We asked them ${since} times since we last did something for them, on ${shortDay(last, today)}.`
    : '';
}

/** When they left and in what words; null where they did not, or are back. */
export const bowedOutOf = bowedOutBy;
