// Asks the server for what a panel shows. While it is asked again, the last content stays.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';

export interface Asked<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  /** Asks again; the promise gives the new value, null where there was a problem or a newer question. */
  readonly reload: () => Promise<T | null>;
  /** Puts an answer in that came with another call. */
  readonly put: (value: T) => void;
}

/** Asks at once, and again whenever `key` changes. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>, key: string): Asked<T> {
  const [state, setState] = useState<Pick<Asked<T>, 'value' | 'problem' | 'loading'>>({
    value: null,
    problem: null,
    loading: true,
  });
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;

  const reload = useCallback(async (): Promise<T | null> => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, loading: true }));
    const answer = await latest.current();
    if (mine !== turn.current) return null;
    if (answer.ok) setState({ value: answer.value, problem: null, loading: false });
    else setState((before) => ({ ...before, problem: answer.problem, loading: false }));
    return answer.ok ? answer.value : null;
  }, []);

  const put = useCallback((value: T): void => {
    turn.current += 1;
    setState({ value, problem: null, loading: false });
  }, []);

  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [key, reload]);

  return { ...state, reload, put };
}
