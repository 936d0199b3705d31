// One step that a person asked for: at most one at a time, its name while it runs, its problem where it failed.
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';

export interface Task {
  /** Name of the step that runs; '' at rest. */
  readonly busy: string;
  readonly problem: Problem | null;
  readonly clear: () => void;
  /** Runs a step unless one runs already; `then` gets its value. */
  readonly run: <T>(name: string, step: () => Promise<Answer<T>>, then: (value: T) => void) => void;
}

export function useTask(): Task {
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);

  const clear = useCallback(() => {
    setProblem(null);
  }, []);
  const run = useCallback(
    <T>(name: string, step: () => Promise<Answer<T>>, then: (value: T) => void): void => {
      if (running.current) return;
      running.current = true;
      setBusy(name);
      setProblem(null);
      void step().then((answer) => {
        running.current = false;
        setBusy('');
        if (answer.ok) then(answer.value);
        else setProblem(answer.problem);
      });
    },
    [],
  );
  return { busy, problem, clear, run };
}
