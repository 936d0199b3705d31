// One step that a person asked for: at most one at a time, its name while it runs, its problem where it failed.
import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';
import { useApp } from '../context';

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
  const app = useApp();
  const begin = (name: string): void => {
    running.current = name !== '';
    setBusy(name);
  };
  return {
    busy,
    problem,
    clear: () => {
      setProblem(null);
    },
    run: (name, step, then) => {
      if (running.current) return;
      begin(name);
      setProblem(null);
      // What the last step wrote is no news any more.
      app.tell(null);
      void step().then((answer) => {
        begin('');
        if (answer.ok) then(answer.value);
        else setProblem(answer.problem);
      });
    },
  };
}
