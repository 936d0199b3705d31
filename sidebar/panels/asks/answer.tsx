// Writes down what they answered to one ask, or puts an answer right: what they said, when, who there decided.
import { useState } from 'preact/hooks';
import type { AskAnswerRequest, AskItem } from '../../../src/commands/askAnswers';
import { useApp } from '../../context';
import { Button } from '../../parts/button';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { Chips } from '../../parts/segments';
import { useFields } from '../../parts/useFields';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call } from '../../server';

export const ENDORSEMENT = 'endorsement';

type Said = 'yes' | 'no' | 'maybe' | 'later' | 'decides' | 'dropped' | 'open';
/** What each is called, and the words of the button that writes it. */
const SAID: Readonly<Record<Said, readonly [label: string, button: string]>> = {
  yes: ['Yes', 'Save the yes'],
  no: ['No', 'Save the no'],
  maybe: ['Maybe', 'Save the maybe'],
  later: ['Later', 'Save the day'],
  decides: ['They decide on…', 'Save the day'],
  dropped: ['We take it back', 'Take it back'],
  open: ['No answer yet', 'Open it again'],
};

type Named = AskItem['mayBeNamed'];

/** Whether the organization may be named in public. */
export function MayBeNamed({ named, onSet }: { named: Named; onSet: (named: Named) => void }) {
  return (
    <>
      <p class="mut">May we name them in public?</p>
      <Chips
        name="May we name them in public?"
        items={[
          { key: 'yes', label: 'They agreed' },
          { key: 'no', label: 'Not in public' },
          { key: '', label: 'Nobody asked yet' },
        ]}
        chosen={named}
        onChoose={onSet}
      />
    </>
  );
}

export function Answer(props: { item: AskItem; back: string; onWritten: OnWritten }) {
  const { item } = props;
  const { start } = useApp();
  const { busy, problem, write } = useWrite(props.back, props.onWritten);
  const isOpen = item.answer === 'open' && !item.waitUntil;
  const [said, setSaid] = useState<Said | ''>(
    item.answer !== 'open' ? item.answer : item.waitUntil ? 'decides' : '',
  );
  const { now, put, input } = useFields<
    Pick<AskAnswerRequest, 'day' | 'waitUntil' | 'whoDecided' | 'mayBeNamed' | 'note'>
  >({
    day: item.answeredOn || (start?.today ?? ''),
    waitUntil: item.waitUntil,
    whoDecided: item.whoDecided,
    mayBeNamed: item.mayBeNamed,
    note: item.note,
  });
  const waits = said === 'later' || said === 'decides';
  const ends = said === 'yes' || said === 'no';
  const endorses = said === 'yes' && item.kind === ENDORSEMENT;
  const save = (): void => {
    if (!said) return;
    const request: AskAnswerRequest = {
      ...now,
      contact: item.contact,
      ask: item.id,
      answer: said === 'decides' ? 'open' : said,
      day: ends || said === 'maybe' ? now.day : '',
      waitUntil: waits ? now.waitUntil : '',
    };
    write('answer', () => call('answerAsk', request));
  };
  return (
    <>
      <p class="mut">What did they say?</p>
      <Chips
        name="What did they say?"
        items={(Object.keys(SAID) as Said[])
          .filter((key) => key !== 'open' || !isOpen)
          .map((key) => ({ key, label: SAID[key][0] }))}
        chosen={said}
        onChoose={setSaid}
      />
      {(ends || said === 'maybe') && input('day', 'Day of their answer', 'date')}
      {waits &&
        input('waitUntil', said === 'later' ? 'Nothing to do before' : 'Day on which they decide', 'date')}
      {ends && input('whoDecided', 'Who there decided')}
      {endorses && (
        <>
          {!now.whoDecided && (
            <Second>With a name and a day it counts. Without them it is listed as claimed.</Second>
          )}
          <MayBeNamed
            named={now.mayBeNamed}
            onSet={(named) => {
              put('mayBeNamed', named);
            }}
          />
        </>
      )}
      {said && (
        <>
          {input('note', said === 'dropped' ? 'Why, in a few words' : 'A few words about it, if you like')}
          {said === 'dropped' && <Second>An open ask is never taken back without a word.</Second>}
          <div class="buttons">
            <Button
              small
              about={item.organization}
              off={waits && !now.waitUntil}
              busy={busy && 'Saving'}
              onPress={save}
            >
              {SAID[said][1]}
            </Button>
          </div>
        </>
      )}
      <ProblemNote problem={problem} />
    </>
  );
}
