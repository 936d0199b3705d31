// A person who presses the same button again: what most commands need after a fault.
import type { Host } from '../host/createHost';
import { saidIn, type Ending, type Step } from './play';
import { answerOf } from './sample';

/** One press of a button that calls this server function. */
export function press(name: string, ...args: readonly unknown[]): Step {
  return { what: name, door: name, go: (host) => answerOf(host, name, ...args) };
}

/** Presses until the add-on answers well, three times at most. */
export function pressAgain(host: Host, { go }: Step): Ending {
  let refused = '';
  for (let times = 0; times < 3; times++) {
    const answer = go(host);
    if (answer === null || answer.ok) return { refused: '', said: saidIn(answer) };
    refused = answer.problem.message;
  }
  return { refused, said: [refused] };
}
