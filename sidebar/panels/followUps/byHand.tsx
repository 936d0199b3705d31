// The ready list without mail permission: open in Gmail, copy, mark as sent.
import { useState } from 'preact/hooks';
import { useApp } from '../../context';
import { Button, Link } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { useFirst } from '../../parts/firstOf';
import { focusOn } from '../../parts/heading';
import { ProblemNote } from '../../parts/note';
import { useTask, type Task } from '../../parts/useTask';
import { Word } from '../../parts/word';
import { call, type Mode } from '../../server';
import { forget, type Draft } from './drafts';
import { Second } from '../../parts/second';

export interface Hands {
  /** Contacts whose message was opened, the last one last. */
  readonly opened: readonly string[];
  readonly marked: readonly string[];
  readonly open: (contact: string) => void;
  readonly mark: (draft: Draft) => void;
  readonly task: Task;
}

export function useByHand(mode: Mode): Hands {
  const app = useApp();
  const task = useTask();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [marked, setMarked] = useState<readonly string[]>([]);
  return {
    opened,
    marked,
    task,
    open: (contact) => {
      setOpened((before) => [...before.filter((one) => one !== contact), contact]);
    },
    mark: ({ request }) => {
      task.run(
        request.contact,
        () => call('markSent', request, mode),
        (receipt) => {
          forget(mode, request.contact);
          setMarked((before) => [...before, request.contact]);
          app.tell(receipt);
          focusOn(lineId(request.contact));
        },
      );
    },
  };
}

function lineId(contact: string): string {
  return 'by-hand-' + contact;
}

export function ByHand({ drafts, hands }: { drafts: readonly Draft[]; hands: Hands }) {
  const { shown, more } = useFirst(drafts, 20);
  return (
    <>
      <ProblemNote problem={hands.task.problem} />
      <ul class="rows lines">
        {shown.map((draft) => (
          <ByHandLine key={draft.item.contact} draft={draft} hands={hands} />
        ))}
      </ul>
      {more}
    </>
  );
}

function ByHandLine({ draft, hands }: { draft: Draft; hands: Hands }) {
  const { contact, organization, to, subject, body, composeUrl } = draft.item;
  const { opened, task } = hands;
  const marked = hands.marked.includes(contact);
  const asked = opened.includes(contact) && !marked;
  return (
    <li id={lineId(contact)} tabIndex={-1}>
      <div class="split-row">
        <p class="org">{organization}</p>
        {marked && <span class="small on">Marked as sent</span>}
        {asked && <Word name="Opened" />}
      </div>
      <Second>To {to}</Second>
      {asked && (
        <p>
          <b>{subject}</b>
          <span class="second mut">{beginning(body)}</span>
        </p>
      )}
      {!marked && (
        <div class="buttons gap">
          <Link
            href={composeUrl}
            icon="out"
            about={organization}
            onPress={() => {
              hands.open(contact);
            }}
          >
            Open in Gmail
          </Link>
          <CopyButton text={subject + '\n\n' + body} about={organization}>
            Copy text
          </CopyButton>
        </div>
      )}
      {asked && (
        <div class="note info asked split-row">
          Did you send it?
          <Button
            small
            look={opened[opened.length - 1] === contact ? 'fill' : 'line'}
            about={organization}
            busy={task.busy === contact && 'Saving'}
            onPress={() => {
              hands.mark(draft);
            }}
          >
            Mark as sent
          </Button>
        </div>
      )}
    </li>
  );
}

/** The first words of a message, about two lines. */
function beginning(body: string): string {
  const words = body.replace(/\s+/g, ' ');
  return words.length > 90 ? words.slice(0, 90).replace(/\s\S*$/, '…') : words;
}
