// The ready list without mail permission: open in Gmail, copy, mark as sent.
import { useState } from 'preact/hooks';
import { useApp } from '../../context';
import { Button, LinkButton, LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure } from '../../parts/count';
import { focusOn } from '../../parts/heading';
import { ProblemNote } from '../../parts/note';
import { useTask, type Task } from '../../parts/useTask';
import { Word } from '../../parts/word';
import { call, type Mode } from '../../server';
import type { Draft } from './drafts';

const FIRST_SHOWN = 20;

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
          setMarked((before) => [...before, request.contact]);
          app.tell(receipt);
          focusOn(lineId(request.contact));
        },
      );
    },
  };
}

function lineId(contact: string): string {
  return `by-hand-${contact}`;
}

export function ByHand({ drafts, hands }: { drafts: readonly Draft[]; hands: Hands }) {
  const [all, setAll] = useState(false);
  const shown = all ? drafts : drafts.slice(0, FIRST_SHOWN);
  return (
    <>
      <ProblemNote problem={hands.task.problem} />
      <ul class="rows gap-s">
        {shown.map((draft) => (
          <ByHandLine key={draft.item.contact} draft={draft} hands={hands} />
        ))}
      </ul>
      {shown.length < drafts.length ? (
        <p class="gap-s">
          <LinkText
            onPress={() => {
              setAll(true);
            }}
          >
            Show {figure(drafts.length - shown.length)} more
          </LinkText>
        </p>
      ) : null}
    </>
  );
}

function ByHandLine({ draft, hands }: { draft: Draft; hands: Hands }) {
  const { item } = draft;
  const { contact, organization, subject, body } = item;
  const marked = hands.marked.includes(contact);
  const opened = hands.opened.includes(contact);
  const last = hands.opened[hands.opened.length - 1] === contact;
  return (
    <li id={lineId(contact)} tabIndex={-1}>
      <div class="t centred">
        <div>
          <p class="org">{organization}</p>
          <p class="small mut">To {item.to}</p>
        </div>
        {marked ? (
          <span class="small done-mark">Marked as sent</span>
        ) : opened ? (
          <Word name="Opened" />
        ) : null}
      </div>
      {opened && !marked ? (
        <>
          <p class="small">
            <b>{subject}</b>
          </p>
          <p class="small mut">{beginning(body)}</p>
        </>
      ) : null}
      {marked ? null : (
        <div class="buttons gap">
          <LinkButton
            href={item.composeUrl}
            small
            icon="out"
            about={organization}
            onPress={() => {
              hands.open(contact);
            }}
          >
            Open in Gmail
          </LinkButton>
          <CopyButton text={`${subject}\n\n${body}`} about={organization}>
            Copy text
          </CopyButton>
        </div>
      )}
      {opened && !marked ? (
        <div class="note info asked">
          <span>Did you send it?</span>
          <Button
            small
            look={last ? 'fill' : 'line'}
            about={organization}
            busy={hands.task.busy === contact ? 'Saving' : ''}
            onPress={() => {
              hands.mark(draft);
            }}
          >
            Mark as sent
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** The first words of a message, at most about two lines. */
function beginning(body: string): string {
  const words = body.replace(/\s+/g, ' ').trim();
  return words.length <= 90 ? words : `${words.slice(0, 90).replace(/\s\S*$/, '')}…`;
}
