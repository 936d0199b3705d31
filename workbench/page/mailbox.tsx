// The mailbox: what was sent, one message opened, and the person playing the one who gets it.
import { useEffect, useState } from 'preact/hooks';
import type { MailLine, MailOpened } from '../server/wire';
import { ask } from './api';
import { Icon } from './icon';

const WORDS = { answered: 'Answered', bounced: 'Bounced' } as const;
const THANKS = 'Thank you for writing. Let us talk next week.';

export interface MailboxProps {
  readonly lines: readonly MailLine[];
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Runs an action and tells the person what it was refused with. */
  readonly act: (work: () => Promise<unknown>) => void;
}

export function Mailbox({ lines, open, onToggle, act }: MailboxProps) {
  const [chosen, setChosen] = useState('');
  const [message, setMessage] = useState<MailOpened | null>(null);
  const line = lines.find(({ id }) => id === chosen) ?? lines[0];
  const id = line?.id ?? '';
  const state = line?.state ?? '';

  useEffect(() => {
    if (id === '') setMessage(null);
    else
      act(async () => {
        setMessage(await ask('message', { id }));
      });
  }, [id, state, lines.length]);

  return (
    <section class={`mail${open ? '' : ' closed'}`} aria-labelledby="mailbox">
      <header>
        <h2 id="mailbox">
          <Icon name="mail" />
          Mailbox
        </h2>
        <p>
          {lines.length === 0
            ? 'Nothing has been sent yet. Nothing leaves this computer: you will play the people who get it.'
            : `${lines.length} ${lines.length === 1 ? 'message' : 'messages'} sent. Nothing leaves this computer: you play the people who get them.`}
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
  return (
    <span class={`w ${state === 'answered' ? 'good' : 'stopped'}`}>
      <Icon name={state === 'answered' ? 'check' : 'stop'} />
      {WORDS[state]}
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
  const [text, setText] = useState(THANKS);
  const name = /^"?([^"<]+?)"?\s*</.exec(message.to)?.[1] ?? message.to;
  return (
    // Scrolls by keyboard, so it takes the focus.
    <div class="read" tabIndex={0} role="group" aria-label={`Message to ${name}`}>
      <div class="words">
        <h3>{message.subject}</h3>
        <p class="small mut">
          From {message.from}, to {message.to}
          {message.cc === '' ? '' : `, copy to ${message.cc}`}, {message.when}
        </p>
        {message.back.map((back, index) => (
          <div key={index} class="back">
            <p class="small mut">
              {message.state === 'bounced' ? 'It came back' : `${back.from} answered`}, {back.when}
            </p>
            <Text text={back.text} />
          </div>
        ))}
        <Text text={message.text} />
      </div>
      <div class="act2">
        <p>As {name}, send back</p>
        {writing ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setWriting(false);
              act(() => ask('answer', { id: message.id, text }));
            }}
          >
            <textarea
              aria-label="Your answer"
              rows={4}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
              }}
            />
            <button type="submit" class="b fill">
              Send the answer
            </button>
            <button
              type="button"
              class="b line"
              onClick={() => {
                setWriting(false);
              }}
            >
              Not now
            </button>
          </form>
        ) : (
          <>
            <button
              type="button"
              class="b line"
              onClick={() => {
                setWriting(true);
              }}
            >
              Answer
            </button>
            <button
              type="button"
              class="b line"
              onClick={() => {
                act(() => ask('bounce', { id: message.id }));
              }}
            >
              Bounce
            </button>
          </>
        )}
      </div>
    </div>
  );
}
