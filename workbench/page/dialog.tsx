// Windows over the page: one for what cannot be undone, one for dialogs of the add-on.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon';

export interface Question {
  readonly text: string;
  /** The button that does it. */
  readonly yes: string;
  readonly run: () => void;
}

export function Confirm({
  question,
  onClose,
}: {
  readonly question: Question;
  readonly onClose: () => void;
}) {
  const window = useModal();
  return (
    <dialog ref={window} class="ask" aria-labelledby="question" onClose={onClose}>
      <p id="question">{question.text}</p>
      <div class="row-b">
        <button type="button" class="b line" onClick={onClose}>
          Keep what is open
        </button>
        <button
          type="button"
          class="b fill"
          onClick={() => {
            onClose();
            question.run();
          }}
        >
          {question.yes}
        </button>
      </div>
    </dialog>
  );
}

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
}

export function Dialog({ title, children, onClose }: DialogProps) {
  const window = useModal();
  return (
    <dialog ref={window} class="of-addon" aria-label={title} onClose={onClose}>
      <div class="hostbar">
        <span>{title}</span>
        <button type="button" class="ib" aria-label="Close this window" onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

function useModal() {
  const window = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    window.current?.showModal();
  }, []);
  return window;
}
