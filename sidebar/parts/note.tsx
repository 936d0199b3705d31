// Notes: hint, done, warning, problem. A problem is read out at once, a result when the reader is free.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';
import { LinkText } from './button';
import { Icon, type IconName } from './icon';
import { some } from './count';
import './note.css';

const ICONS = { info: 'info', good: 'check', warn: 'bang', bad: 'stop' } as const;

export function Note(props: {
  kind: 'info' | 'good' | 'warn' | 'bad';
  icon?: IconName;
  role?: 'alert' | 'status';
  children: ComponentChildren;
}) {
  return (
    <div class={`note ${props.kind}`} role={props.role}>
      <Icon name={props.icon ?? ICONS[props.kind]} />
      <div>{props.children}</div>
    </div>
  );
}

/** What went wrong with the last step and what to do; nothing where all is well. */
export function ProblemNote({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <div class="gap-l below">
      <Note kind="bad" role="alert">
        {problem.message} <b>{problem.todo}</b>
      </Note>
    </div>
  );
}

/** The cells a write left alone, with the reason of each on demand. */
export function KeptNote({ receipt }: { receipt: Pick<WriteReceipt, 'written' | 'kept'> }) {
  const [open, setOpen] = useState(false);
  const { kept, written } = receipt;
  if (kept.length === 0) return null;
  return (
    <div class="gap-l below">
      <Note kind="warn" role="status">
        <b>
          {kept.length} of {some(written + kept.length, 'cell')} {kept.length === 1 ? 'was' : 'were'} kept.
        </b>{' '}
        {open ? null : `${kept[0]?.why ?? ''} `}
        <LinkText expanded={open} onPress={() => setOpen(!open)}>
          {open ? 'Hide them' : 'Show them'}
        </LinkText>
        {open ? (
          <ul class="gap-s">
            {kept.map((one) => (
              <li key={one.cell}>
                <b>{one.cell}:</b> {one.why}
              </li>
            ))}
          </ul>
        ) : null}
      </Note>
    </div>
  );
}
