// The frame of every panel: navigation above, a body that scrolls, a bottom bar with the one action.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Panel as PanelName } from '../../src/commands/answers';
import { IconButton } from './button';
import { Heading } from './heading';
import { Icon } from './icon';
import './frame.css';

const ENTRIES: readonly { readonly panel: PanelName; readonly label: string }[] = [
  { panel: 'today', label: 'Today' },
  { panel: 'check', label: 'Check' },
  { panel: 'follow-ups', label: 'Follow-ups' },
  { panel: 'assign', label: 'Assign' },
];
const MORE: readonly { readonly panel: PanelName; readonly label: string }[] = [
  { panel: 'contact', label: 'Selected contact' },
  { panel: 'changes', label: 'Changes and undo' },
  { panel: 'setup', label: 'Setup' },
];

/** `locked`: a send is running, so nobody may leave; a press says so instead. */
export function Nav(props: { current: PanelName; locked: boolean; onGo: (panel: PanelName) => void }) {
  const current = props.current === 'words' ? 'follow-ups' : props.current;
  const off = props.locked ? 'true' : undefined;
  return (
    <nav class="nav" aria-label="Panels">
      {ENTRIES.map(({ panel, label }) => (
        <button
          type="button"
          key={panel}
          aria-current={panel === current ? 'page' : undefined}
          aria-disabled={off}
          onClick={() => {
            props.onGo(panel);
          }}
        >
          {label}
        </button>
      ))}
      <More current={current} locked={props.locked} onGo={props.onGo} />
    </nav>
  );
}

function More(props: { current: PanelName; locked: boolean; onGo: (panel: PanelName) => void }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const inside = MORE.some(({ panel }) => panel === props.current);

  useEffect(() => {
    if (!open) return undefined;
    list.current?.querySelector('button')?.focus();
    const closeOutside = (event: Event): void => {
      const at = event.target as Node;
      if (!(list.current?.contains(at) ?? false) && !(opener.current?.contains(at) ?? false)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  const move = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((one) => one === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape') {
      setOpen(false);
      opener.current?.focus();
    } else if (to !== undefined) {
      buttons[to % buttons.length]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="more">
      <button
        type="button"
        ref={opener}
        aria-expanded={open}
        aria-current={inside ? 'page' : undefined}
        aria-disabled={props.locked ? 'true' : undefined}
        onClick={() => {
          setOpen(!open && !props.locked);
          if (props.locked) props.onGo(props.current);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !props.locked) {
            setOpen(true);
            event.preventDefault();
          }
        }}
      >
        More
        <Icon name="down" />
      </button>
      {open ? (
        <ul class="pop" ref={list} onKeyDown={move} aria-label="More panels">
          {MORE.map(({ panel, label }) => (
            <li key={panel}>
              <button
                type="button"
                aria-current={panel === props.current ? 'page' : undefined}
                onClick={() => {
                  setOpen(false);
                  props.onGo(panel);
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export function Panel(props: {
  title: ComponentChildren;
  sub?: ComponentChildren;
  /** Beside the heading, at the right. */
  aside?: ComponentChildren;
  back?: { readonly name: string; readonly onPress: () => void };
  /** The bottom bar. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { back } = props;
  return (
    <main class="panel">
      <div class="body">
        <div class={back ? 'head with-back' : 'head'}>
          {back ? <IconButton icon="left" name={back.name} onPress={back.onPress} /> : null}
          <div class="titles">
            <Heading>{props.title}</Heading>
            {props.sub === undefined ? null : <p class="sub">{props.sub}</p>}
          </div>
          {props.aside}
        </div>
        {props.children}
      </div>
      {props.foot === undefined || props.foot === null ? null : <div class="foot">{props.foot}</div>}
    </main>
  );
}

/** A part of a panel with its own small heading; `aside` stands at the right of it. */
export function Section(props: { title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>{props.title}</h2>
        {props.aside === undefined ? null : <span class="small mut">{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}
