// The first opening, before anything is known: what will happen, and the tab to start with.
import { useState } from 'preact/hooks';
import type { Start } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { some } from '../parts/count';
import { Choices } from '../parts/field';
import { Heading, focusNextHeading } from '../parts/heading';
import { Note, ProblemNote } from '../parts/note';
import { Mid } from '../parts/states';
import { useTask } from '../parts/useTask';
import { call } from '../server';
import './welcome.css';

const STEPS = [
  { title: 'Find your columns', text: 'It reads the headings and asks where it is unsure.' },
  { title: 'Check the rows', text: 'See what would stop a message, and fix it.' },
  { title: 'See who is due', text: 'Read each follow-up before it leaves.' },
];

export function Welcome({ start }: { start: Start }) {
  const app = useApp();
  const task = useTask();
  const likely = start.tabs.filter(({ looksLikeContacts }) => looksLikeContacts);
  const tabs = [...likely, ...start.tabs.filter((tab) => tab.rows > 0 && !likely.includes(tab))];
  const [choosing, setChoosing] = useState(start.suggested === '');
  const [chosen, setChosen] = useState(start.suggested || (tabs[0]?.name ?? ''));

  if (tabs.length === 0) {
    return (
      <Mid icon="info" fill="wait" title="This file has no rows yet">
        <p class="mut">
          Write one organization in each row, with a heading over each column: organization, e-mail, last
          contacted.
        </p>
        <Button look="fill" onPress={app.reloadStart}>
          Look again
        </Button>
      </Mid>
    );
  }

  const begin = (): void => {
    task.run(
      'start',
      () => call('startWith', chosen),
      () => {
        focusNextHeading();
        app.go('setup');
        app.reloadStart();
      },
    );
  };
  const busy = task.busy === '' ? '' : 'Reading the tab';

  return (
    <main class="panel">
      <div class="body">
        <Heading large>Welcome to your outreach</Heading>
        <p class="mut gap">
          This add-on works with the sheet you have. It moves no row and mails nobody until you press Send.
        </p>
        <ol class="welcome">
          {STEPS.map(({ title, text }, at) => (
            <li key={title}>
              <span class="step" aria-hidden="true">
                {at + 1}
              </span>
              <div>
                <p class="org">{title}</p>
                <p class="small mut">{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <ProblemNote problem={task.problem} />
        {choosing ? (
          <Choices
            question="Which tab holds your contacts?"
            why="One organization in each row. Nothing is changed by your answer."
            options={tabs.map(({ name, rows }) => ({ key: name, label: name, second: rows > 0 ? some(rows, 'row') : '' }))}
            chosen={chosen}
            onChoose={setChosen}
          >
            {null}
          </Choices>
        ) : (
          <Note kind="info">
            It looks like your contacts are in the tab <b>“{start.suggested}”</b>,{' '}
            {some(start.suggestedRows, 'row')}.
          </Note>
        )}
      </div>
      <div class="foot">
        <Button look="fill" wide busy={busy} onPress={begin}>
          {choosing ? `Start with “${chosen}”` : 'Start with this tab'}
        </Button>
        {choosing || tabs.length < 2 ? null : (
          <Button
            look="text"
            wide
            onPress={() => {
              setChoosing(true);
            }}
          >
            Choose another tab
          </Button>
        )}
      </div>
    </main>
  );
}
