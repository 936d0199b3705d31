// What a panel shows instead of its content: loading, empty, error, several accounts.
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../src/values/result';
import { useApp } from '../context';
import { WRONG_ACCOUNT } from '../server';
import { Button, Link } from './button';
import { Panel } from './frame';
import { Heading } from './heading';
import { Icon, type IconName } from './icon';
import type { Asked } from './useAnswer';
import { useFlip } from './useFlip';
import { Second } from './second';
import './states.css';

export function Mid(props: {
  icon: IconName;
  fill: 'good' | 'bad' | 'warn' | 'info';
  title: string;
  role?: 'alert';
  children: ComponentChildren;
}) {
  return (
    <main class="panel">
      <div class="mid" role={props.role}>
        <div class={'disc ' + props.fill}>
          <Icon name={props.icon} />
        </div>
        <Heading>{props.title}</Heading>
        {props.children}
      </div>
    </main>
  );
}

/** What stands there until an answer is; null where the panel can show it. */
export function unready(asked: Omit<Asked<unknown>, 'put'>, title: string): VNode | null {
  if (asked.problem) return <Failure problem={asked.problem} retry={asked.reload} />;
  return asked.value === null ? <Loading title={title} /> : null;
}

/** Nothing for the first second, then grey shapes in the place of the rows; after a while a word about the wait. */
export function Loading({ title }: { title: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timers = [1, 15].map((wait) => setTimeout(setSeconds, wait * 1000, wait));
    return () => {
      timers.forEach(clearTimeout);
    };
  }, []);
  return (
    <Panel title={title} sub="Reading the sheet…">
      <div role="status" aria-label="Reading the sheet">
        {seconds > 0 && (
          <>
            <MovingBar />
            {['56', '77', '63', '49', '66', '56'].map((width, at) => (
              <div class="rows" key={at}>
                <div class="sk gap-l" style={{ width: width + '%' }} />
                <div class="sk" />
              </div>
            ))}
          </>
        )}
      </div>
      {seconds > 0 && (
        <p class="mut gap-l">
          {seconds > 1 && 'This takes longer than usual: a large sheet can need a minute. '}
          You can keep working in the sheet.
        </p>
      )}
    </Panel>
  );
}

export function MovingBar() {
  return (
    <div class="bar moving" aria-hidden="true">
      <i class="act" />
    </div>
  );
}

/** What Setup puts right, by the code of the problem, and the words of the button that goes there. */
const CURES = [
  [/column|header|question|reach/, 'Pick the column'],
  [/permission|authori/, 'See the permissions'],
  [/tab|table|map/, 'Open Setup'],
] as const;

/** The problem of a whole panel: what happened, what to do, and the button that does it. */
export function Failure({ problem, retry }: { problem: Problem; retry: () => void }) {
  const app = useApp();
  const [open, flip] = useFlip();
  const { code, message, todo, url } = problem;
  const account = code === WRONG_ACCOUNT;
  const [, first = message, rest = ''] = /^(.+?)[.?!]\s+(.+)$/s.exec(message) ?? [];
  const cure = !url && CURES.find(([about]) => about.test(code));
  const isLabel = /^[^.?!]{1,30}$/.test(todo);
  return (
    <Mid icon={account ? 'people' : 'stop'} fill={account ? 'warn' : 'bad'} title={first} role="alert">
      <Second>{rest}</Second>
      {!isLabel && <p>{todo}</p>}
      {url && <Link href={url}>Allow</Link>}
      {cure && (
        <Button
          look="fill"
          onPress={() => {
            app.go('setup');
          }}
        >
          {isLabel ? todo : cure[1]}
        </Button>
      )}
      <Button look={cure ? 'text' : 'fill'} onPress={retry}>
        Try again
      </Button>
      {account && (
        <Button look="text" onPress={flip}>
          How do I do that?
        </Button>
      )}
      {open && (
        <ol class="steps">
          <li>Open a private window.</li>
          <li>Sign in there with the one account that can open this file.</li>
          <li>Open the file and choose Outreach in the menu.</li>
        </ol>
      )}
    </Mid>
  );
}
