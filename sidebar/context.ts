// What every panel can reach: where the file stands, the way to another panel, the bottom message.
import type { Panel, Start, WriteReceipt } from '../src/commands/answers';
import type { Mode } from './server';

/** The lists of Follow-ups. */
export type List = 'ready' | 'other-way' | 'quiet' | 'stopped' | 'checks';

export interface Target {
  readonly panel: Panel;
  readonly mode: Mode;
  /** 'team': the second list of My contacts. */
  readonly list: List | 'team' | null;
  /** Whether the Next step column is there; null where that is not known. */
  readonly hasNextStep: boolean | null;
}

export interface AppContext {
  readonly start: Start | null;
  /** Counts undone changes: a panel that shows what was undone asks again when it grows. */
  readonly undone: number;
  readonly go: (panel: Panel, to?: Partial<Target>) => void;
  readonly reloadStart: () => void;
  /** Shows what was written, with Undo where it can be, null nothing; `back` are ids for the focus after an undo. */
  readonly tell: (
    receipt: Pick<WriteReceipt, 'message' | 'change' | 'undoable'> | null,
    back?: readonly string[],
  ) => void;
  /** Read out, not shown. */
  readonly announce: (text: string) => void;
  /** While a send runs nobody leaves the panel. */
  readonly lock: (on: boolean) => void;
}

let current: AppContext | null = null;

/** The app says at each rendering what stands now; there is one app, so this needs no context of Preact. */
export function provideApp(app: AppContext): void {
  current = app;
}

export function useApp(): AppContext {
  if (!current) throw new Error('a panel stands outside the app');
  return current;
}
