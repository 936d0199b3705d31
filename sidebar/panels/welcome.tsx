// The first opening, before anything is known: what will happen, and the tab to start with.
import { useState } from 'preact/hooks';
import type { Start } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { some } from '../parts/count';
import { Heading } from '../parts/heading';
import { Note, ProblemNote } from '../parts/note';
import { Mid } from '../parts/states';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import { call } from '../server';
import { TabChoice } from './tabChoice';
import { Second } from '../parts/second';
import './setup.css';

const STEPS = [
  ['Find your columns', 'It reads the headings and asks where it is unsure.'],
  ['Check the rows', 'See what would stop a message, and fix it.'],
  ['See who is due', 'Read each follow-up before it leaves.'],
];

export function Welcome({ start }: { start: Start }) {
  const { suggested } = start;
  const app = useApp();
  const task = useTask();
  const tabs = start.tabs
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => Number(b.looksLikeContacts) - Number(a.looksLikeContacts));
  const [choosing, choose] = useFlip(!suggested);
  const [chosen, setChosen] = useState(suggested || (tabs[0]?.name ?? ''));

  if (tabs.length === 0) {
    return (
      <Mid icon="info" fill="info" title="This file has no rows yet">
        <Second>
          Write one organization in each row, with a heading over each column: organization, e-mail, last
          contacted.
        </Second>
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
        app.go('setup');
        app.reloadStart();
      },
    );
  };
  return (
    <main class="panel">
      <div class="body">
        <Heading large>Welcome to your outreach</Heading>
        <p class="mut lead gap below">
          This add-on works with the sheet you have. It moves no row and mails nobody until you press Send.
        </p>
        <ol>
          {STEPS.map(([title, text], at) => (
            <li class="step-row across" key={title}>
              <span class="step" aria-hidden="true">
                {at + 1}
              </span>
              <div>
                <p class="org">{title}</p>
                <Second>{text}</Second>
              </div>
            </li>
          ))}
        </ol>
        <ProblemNote problem={task.problem} />
        {choosing ? (
          <TabChoice tabs={tabs} chosen={chosen} onChoose={setChosen} />
        ) : (
          <Note kind="info">
            It looks like your contacts are in the tab <b>“{suggested}”</b>,{' '}
            {some(start.suggestedRows, 'row')}.
          </Note>
        )}
      </div>
      <div class="foot">
        <Button look="fill" wide busy={task.busy && 'Reading the tab'} onPress={begin}>
          {choosing ? `Start with “${chosen}”` : 'Start with this tab'}
        </Button>
        {!choosing && tabs.length > 1 && (
          <Button look="text" wide onPress={choose}>
            Choose another tab
          </Button>
        )}
      </div>
    </main>
  );
}
