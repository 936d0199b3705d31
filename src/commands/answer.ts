// Turns what a command found into an answer for the sidebar, and holds the lock for those that write.
import { bad, type Result } from '../values/result';
import type { Services } from '../google/services';
import type { Answer } from './answers';

/** How long a run waits for another one to finish, in milliseconds: most writes take less. */
const WAIT_FOR_LOCK = 5000;

/** A tab or column that was there a moment ago is gone: the one thing that commands throw for (design section 4, rule 9). */
function isTabGone(error: unknown): boolean {
  return error instanceof Error && error.message === 'tab-gone';
}

/** Runs a command; a tab that was deleted while it ran becomes an answer with a way out. */
export function answer<T>(run: () => Result<T>): Answer<T> {
  try {
    return run();
  } catch (error) {
    if (!isTabGone(error)) throw error;
    return bad({
      code: 'tab-gone',
      message:
        'Somebody deleted the tab while this ran. What was written before stays; nothing more was changed.',
      todo: 'Undo the deletion in the sheet with Ctrl+Z, or choose another tab in Setup.',
    });
  }
}

/** The same for a command that writes: one run at a time in a file. The lock does not stop people. */
export function answerLocked<T>(services: Services, run: () => Result<T>): Answer<T> {
  if (!services.lock(WAIT_FOR_LOCK)) {
    return bad({
      code: 'locked',
      message:
        'Somebody else is sending or writing with the add-on in this file just now. Nothing was changed.',
      todo: 'Wait until they are done and try again.',
    });
  }
  const result = answer(run);
  services.unlock();
  return result;
}
