// Makes a function of the door from a command: reads its arguments, builds the services, holds the lock for those
// that write, and turns what the command found into an answer for the sidebar.
import type * as z from 'zod/mini';
import { makeServices } from '../google/makeServices';
import type { Services } from '../google/services';
import { bad, type Result } from '../values/result';
import type { Answer } from './answers';
import { readArguments, type Shapes } from './arguments';
import { problemOf } from './serviceProblem';

/** How long a run waits for another one to finish, in milliseconds: most writes take less. */
const WAIT_FOR_LOCK = 5000;

type Names = readonly (keyof Shapes)[];
type Read<N extends Names> = { [K in keyof N]: z.core.output<Shapes[N[K]]> };
/** Nothing that a caller hands over is changed. */
type Unchanged<T> = T extends readonly (infer Item)[]
  ? readonly Unchanged<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchanged<T[K]> }
    : T;
/** Optional arguments may be left out by the caller. */
type Given<N extends Names> = Partial<{ [K in keyof N]: Unchanged<z.core.input<Shapes[N[K]]>> }> &
  readonly unknown[];
type Command<N extends Names, T> = (services: Services, ...args: Read<N>) => Result<T>;

/** For a command that only reads. `names`: what its arguments must be (arguments.ts), in order. */
export function reading<const N extends Names, T>(
  names: N,
  command: Command<N, T>,
): (...given: Given<N>) => Answer<T> {
  return (...given) => answer(names, given, command);
}

/** For a command that writes or sends: one run at a time in a file. The lock does not stop people. */
export function writing<const N extends Names, T>(
  names: N,
  command: Command<N, T>,
  wait = WAIT_FOR_LOCK,
): (...given: Given<N>) => Answer<T> {
  return (...given) =>
    answer(names, given, (services, ...args) => {
      if (!services.lock(wait)) return bad(LOCKED);
      return command(services, ...args);
    });
}

const LOCKED = {
  code: 'locked',
  message: 'Somebody else is sending or writing with the add-on in this file just now. Nothing was changed.',
  todo: 'Wait until they are done and try again.',
};

function answer<N extends Names, T>(names: N, given: readonly unknown[], command: Command<N, T>): Answer<T> {
  const args = readArguments(names, given);
  if (!args.ok) return args;
  try {
    return command(makeServices(), ...(args.value as Read<N>));
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return bad(problem);
  }
}
