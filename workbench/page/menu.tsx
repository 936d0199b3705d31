// A menu under its button: Enter or a click opens it, arrows move, Escape closes and gives the focus back.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export type MenuItem = { readonly label: string; readonly run: () => void; readonly off?: boolean } | null;

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly class?: string;
  readonly up?: boolean;
  /** What the button shows in place of the label, which stays its name. */
  readonly children?: ComponentChildren;
}

export function Menu({ label, items, class: look = 'm', up, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div class="menu">
      <button
        type="button"
        ref={button}
        class={`${look}${open ? ' open' : ''}`}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(children === undefined ? {} : { 'aria-label': label })}
        onClick={() => {
          setOpen(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children ?? label}
      </button>
      {open && (
        <MenuList
          label={label}
          items={items}
          class={up === true ? 'pop up' : 'pop'}
          close={(back) => {
            setOpen(false);
            if (back) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

export interface MenuListProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly class: string;
  readonly style?: Record<string, string>;
  /** `back`: the focus goes back to where the menu was opened. */
  readonly close: (back: boolean) => void;
}

export function MenuList({ label, items, class: look, style, close }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('button:not([disabled])') ?? []),
  ];

  // Before anything is painted: a quick hand's arrow or Enter must not be answered by the first line.
  useLayoutEffect(() => {
    buttons()[0]?.focus();
    const outside = (event: MouseEvent) => {
      if (!(event.target as Element).closest('.menu')) close(false);
    };
    window.addEventListener('mousedown', outside);
    // A click into a frame takes the focus without an event of its own here.
    const away = () => {
      close(false);
    };
    window.addEventListener('blur', away);
    return () => {
      window.removeEventListener('mousedown', outside);
      window.removeEventListener('blur', away);
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') {
      close(false);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class={look} role="menu" aria-label={label} ref={list} style={style} onKeyDown={onKeyDown}>
      {items.map((item, index) =>
        item === null ? (
          <hr key={index} />
        ) : (
          <button
            key={index}
            type="button"
            role="menuitem"
            disabled={item.off === true}
            onClick={() => {
              close(true);
              item.run();
            }}
          >
            {item.label}
          </button>
        ),
      )}
    </div>
  );
}
