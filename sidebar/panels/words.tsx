// What the words mean, and the one button that puts them into the sheet.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { NAMES, Panel } from '../parts/frame';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { useTask } from '../parts/useTask';
import { Word, type WordName } from '../parts/word';
import { call } from '../server';
import { Second } from '../parts/second';
import './shares.css';

type Meanings = readonly (readonly [word: WordName | '', text: string])[];

const IN_THE_SHEET: Meanings = [
  ['Follow up', 'No answer since our last touch, and the wait is over.'],
  ['Last try', 'The same, and this is the last e-mail. Then comes a call or a visit.'],
  ['Call them', 'All e-mails are sent. Try the phone, social media or an introduction.'],
  ['Waiting', 'They asked for time, or decide at a meeting of theirs. Due the day after.'],
  ['Gone quiet', 'No touch for more than 30 days.'],
  ['Check date', 'The date is text, or later than today. Write it as a date.'],
  ['', 'Nothing to do: answered, endorsed, closed, or not contacted yet.'],
];
const ONLY_HERE: Meanings = [
  ['On hold', 'Someone of ours was in touch with them lately.'],
  ['Bounced', 'The mail came back. Find another address.'],
];

/** `hasColumn` null: not known, when the panel was opened by itself. */
export function Words({ hasColumn }: { hasColumn: boolean | null }) {
  const app = useApp();
  const task = useTask();
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const there = hasColumn === true || receipt !== null;
  const mark = (): void => {
    task.run(
      'mark',
      () => call('markNextSteps'),
      (done) => {
        setReceipt(done);
        app.tell(done);
      },
    );
  };
  return (
    <Panel
      title={NAMES.words}
      back={{
        name: 'Back to the follow-ups',
        onPress: () => {
          app.go('follow-ups');
        },
      }}
      foot={
        <>
          <Second>
            {there
              ? 'The column “Next step” is in your tab.'
              : 'This adds one column, “Next step”, at the right end, and colours the rows by it. Nothing you typed changes.'}
          </Second>
          <Button look="fill" wide busy={task.busy && 'Writing the words'} onPress={mark}>
            {there ? 'Refresh' : 'Show'} the words in the sheet
          </Button>
        </>
      }
    >
      <ProblemNote problem={task.problem} />
      <KeptNote receipt={receipt} />
      <h2>In the column “Next step”</h2>
      <List meanings={IN_THE_SHEET} />
      <h2 class="gap-l">Only in this sidebar</h2>
      <List meanings={ONLY_HERE} />
      <Note kind="info">Type a new date or an answer in the sheet, and the word changes at once.</Note>
    </Panel>
  );
}

function List({ meanings }: { meanings: Meanings }) {
  return (
    <ul class="meanings lines across-lines">
      {meanings.map(([word, text]) => (
        <li key={word}>
          <span>{word ? <Word name={word} /> : <span class="small mut">No word</span>}</span>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
