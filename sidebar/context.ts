// What every panel can reach: where the file stands, the way to another panel, the bottom message.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Panel, Start, WriteReceipt } from '../src/commands/answers';
import type { Mode } from './server';

/** The lists of Follow-ups. */
export type List = 'ready' | 'other-way' | 'quiet' | 'stopped';

export interface Target {
  readonly panel: Panel;
  readonly mode: Mode;
  readonly list: List | null;
  /** Whether the Next step column is there; null where that is not known. */
  readonly hasNextStep: boolean | null;
}

export interface AppContext {
  readonly start: Start | null;
  /** Counts undone changes: a panel that shows what was undone asks again when it grows. */
  readonly undone: number;
  readonly go: (panel: Panel, to?: Partial<Omit<Target, 'panel'>>) => void;
  readonly reloadStart: () => void;
  /** Shows what was written, with Undo where it can be; `back` are ids for the focus after an undo. */
  readonly tell: (
    receipt: Pick<WriteReceipt, 'message' | 'change' | 'undoable'>,
    back?: readonly string[],
  ) => void;
  /** Read out, not shown. */
  readonly announce: (text: string) => void;
  /** While a send runs nobody leaves the panel. */
  readonly lock: (on: boolean) => void;
}

export const Context = createContext<AppContext | null>(null);

export function useApp(): AppContext {
  const app = useContext(Context);
  if (!app) throw new Error('a panel stands outside the app');
  return app;
}
