// The contact of the selected row: why it is due, the facts, a touch to log, the last touches, texts to copy.
import { useState } from 'preact/hooks';
import type { ContactView } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, IconButton, LinkText } from '../parts/button';
import { CopyButton } from '../parts/copy';
import { Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { LogTouch } from '../parts/logTouch';
import { Note } from '../parts/note';
import { Failure, Loading, Mid } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { Word } from '../parts/word';
import { call, NO_ANSWER, WRONG_ACCOUNT } from '../server';
import '../parts/list.css';
import './contact.css';

export function Contact() {
  const app = useApp();
  const contact = useAnswer(() => call('getSelectedContact'), String(app.undone));
  const { value, problem } = contact;
  const again = (): void => void contact.reload();

  if (problem && (problem.code === NO_ANSWER || problem.code === WRONG_ACCOUNT)) {
    return <Failure problem={problem} retry={again} />;
  }
  if (problem) {
    return (
      <Mid icon="info" fill="wait" title="No contact is selected">
        <p class="mut">{problem.message}</p>
        <p>{problem.todo}</p>
        <Button look="fill" onPress={again}>
          Look at the selected row
        </Button>
      </Mid>
    );
  }
  if (!value) return <Loading title="Selected contact" />;
  return (
    <Panel
      title={value.organization}
      sub={`${value.line === '' ? '' : `${value.line}. `}Row ${value.row}`}
      aside={<IconButton icon="again" name="Look at the selected row" onPress={again} />}
    >
      {value.tag.word === '' && value.due === '' && value.tag.why === '' ? null : (
        <p class="small due">
          {value.tag.word === '' ? null : <Word name={value.tag.word} />}{' '}
          {value.due === '' ? value.tag.why : value.due}
        </p>
      )}
      {value.tie === '' ? null : <Tie tie={value.tie} text={value.tieText} />}
      <dl class="kv narrow gap-l">
        {value.facts.map(({ label, value: fact }) => (
          <Fact key={label} label={label} fact={fact} />
        ))}
      </dl>
      <Section title="Log a touch">
        <LogTouch
          contact={value.contact}
          onLogged={() => {
            void contact.reload();
            focusOn();
          }}
        />
      </Section>
      <Touches view={value} />
      {value.texts.length > 0 ? (
        <Section title="Texts to copy">
          <div class="buttons">
            {value.texts.map(({ label, text }) => (
              <CopyButton key={label} text={text}>
                {label}
              </CopyButton>
            ))}
          </div>
        </Section>
      ) : null}
    </Panel>
  );
}

function Fact({ label, fact }: { label: string; fact: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{fact}</dd>
    </>
  );
}

function Tie({ tie, text }: { tie: string; text: string }) {
  return (
    <div class="gap-l">
      <Note kind="info" icon="hand">
        {tie}
        {text === '' ? null : (
          <div class="buttons gap">
            <CopyButton text={text}>Copy a text to ask them</CopyButton>
          </div>
        )}
      </Note>
    </div>
  );
}

const FIRST_SHOWN = 3;

function Touches({ view }: { view: ContactView }) {
  const [open, setOpen] = useState(false);
  const { touches, touchCount } = view;
  const shown = open ? touches : touches.slice(0, FIRST_SHOWN);
  return (
    <Section
      title="Last touches"
      aside={
        touches.length > FIRST_SHOWN ? (
          <LinkText
            expanded={open}
            onPress={() => {
              setOpen(!open);
            }}
          >
            {open ? 'Show less' : `All ${touchCount}`}
          </LinkText>
        ) : undefined
      }
    >
      {touches.length === 0 ? <p class="small mut">Nobody has written or called yet.</p> : null}
      <ul class="touches">
        {shown.map(({ day, text }, at) => (
          <li key={at}>
            <span class="mut">{day}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
