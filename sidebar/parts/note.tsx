// Notes: hint, done, warning, problem. A problem is read out at once, a result when the reader is free.
import type { ComponentChildren } from 'preact';
import type { WriteReceipt } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';
import { Link, LinkText } from './button';
import { some } from './count';
import { Icon, type IconName } from './icon';
import { useFlip } from './useFlip';
import './note.css';

const ICONS = { info: 'info', good: 'check', warn: 'bang', bad: 'stop' } as const;

export function Note(props: {
  kind: 'info' | 'good' | 'warn' | 'bad';
  icon?: IconName;
  role?: 'alert' | 'status';
  children: ComponentChildren;
}) {
  return (
    <div class={'note gap-l below ' + props.kind} role={props.role}>
      <Icon name={props.icon ?? ICONS[props.kind]} />
      <div>{props.children}</div>
    </div>
  );
}

/** What went wrong with the last step and what to do; nothing where all is well. */
export function ProblemNote({ problem }: { problem: Problem | null }) {
  return (
    problem && (
      <Note kind="bad" role="alert">
        {problem.message} <b>{problem.todo}</b>{' '}
        {problem.url && (
          <Link look="" href={problem.url}>
            Allow
          </Link>
        )}
      </Note>
    )
  );
}

/** What a write left alone, cells and whole tabs, with the reason of each; nothing where all was written. */
export function KeptNote({ receipt }: { receipt: Pick<WriteReceipt, 'written' | 'kept'> | null }) {
  const [open, flip] = useFlip();
  const kept = receipt?.kept ?? [];
  const cells = kept.filter(({ cell }) => cell).length;
  if (!receipt || kept.length === 0) return null;
  return (
    <Note kind="warn" role="status">
      {cells > 0 && (
        <b>
          {cells} of {some(receipt.written + cells, 'cell')} {cells === 1 ? 'was' : 'were'} kept.
        </b>
      )}
      <ul>
        {kept.slice(0, open ? kept.length : 1).map(({ cell, why }) => (
          <li key={cell + why}>{why}</li>
        ))}
      </ul>
      {kept.length > 1 && (
        <LinkText expanded={open} onPress={flip}>
          {open ? 'Hide them' : 'Show them'}
        </LinkText>
      )}
    </Note>
  );
}
