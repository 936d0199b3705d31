// One ask in a list: what was asked, its word with why, and its answer to be written down or put right.
import type { AskItem } from '../../../src/commands/askAnswers';
import { LinkText } from '../../parts/button';
import { Folds } from '../../parts/folds';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { useTask } from '../../parts/useTask';
import type { OnWritten } from '../../parts/useWrite';
import { Word, type WordName } from '../../parts/word';
import { goToContact } from '../../server';
import { useState } from 'preact/hooks';
import { Answer } from './answer';

const OF_STATE: Readonly<Record<AskItem['state'], WordName | ''>> = {
  due: 'Follow up',
  waiting: 'Waiting',
  fresh: 'Open',
  answered: '',
};
const OF_ANSWER: Readonly<Record<AskItem['answer'], WordName>> = {
  open: 'Open',
  yes: 'Yes',
  no: 'No',
  maybe: 'Maybe',
  later: 'Waiting',
  dropped: 'Taken back',
};

/** Selects the row of a contact, with a note where it is gone. */
export function ToContact({ contact, organization }: { contact: string; organization: string }) {
  const task = useTask();
  return (
    <>
      <LinkText
        onPress={() => {
          task.run('go', () => goToContact(contact), Boolean);
        }}
      >
        {organization}
      </LinkText>
      <ProblemNote problem={task.problem} />
    </>
  );
}

/** `named`: the list is not that of one organization. */
export function AskLine(props: { item: AskItem; named?: boolean; onWritten: OnWritten }) {
  const { item, named } = props;
  const { organization, kind, text, owner } = item;
  const [open, setOpen] = useState<'answer' | ''>('');
  const id = 'ask-' + item.id;
  return (
    <>
      <div class="split-row">
        <div>{named ? <ToContact {...item} /> : <p class="org cap">{kind}</p>}</div>
        <Word name={OF_STATE[item.state] || OF_ANSWER[item.answer]} />
      </div>
      {named && (
        <p class="cap">
          {kind}
          {owner && `, ${owner} has it`}
        </p>
      )}
      <Second>{text}</Second>
      <Folds
        id={id}
        items={[
          {
            key: 'answer',
            label: item.state === 'answered' ? 'Change the answer' : 'Write down the answer',
            about: `${kind}, ${organization}`,
          },
        ]}
        open={open}
        onOpen={setOpen}
      >
        <Answer
          item={item}
          back={id + 'answer'}
          onWritten={(receipt) => {
            setOpen('');
            props.onWritten(receipt);
          }}
        />
      </Folds>
    </>
  );
}
