// The virtual clock of a file: everything that asks for the time follows it, and only the host moves it.

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
}

export function makeClock(start: number): Clock {
  let at = start;
  return {
    now: () => at,
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}
