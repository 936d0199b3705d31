// Asks the server for what a panel shows. While it is asked again, the last content stays.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';

export interface Asked<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  /** Asks again. */
  readonly reload: () => void;
  /** Puts an answer in that came with another call. */
  readonly put: (value: T) => void;
}

/** On the button of a panel while `loading`: what was not shown yet is not written. */
export const LOOKING = 'Looking again';

/** Asks at once, and again whenever `key` changes. Of two answers the one to the later question counts. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>, key: string): Asked<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);

  const reload = (): void => {
    const mine = ++turn.current;
    setLoading(true);
    void ask().then((answer) => {
      if (mine !== turn.current) return;
      if (answer.ok) setValue(answer.value);
      setProblem(answer.ok ? null : answer.problem);
      setLoading(false);
    });
  };
  useEffect(reload, [key]);

  return {
    value,
    problem,
    loading,
    reload,
    put: (fresh) => {
      turn.current++;
      setValue(fresh);
      setProblem(null);
      setLoading(false);
    },
  };
}
