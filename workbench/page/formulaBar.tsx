// The name box and the formula bar: where one is, and what stands there as it would be typed.
import { useRef, useState } from 'preact/hooks';

export interface FormulaBarProps {
  /** "H18" */
  readonly name: string;
  /** What the active cell holds. */
  readonly content: string;
  /** False where it is no cell of this workbook. */
  readonly onGo: (name: string) => boolean;
  readonly onType: (text: string) => void;
  /** Back to the sheet. */
  readonly onLeave: () => void;
}

export function FormulaBar({ name, content, onGo, onType, onLeave }: FormulaBarProps) {
  const [wanted, setWanted] = useTyped(name);
  const [text, setText] = useTyped(name);
  const escaped = useRef(false);

  function keep(): void {
    if (text !== null && text !== content && !escaped.current) onType(text);
    escaped.current = false;
    setText(null);
  }

  return (
    <section class="fx" aria-label="Name box and formula bar">
      <input
        class="name"
        aria-label="Name box"
        spellcheck={false}
        value={wanted ?? name}
        onInput={(event) => {
          setWanted(event.currentTarget.value);
        }}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
        onBlur={() => {
          setWanted(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && onGo(event.currentTarget.value))) onLeave();
        }}
      />
      <span class="f" aria-hidden="true">
        fx
      </span>
      <input
        class="val"
        aria-label="Cell content"
        spellcheck={false}
        value={text ?? content}
        onInput={(event) => {
          setText(event.currentTarget.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          escaped.current = event.key === 'Escape';
          onLeave();
        }}
      />
    </section>
  );
}

/** What is typed while the active cell is this one; null for nothing, and as soon as it is another. */
function useTyped(at: string): readonly [string | null, (text: string | null) => void] {
  const [typed, setTyped] = useState<{ readonly at: string; readonly text: string | null }>({
    at,
    text: null,
  });
  return [
    typed.at === at ? typed.text : null,
    (text) => {
      setTyped({ at, text });
    },
  ];
}
