// What the words mean, and the one button that puts them into the sheet.
import type { ComponentChildren } from 'preact';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { Panel } from '../parts/frame';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { useTask } from '../parts/useTask';
import { Word, type WordName } from '../parts/word';
import { call } from '../server';
import type { WriteReceipt } from '../../src/commands/answers';
import { useState } from 'preact/hooks';
import './words.css';

const SHEET_WORDS: readonly { readonly word: WordName; readonly text: string }[] = [
  {
    word: 'Follow up',
    text: 'No answer since our last touch, and the wait is over: 7 days unless Settings say otherwise.',
  },
  { word: 'Last try', text: 'The same, and this is the last e-mail. After it comes a call or a visit.' },
  { word: 'Call them', text: 'All e-mails are sent. Try the phone, social media or an introduction.' },
  { word: 'Waiting', text: 'They asked for time, or decide at a meeting of theirs. Due the day after.' },
  { word: 'Gone quiet', text: 'No touch for more than 30 days. Call, or ask whoever knows them.' },
  { word: 'Check date', text: 'The date is text, or later than today. Write it as a date.' },
];
const OWN_WORDS: readonly { readonly word: WordName; readonly text: string }[] = [
  { word: 'On hold', text: 'Someone of ours was in touch with them or their group within the wait.' },
  { word: 'Bounced', text: 'The mail came back. Find another address.' },
];

/** `hasColumn` null: not known, when the panel was opened by itself. */
export function Words({ hasColumn }: { hasColumn: boolean | null }) {
  const app = useApp();
  const task = useTask();
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
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
  const there = hasColumn === true || (receipt?.written ?? 0) > 0;
  return (
    <Panel
      title="What the words mean"
      back={{
        name: 'Back to the follow-ups',
        onPress: () => {
          app.go('follow-ups');
        },
      }}
      foot={
        <>
          <p class="small mut">
            {there
              ? 'The column “Next step” stands at the right end of your tab. New rows get their word too.'
              : 'This adds one column, “Next step”, at the right end of your tab and colours its words. No other column changes.'}
          </p>
          <Button look="fill" wide busy={task.busy === '' ? '' : 'Writing the words'} onPress={mark}>
            {there ? 'Refresh the words in the sheet' : 'Show the words in the sheet'}
          </Button>
        </>
      }
    >
      <ProblemNote problem={task.problem} />
      {receipt ? <KeptNote receipt={receipt} /> : null}
      <h2>In the column “Next step”</h2>
      <ul class="meanings">
        {SHEET_WORDS.map(({ word, text }) => (
          <Meaning key={word} word={<Word name={word} />}>
            {text}
          </Meaning>
        ))}
        <Meaning word={<span class="small mut">No word</span>}>
          Nothing to do: answered, endorsed, closed, or not contacted yet.
        </Meaning>
      </ul>
      <h2 class="gap-l">Only here, from the Outreach log</h2>
      <ul class="meanings">
        {OWN_WORDS.map(({ word, text }) => (
          <Meaning key={word} word={<Word name={word} />}>
            {text}
          </Meaning>
        ))}
      </ul>
      <div class="gap">
        <Note kind="info">Type a new date or an answer in the sheet, and the word changes at once.</Note>
      </div>
    </Panel>
  );
}

function Meaning({ word, children }: { word: ComponentChildren; children: ComponentChildren }) {
  return (
    <li>
      <span>{word}</span>
      <p class="small">{children}</p>
    </li>
  );
}
