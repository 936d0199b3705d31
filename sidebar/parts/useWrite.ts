// A write from a form inside a panel: its receipt with Undo below, the focus back at what opened the form, the panel
// asked again.
import type { Answer, WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { focusWhenLoaded } from './heading';
import { useTask, type Task } from './useTask';

export type OnWritten = (receipt: WriteReceipt) => void;

interface Write extends Omit<Task, 'run'> {
  readonly write: (name: string, step: () => Promise<Answer<WriteReceipt>>) => void;
}

/** `back` is the id of what opened the form. The panel of it calls useFocusWhenLoaded. */
export function useWrite(back: string, onWritten: OnWritten): Write {
  const app = useApp();
  const task = useTask();
  return {
    ...task,
    write: (name, step) => {
      task.run(name, step, (receipt) => {
        app.tell(receipt, [back]);
        focusWhenLoaded([back]);
        onWritten(receipt);
      });
    },
  };
}
