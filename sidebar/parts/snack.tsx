// The bottom message after a write, with Undo. It stays until the next action, never on a timer.
import { Icon } from './icon';
import './snack.css';

export interface SnackText {
  readonly text: string;
  /** Id of the change to undo; '' where there is nothing to undo. */
  readonly change: string;
  /** Where the focus goes when it was undone: ids, first that is there. */
  readonly back: readonly string[];
}

export function Snack({
  snack,
  busy,
  onUndo,
}: {
  snack: SnackText | null;
  busy: boolean;
  onUndo: () => void;
}) {
  return (
    <div role="status" class={snack ? 'snack split-row' : 'vh'}>
      <span>{snack?.text}</span>
      {snack?.change && (
        <button type="button" aria-disabled={busy ? 'true' : undefined} onClick={onUndo}>
          <Icon name={busy ? 'ring' : 'undo'} spin={busy} />
          {busy ? 'Undoing' : 'Undo'}
        </button>
      )}
    </div>
  );
}
