// The frame of every panel: navigation above, a body that scrolls, a bottom bar with the one action.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Panel as PanelName } from '../../src/commands/answers';
import { IconButton } from './button';
import { Heading } from './heading';
import { Icon } from './icon';
import { Second } from './second';
import './frame.css';

/** What the navigation calls each panel. */
export const NAMES: Readonly<Record<PanelName, string>> = {
  today: 'Today',
  check: 'Check',
  'follow-ups': 'Follow-ups',
  assign: 'Assign',
  home: 'Assignments home',
  mine: 'My contacts',
  meeting: 'Meeting',
  event: 'Back from a date',
  contact: 'Selected contact',
  asks: 'Asks and endorsements',
  partners: 'Partners',
  unions: 'Unions',
  growing: 'Debriefs',
  dashboard: 'Dashboard',
  week: 'The week',
  'next-town': 'Next town',
  changes: 'Changes and undo',
  setup: 'Setup',
  words: 'What the words mean',
};
const ENTRIES = ['today', 'check', 'follow-ups', 'assign'] as const;
const MORE = [
  'meeting',
  'home',
  'mine',
  'contact',
  'dashboard',
  'asks',
  'partners',
  'unions',
  'growing',
  'week',
  'next-town',
  'changes',
  'setup',
] as const;

interface NavProps {
  current: PanelName;
  /** A send is running, so nobody may leave; a press says so instead. */
  locked: boolean;
  onGo: (panel: PanelName) => void;
}

export function Nav({ current, locked, onGo }: NavProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const off = locked ? 'true' : undefined;

  useEffect(() => {
    if (!open) return undefined;
    list.current?.querySelector('button')?.focus();
    const closeOutside = ({ target }: Event): void => {
      if (!opener.current?.parentElement?.contains(target as Node)) setOpen(false);
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
    const step = { ArrowDown: 1, ArrowUp: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      opener.current?.focus();
    } else if (step) {
      if (open) buttons[(at + step) % buttons.length]?.focus();
      else setOpen(!locked);
      event.preventDefault();
    }
  };
  const entry = (panel: PanelName) => (
    <button
      type="button"
      aria-current={panel === current || (panel === 'follow-ups' && current === 'words') ? 'page' : undefined}
      aria-disabled={off}
      onClick={() => {
        setOpen(false);
        onGo(panel);
      }}
    >
      {NAMES[panel]}
    </button>
  );
  return (
    <nav class="nav" aria-label="Panels">
      {ENTRIES.map(entry)}
      <div class="more" onKeyDown={move}>
        <button
          type="button"
          ref={opener}
          aria-expanded={open}
          aria-current={current === 'event' || MORE.some((panel) => panel === current) ? 'page' : undefined}
          aria-disabled={off}
          onClick={() => {
            if (locked) onGo(current);
            else setOpen(!open);
          }}
        >
          More
          <Icon name="down" />
        </button>
        {open && (
          <ul class="pop" ref={list}>
            {MORE.map((panel) => (
              <li key={panel}>{entry(panel)}</li>
            ))}
          </ul>
        )}
      </div>
    </nav>
  );
}

export function Panel(props: {
  title: ComponentChildren;
  sub?: ComponentChildren;
  /** Beside the heading, at the right. */
  aside?: ComponentChildren;
  back?: { readonly name: string; readonly onPress: () => void } | false;
  /** The bottom bar. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { back, sub, foot } = props;
  return (
    <main class="panel">
      <div class="body">
        <div class={back ? 'head with-back' : 'head'}>
          {back && <IconButton icon="left" {...back} />}
          <div>
            <Heading>{props.title}</Heading>
            {sub && <Second>{sub}</Second>}
          </div>
          {props.aside}
        </div>
        {props.children}
      </div>
      {foot && <div class="foot">{foot}</div>}
    </main>
  );
}

/** A part of a panel with its own small heading; `aside` stands at the right of it. */
export function Section(props: { title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="sec">
      <div class="split-row">
        <h2>{props.title}</h2>
        <span class="small mut">{props.aside}</span>
      </div>
      {props.children}
    </section>
  );
}
