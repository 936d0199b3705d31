// The mailbox of the one who is signed in: what was sent, one message opened, and the person playing those who get it.
import { useEffect, useState } from 'preact/hooks';
import type { BackKind, MailLine, MailOpened } from '../server/wire';
import { ask } from './api';
import { Icon, type IconName } from './icon';

/** Word, look and picture of what became of a message; one to which nothing came back has none. */
const STATES: Readonly<
  Record<Exclude<MailLine['state'], 'open'>, readonly [word: string, look: string, icon: IconName]>
> = {
  answered: ['Answered', 'good', 'check'],
  bounced: ['Bounced', 'stopped', 'stop'],
  away: ['Away', 'plain', 'mail'],
  late: ['Late', 'plain', 'mail'],
  arrived: ['Came in', 'plain', 'mail'],
};

const CAME_BACK: Readonly<Record<BackKind, (from: string) => string>> = {
  answered: (from) => `${from} answered`,
  away: (from) => `An automatic reply from ${from}`,
  bounced: () => 'It could not be delivered',
  late: () => 'It is late, and is tried again',
};

/** What comes back by itself, at the press of a button. */
const BY_ITSELF: readonly (readonly [kind: Exclude<BackKind, 'answered'>, label: string])[] = [
  ['away', 'Out of office'],
  ['bounced', 'Bounce'],
  ['late', 'Delivery is late'],
];

/** Texts to begin an answer with. The last is marked by nothing: for the add-on it is an answer like any other. */
const TEXTS: readonly (readonly [label: string, text: string])[] = [
  ['Yes', 'Thank you for writing. Let us talk next week.'],
  ['No, thanks', 'Thank you, but this is not for us.'],
  ['Do not write again', 'Please take us off your list.'],
  ['Away, in their own words', 'I am away until the end of the month and will read this then.'],
];

export interface MailboxProps {
  /** Name of the one whose mailbox it is. */
  readonly owner: string;
  readonly lines: readonly MailLine[];
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Runs an action and tells the person what it was refused with. */
  readonly act: (work: () => Promise<unknown>) => void;
}

export function Mailbox({ owner, lines, open, onToggle, act }: MailboxProps) {
  const [chosen, setChosen] = useState('');
  const [message, setMessage] = useState<MailOpened | null>(null);
  const line = lines.find(({ id }) => id === chosen) ?? lines[0];
  const id = line?.id ?? '';
  const state = line?.state ?? '';
  const sent = lines.filter((each) => each.state !== 'arrived').length;

  useEffect(() => {
    // Answers may overtake each other: the one to the last question counts.
    let last = true;
    if (id === '') setMessage(null);
    else
      act(async () => {
        const opened = await ask('message', { id });
        if (last) setMessage(opened);
      });
    return () => {
      last = false;
    };
  }, [id, state, lines.length]);

  return (
    <section class={`mail${open ? '' : ' closed'}`} aria-labelledby="mailbox">
      <header>
        <h2 id="mailbox">
          <Icon name="mail" />
          Mailbox of {owner}
        </h2>
        <p>
          {sent === 0
            ? 'Nothing has been sent yet. Nothing leaves this computer: you will play the people who get it.'
            : `${sent} ${sent === 1 ? 'message' : 'messages'} sent. Nothing leaves this computer: you play the people who get them.`}
        </p>
        <button
          type="button"
          class="ib"
          aria-expanded={open}
          aria-label={open ? 'Close the mailbox' : 'Open the mailbox'}
          onClick={onToggle}
        >
          <Icon name="down" />
        </button>
      </header>
      {open && (
        <>
          <ul class="box" aria-label="Messages sent">
            {lines.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-current={each.id === id ? 'true' : undefined}
                  onClick={() => {
                    setChosen(each.id);
                  }}
                >
                  <span class="o">{each.organization}</span>
                  <State state={each.state} />
                  <time>{each.day}</time>
                </button>
              </li>
            ))}
          </ul>
          {message !== null && message.id === id ? (
            <Read key={id} message={message} act={act} />
          ) : (
            <div class="read" />
          )}
        </>
      )}
    </section>
  );
}

function State({ state }: { readonly state: MailLine['state'] }) {
  if (state === 'open') return <span />;
  const [word, look, icon] = STATES[state];
  return (
    <span class={`w ${look}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}

/** Paragraphs, with the lines of each kept. */
function Text({ text }: { readonly text: string }) {
  return (
    <div class="txt">
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

function Read({ message, act }: { readonly message: MailOpened; readonly act: MailboxProps['act'] }) {
  const [writing, setWriting] = useState(false);
  const name = nameIn(message.to);
  return (
    // Scrolls by keyboard, so it takes the focus.
    <div
      class="read"
      tabIndex={0}
      role="group"
      aria-label={message.state === 'arrived' ? `Message from ${nameIn(message.from)}` : `Message to ${name}`}
    >
      <div class="words">
        <h3>{message.subject}</h3>
        <p class="small mut">
          From {message.from}, to {message.to}
          {message.cc === '' ? '' : `, copy to ${message.cc}`}, {message.when}
        </p>
        {message.back.map((back, index) => (
          <div key={index} class="back">
            <p class="small mut">
              {CAME_BACK[back.kind](back.from)}, {back.when}
            </p>
            <Text text={back.text} />
          </div>
        ))}
        <Text text={message.text} />
      </div>
      {message.writers.length === 0 ? (
        <p class="act2">It answers none of our messages.</p>
      ) : (
        <div class="act2">
          {writing ? (
            <AnswerForm
              message={message}
              act={act}
              onDone={() => {
                setWriting(false);
              }}
            />
          ) : (
            <>
              <p>As {name}, send back</p>
              <button
                type="button"
                class="b line"
                onClick={() => {
                  setWriting(true);
                }}
              >
                Answer
              </button>
              {BY_ITSELF.map(([kind, label]) => (
                <button
                  key={kind}
                  type="button"
                  class="b line"
                  onClick={() => {
                    act(() => ask('comeBack', { id: message.id, kind }));
                  }}
                >
                  {label}
                </button>
              ))}
            </>
          )}
        </div>
      )}
    </div>
  );
}

const nameIn = (header: string): string => /^"?([^"<]+?)"?\s*</.exec(header)?.[1] ?? header;

interface AnswerFormProps {
  readonly message: MailOpened;
  readonly act: MailboxProps['act'];
  readonly onDone: () => void;
}

function AnswerForm({ message, act, onDone }: AnswerFormProps) {
  const [chosen, setChosen] = useState(0);
  const [text, setText] = useState(TEXTS[0]?.[1] ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const writer = message.writers[chosen];
        if (writer === undefined) return;
        const { address: from, newMail } = writer;
        onDone();
        act(() => ask('answer', { id: message.id, text, from, newMail }));
      }}
    >
      <label>
        From
        <select
          value={chosen}
          onChange={(event) => {
            setChosen(Number(event.currentTarget.value));
          }}
        >
          {message.writers.map(({ address, what }, index) => (
            <option key={index} value={index}>
              {address}, {what}
            </option>
          ))}
        </select>
      </label>
      <label>
        They say
        <select
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        >
          {TEXTS.map(([label, words]) => (
            <option key={label} value={words}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <textarea
        aria-label="Your answer"
        rows={2}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <button type="submit" class="b fill">
        Send the answer
      </button>
      <button type="button" class="b line" onClick={onDone}>
        Not now
      </button>
    </form>
  );
}
