// Makes a function of the door from a command: reads its arguments, builds the services, holds the lock for those
// that write, and turns what the command found into an answer for the sidebar.
import type * as z from 'zod/mini';
import { makeServices } from '../google/makeServices';
import type { Services } from '../google/services';
import { bad, type Result } from '../values/result';
import type { Answer } from './answers';
import { readArguments } from './arguments';

/** How long a run waits for another one to finish, in milliseconds: most writes take less. */
const WAIT_FOR_LOCK = 5000;

type Schemas = readonly z.core.$ZodType[];
type Read<S extends Schemas> = { [K in keyof S]: z.core.output<S[K]> };
/** Optional arguments may be left out by the caller. */
type Given<S extends Schemas> = Partial<{ [K in keyof S]: z.core.input<S[K]> }> & readonly unknown[];
type Command<S extends Schemas, T> = (services: Services, ...args: Read<S>) => Result<T>;

/** For a command that only reads. */
export function reading<const S extends Schemas, T>(
  schemas: S,
  command: Command<S, T>,
): (...given: Given<S>) => Answer<T> {
  return (...given) => answer(schemas, given, (services, args) => command(services, ...args));
}

/** For a command that writes or sends: one run at a time in a file. The lock does not stop people. */
export function writing<const S extends Schemas, T>(
  schemas: S,
  command: Command<S, T>,
): (...given: Given<S>) => Answer<T> {
  return (...given) =>
    answer(schemas, given, (services, args) => {
      if (!services.lock(WAIT_FOR_LOCK)) return bad(LOCKED);
      const result = command(services, ...args);
      services.unlock();
      return result;
    });
}

const LOCKED = {
  code: 'locked',
  message: 'Somebody else is sending or writing with the add-on in this file just now. Nothing was changed.',
  todo: 'Wait until they are done and try again.',
};

function answer<S extends Schemas, T>(
  schemas: S,
  given: readonly unknown[],
  run: (services: Services, args: Read<S>) => Result<T>,
): Answer<T> {
  const args = readArguments(schemas, given);
  if (!args.ok) return args;
  try {
    return run(makeServices(), args.value as Read<S>);
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

/** A tab that was there a moment ago is gone: the one precondition that commands throw for (design rule 9). */
function isTabGone(error: unknown): boolean {
  return error instanceof Error && error.message === 'tab-gone';
}
