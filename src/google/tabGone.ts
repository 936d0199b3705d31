// A tab that was there a moment ago is gone: the one precondition that commands throw for (design rule 9).
// commands/answer.ts turns it into words.

const TAB_GONE = 'tab-gone';

export function tabGone(): Error {
  return new Error(TAB_GONE);
}

export function isTabGone(error: unknown): boolean {
  return error instanceof Error && error.message === TAB_GONE;
}
