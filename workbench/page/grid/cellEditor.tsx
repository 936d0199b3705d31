// Typing into a cell: over the cell, with the list of its dropdown below it.
import { px } from './layout';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export type Leave = 'stay' | 'down' | 'up' | 'right' | 'left';

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** The list stands above the cell: there is no room below. */
  readonly up: boolean;
}

export interface CellEditorProps {
  readonly place: Place;
  readonly name: string;
  readonly start: string;
  /** Began with a typed letter: arrow keys leave the cell. Else they move in the text. */
  readonly typing: boolean;
  readonly list: readonly string[] | null;
  /** Points; 0 is the usual size. */
  readonly size: number;
  /** null: nothing is kept. */
  readonly done: (text: string | null, leave: Leave) => void;
}

const ARROWS: Readonly<Record<string, Leave>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function CellEditor({ place, name, start, typing, list, size, done }: CellEditorProps) {
  const [text, setText] = useState(start);
  const [marked, setMarked] = useState(-1);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const ended = useRef(false);
  const id = useId();

  const wanted = text.trim().toLowerCase();
  const filtered = typing || text !== start;
  const options = list?.filter((option) => !filtered || option.toLowerCase().includes(wanted)) ?? [];

  // At once, so that the next letter of somebody who types fast lands in the field.
  useLayoutEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(text.length, text.length);
  }, []);
  useEffect(() => {
    const input = field.current;
    if (!input || list !== null) return;
    input.style.height = 'auto';
    input.style.height = `${Math.min(160, input.scrollHeight)}px`;
  }, [text]);
  useEffect(() => {
    if (marked >= 0) document.getElementById(`${id}-${marked}`)?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  function end(kept: string | null, leave: Leave): void {
    if (ended.current) return;
    ended.current = true;
    done(kept, leave);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const { key, shiftKey, altKey, isComposing } = event;
    if (isComposing) return;
    const leave = ARROWS[key];
    if (key === 'Escape') end(null, 'stay');
    else if (key === 'Enter' && altKey) {
      field.current?.setRangeText('\n', field.current.selectionStart, field.current.selectionEnd, 'end');
      setText(field.current?.value ?? text);
    } else if (key === 'Enter') end(options[marked] ?? text, shiftKey ? 'up' : 'down');
    else if (key === 'Tab') end(options[marked] ?? text, shiftKey ? 'left' : 'right');
    else if (options.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const by = key === 'ArrowDown' ? 1 : -1;
      setMarked((marked + by + options.length + (marked < 0 && by < 0 ? 1 : 0)) % options.length);
    } else if (typing && leave !== undefined) end(text, leave);
    else return;
    event.preventDefault();
  }

  // The sheet's own copy and paste stay away while one types.
  const own = (event: ClipboardEvent) => {
    event.stopPropagation();
  };
  const common = {
    ref: field,
    'aria-label': name,
    spellcheck: false,
    value: text,
    style: size === 0 ? {} : { fontSize: `${size}pt`, lineHeight: '1.25' },
    onInput: (event: { currentTarget: { value: string } }) => {
      setText(event.currentTarget.value);
      setMarked(-1);
    },
    onKeyDown,
    onPaste: own,
    onCopy: own,
    onCut: own,
    onBlur: () => {
      end(text, 'stay');
    },
  };

  return (
    <div class="editor" style={{ left: px(place.left), top: px(place.top), minWidth: px(place.width) }}>
      {list === null ? (
        <textarea rows={1} {...common} />
      ) : (
        <input
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={marked >= 0 ? `${id}-${marked}` : undefined}
          {...common}
        />
      )}
      {list !== null && options.length > 0 && (
        <ul
          class={`choices${place.up ? ' up' : ''}`}
          role="listbox"
          id={id}
          aria-label={`Choices for ${name}`}
        >
          {options.map((option, index) => (
            <li
              key={option}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === marked}
              class={index === marked ? 'on' : ''}
              onMouseDown={(event) => {
                event.preventDefault();
                end(option, 'stay');
              }}
            >
              {option}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
