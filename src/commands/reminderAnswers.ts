// What the server answers about the weekly reminder. The same rules as in answers.ts.

export interface ReminderView {
  /** Whether this person has it on. */
  readonly on: boolean;
  /** What must be allowed before it can run for this person, a sentence; '' where nothing. */
  readonly missing: string;
  /** Everybody who has it on. */
  readonly leads: readonly { readonly who: string; readonly since: string }[];
  /** How many volunteers want theirs and can be written to. */
  readonly wanting: number;
  /** "Mon, Nov 16, 2026"; '' where nobody has it on. */
  readonly next: string;
  /** What became of the newest one: "Mon, Nov 9, 2026: 4 sent."; '' before the first. */
  readonly last: string;
  /** All of this as Setup shows it. */
  readonly lines: readonly string[];
}

/** What one run of the timer did. */
export interface ReminderRun {
  readonly sent: number;
  /** Why nobody, or not everybody, got a message; '' where all is well. No personal data. */
  readonly why: string;
}
