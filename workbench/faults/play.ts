// One command as a person uses it, ready to be disturbed: the file before it, what is pressed, how a person goes on
// after a fault, and what must stand in the end.
import type { Answer } from '../../src/commands/answers';
import type { Host } from '../host/createHost';
import type { Deed, Target, Typed } from './colleagues';
import type { Moment } from './moment';
import type { FileView } from './reader';
import type { Built } from './sample';

/** One press of a button, or one cell typed. */
export interface Step {
  readonly what: string;
  /** The server function, or the trigger. */
  readonly door: string;
  /** What the add-on answered; null where nobody hears it. */
  readonly go: (host: Host) => Answer<unknown> | null;
}

/** How it ended for the person who ran it again. */
export interface Ending {
  /** What the add-on still says no with, '' where it is done. */
  readonly refused: string;
  /** What the add-on said it left as it was, or did not do, each with the cell or the name. */
  readonly said: readonly string[];
}

export const DONE: Ending = { refused: '', said: [] };

/** Cells that it says it kept, and messages that it says did not go, as the sidebar shows them. */
export function saidIn(answer: Answer<unknown> | null): string[] {
  if (answer === null) return [];
  if (!answer.ok) return [answer.problem.message];
  const value = (answer.value ?? {}) as {
    readonly receipt?: unknown;
    readonly deadlines?: { readonly saved: unknown };
    /** Sentences; another answer has a number under this name. */
    readonly left?: unknown;
    readonly conflicts?: readonly { readonly organization: string; readonly column: string }[];
  };
  const { kept = [], lines = [] } = (value.receipt ?? value.deadlines?.saved ?? value) as {
    readonly kept?: readonly { readonly cell: string; readonly why: string }[];
    readonly lines?: readonly {
      readonly organization: string;
      readonly result: string;
      readonly why: string;
    }[];
  };
  return [
    ...kept.map(({ cell, why }) => `${cell}: ${why}`),
    ...(Array.isArray(value.left) ? (value.left as readonly string[]) : []),
    ...(value.conflicts ?? []).map(({ organization, column }) => `${organization}: ${column}`),
    ...lines
      .filter(({ result }) => result !== 'sent')
      .map(({ organization, why }) => `${organization}: ${why}`),
  ];
}

/** Cells of one row that comes, as the judge names them: "Organization: Old Mill Bakery"; of an id the heading only. */
export interface Added {
  readonly contacts: readonly string[];
  /** In the tab of this name. */
  readonly tab: { readonly name: string; readonly cells: readonly string[] };
}

export interface Play {
  /** As it stands in the report: the word of the design, or the name of the server function. */
  readonly command: string;
  readonly about: string;
  /** Played with the permission to see who answered. */
  readonly withReplies?: true;
  readonly start: (built: Built) => Promise<Moment>;
  readonly steps: (host: Host) => readonly Step[];
  /** It leaves something to be done by the person, in a run without faults too. */
  readonly goesOn?: true;
  /** Runs it again to its end from a fresh sidebar. `heard`: whether the person was told that it was done. */
  readonly finish: (host: Host, heard: boolean) => Ending;
  readonly target: Target;
  /** It goes on without a heading that somebody renamed, and brings the rest once it is put back. */
  readonly putsBack?: true;
  /** What is not as it must be after a run without any fault. Told from the task, not from the add-on. */
  readonly expects: (view: FileView) => readonly string[];
  /**
   * True where the cells of this person must read as after a run without faults, false where they must be as they
   * were: a message that did not leave. Absent: always.
   */
  readonly reached?: (view: FileView, person: string) => boolean;
  /** True for a text that this command may put into the cell in place of what a run without faults puts there. */
  readonly accepts?: (person: string, heading: string, text: string, deed: Deed | null) => boolean;
  /** Rows that it adds after what a colleague did, and not after a run without faults; the play says why that is right. */
  readonly adds?: (deed: Deed | null) => Added | null;
  /** True where what a colleague typed is not lost although the cell reads otherwise: it was taken out of there. */
  readonly keeps?: (view: FileView, typed: Typed) => boolean;
  /** Addresses that must get one message each, whatever is cut off. */
  readonly letters?: readonly string[];
  /** What the sidebar says of a contact that got none, '' where nothing. */
  readonly wordFor?: (host: Host, address: string) => string;
  /** Lines that the log must have more than before; 0 if absent. A message has its line anyway. */
  readonly newLines?: number;
  /** Where a colleague changed the very cell it leaves it as it is, and the log has no line of it. */
  readonly givesWay?: true;
  /** Anything else that must hold in the end. */
  readonly also?: (host: Host, view: FileView, deed: Deed | null) => readonly string[];
  /** Whether what it wrote can be taken back under Recent changes. */
  readonly undoable: boolean;
}

/** Notes of several people stand in one cell, a line each. */
export const holds = (text: string, typed: Typed): boolean =>
  text === typed.text || (typed.heading === 'Notes' && text.split('\n').includes(typed.text));

/** Where the play knows another place to which it may have gone. */
export const isKept = (play: Play, view: FileView, typed: Typed): boolean =>
  play.keeps?.(view, typed) === true;
