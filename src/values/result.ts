// Errors as values. A Problem says what happened, where, in the person's own words, and what to do now.

/** Row is 1-based as the sheet shows it; column is a letter such as "C". */
export interface Place {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: string;
}

export interface Problem {
  /** Stable, for programs: "column-gone", "no-mail-permission" … */
  readonly code: string;
  /** One or two plain sentences: what happened, what did not happen. */
  readonly message: string;
  /** What the person can do now, as the words of a button or a sentence. */
  readonly todo: string;
  readonly place?: Place;
  /** The page on which it can be put right; absent where there is none. */
  readonly url?: string;
  /** The person's own text that caused it. */
  readonly text?: string;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function good<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function bad(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
