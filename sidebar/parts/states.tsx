// What a panel shows instead of its content: loading, empty, error, several accounts.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Panel as PanelName } from '../../src/commands/answers';
import type { Problem } from '../../src/values/result';
import { useApp } from '../context';
import { goTo, WRONG_ACCOUNT } from '../server';
import { Button } from './button';
import { Panel } from './frame';
import { Heading } from './heading';
import { Icon, type IconName } from './icon';
import './states.css';

export function Mid(props: {
  icon: IconName;
  fill: 'good' | 'stop' | 'follow' | 'wait';
  title: string;
  role?: 'alert';
  children: ComponentChildren;
}) {
  return (
    <main class="panel">
      <div class="mid" role={props.role}>
        <div class={`disc ${props.fill}`}>
          <Icon name={props.icon} />
        </div>
        <Heading>{props.title}</Heading>
        {props.children}
      </div>
    </main>
  );
}

/** Nothing for the first second, then grey shapes in the place of the rows; after a while a word about the wait. */
export function Loading({ title }: { title: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timers = [1, 15].map((wait) =>
      setTimeout(() => {
        setSeconds(wait);
      }, wait * 1000),
    );
    return () => {
      timers.forEach(clearTimeout);
    };
  }, []);
  return (
    <Panel title={title} sub="Reading the sheet…">
      <div role="status" aria-label="Reading the sheet">
        {seconds >= 1 ? (
          <>
            <MovingBar />
            {[150, 206, 168, 132, 176, 150].map((width, at) => (
              <div class="sk-row" key={at}>
                <span class="sk" />
                <span>
                  <span class="sk line" style={{ width: `${width}px` }} />
                  <span class="sk line thin" style={{ width: `${width + 26}px` }} />
                </span>
              </div>
            ))}
          </>
        ) : null}
      </div>
      {seconds >= 1 ? (
        <p class="small mut gap-l">
          {seconds >= 15
            ? 'This takes longer than usual. A large sheet can need a minute; you can keep working in it.'
            : 'You can keep working in the sheet.'}
        </p>
      ) : null}
    </Panel>
  );
}

export function MovingBar() {
  return (
    <div class="bar moving" aria-hidden="true">
      <i class="act run" />
    </div>
  );
}

/** What Setup puts right, by the code of the problem, and the words of the button that goes there. */
const CURES: readonly { readonly about: RegExp; readonly label: string }[] = [
  { about: /column|header|heading|question/, label: 'Pick the column' },
  { about: /permission|authori/, label: 'See the permissions' },
  { about: /tab|table|map/, label: 'Open Setup' },
];

/** The problem of a whole panel: what happened, what to do, and the one button that does it. */
export function Failure({ problem, retry }: { problem: Problem; retry: () => void }) {
  const app = useApp();
  if (problem.code === WRONG_ACCOUNT) return <WrongAccount retry={retry} />;
  const [, first = problem.message, rest = ''] = /^(.+?[.?!])\s+(.+)$/s.exec(problem.message) ?? [];
  const { place } = problem;
  const cure = CURES.find(({ about }) => about.test(problem.code));
  const isLabel = problem.todo !== '' && problem.todo.length <= 30 && !/[.?!]$/.test(problem.todo);
  const cell = place?.row !== undefined ? `${place.column ?? 'A'}${place.row}` : '';
  return (
    <Mid icon="stop" fill="stop" title={first.replace(/\.$/, '')} role="alert">
      {rest === '' ? null : <p class="mut">{rest}</p>}
      {isLabel || problem.todo === '' ? null : <p>{problem.todo}</p>}
      {cure ? (
        <Button
          look="fill"
          onPress={() => {
            app.go('setup');
          }}
        >
          {isLabel ? problem.todo : cure.label}
        </Button>
      ) : place !== undefined && cell !== '' ? (
        <Button look="fill" onPress={() => void goTo(place.sheet, cell)}>
          Go to {cell}
        </Button>
      ) : null}
      <Button look={cure || cell !== '' ? 'text' : 'fill'} onPress={retry}>
        Try again
      </Button>
    </Mid>
  );
}

export function WrongAccount({ retry }: { retry: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Mid icon="people" fill="follow" title="You are signed in to several Google accounts" role="alert">
      <p class="mut">
        Google answered for one that cannot open this file. Nothing was changed. Use one account in this
        browser window, then load the page again.
      </p>
      <Button look="fill" onPress={retry}>
        Try again
      </Button>
      <Button
        look="text"
        onPress={() => {
          setOpen(!open);
        }}
      >
        How do I do that?
      </Button>
      {open ? (
        <ol class="steps">
          <li>Open a private window, or a new profile of your browser.</li>
          <li>Sign in there with the one account that can open this file.</li>
          <li>Open the file and choose Outreach in the menu.</li>
        </ol>
      ) : null}
    </Mid>
  );
}
