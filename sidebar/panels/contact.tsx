// The contact of the selected row: why it is due, the facts, a touch to log, the last touches, texts to copy.
import { useState } from 'preact/hooks';
import type { ContactView, WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { AskTie } from '../parts/askTie';
import { Button, IconButton, LinkText } from '../parts/button';
import { CopyButton } from '../parts/copy';
import { Facts } from '../parts/facts';
import { useFirst } from '../parts/firstOf';
import { Panel, Section } from '../parts/frame';
import { focusOn, useFocusWhenLoaded } from '../parts/heading';
import { LogTouch } from '../parts/logTouch';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { Mid, unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import type { OnWritten } from '../parts/useWrite';
import { Why } from '../parts/word';
import { YourName } from '../parts/yourName';
import { NO_ANSWER, WRONG_ACCOUNT, call } from '../server';
import { Second } from '../parts/second';
import { AsksOf } from './asks/contactAsks';
import { WhoHasIt } from './handOver';
import { PartnerOf } from './partners/contactPartner';
import { UnionOf } from './unions/contactUnion';
import './shares.css';

export function Contact() {
  const app = useApp();
  const back = useTask();
  const contact = useAnswer(() => call('getSelectedContact'), String(app.undone));
  const { value, problem } = contact;
  const { shown, more } = useFirst(value?.touches ?? [], 3, value?.touchCount);
  const again = contact.reload;
  /** What was left when this contact was forgotten. */
  const [erased, setErased] = useState<WriteReceipt | null>(null);
  /** What was written about its asks, or about it as a partner. */
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  useFocusWhenLoaded(contact.loading);

  if (problem && problem.code !== NO_ANSWER && problem.code !== WRONG_ACCOUNT) {
    return (
      <Mid icon="info" fill="info" title="No contact is selected">
        <Second>{problem.message}</Second>
        <p>{problem.todo}</p>
        <Button look="fill" onPress={again}>
          Look at the selected row
        </Button>
      </Mid>
    );
  }
  const wait = unready(contact, 'Selected contact');
  if (wait || !value) return wait;
  const written: OnWritten = (fresh) => {
    setReceipt(fresh);
    again();
  };
  return (
    <Panel
      title={value.organization}
      sub={value.line}
      aside={
        <IconButton
          icon="again"
          name="Look at the selected row"
          onPress={() => {
            setErased(null);
            setReceipt(null);
            again();
          }}
        />
      }
    >
      {erased && (
        <Note kind="good" role="status">
          {erased.message}
          {erased.kept.map(({ cell, why }) => (
            <p>
              {cell && <b>{cell}: </b>}
              {why}
            </p>
          ))}
        </Note>
      )}
      <Why tag={{ word: value.tag.word, why: value.due || value.tag.why }} />
      {value.tie && (
        <Note kind="info" icon="people">
          {value.tie}
          {value.tieText && <AskTie {...value} text={value.tieText} onAsked={again} />}
        </Note>
      )}
      <div class="gap-l">
        <Facts facts={value.facts} />
      </div>
      <Section title="Log a touch">
        {value.askWho.length > 0 && (
          <Note kind="info" icon="people">
            Who are you? The log and the texts to copy say your name.
            <YourName name="" names={value.askWho} onKept={again} />
          </Note>
        )}
        <LogTouch
          contact={value.contact}
          onLogged={() => {
            again();
            focusOn();
          }}
        />
      </Section>
      <KeptNote receipt={receipt} />
      <AsksOf key={value.contact + 'asks'} {...value} onWritten={written} />
      <PartnerOf
        key={value.contact + 'partner'}
        {...value}
        partner={value.asks.partner}
        onWritten={written}
      />
      {value.union && <UnionOf key={value.contact + 'union'} union={value.union} onWritten={written} />}
      <WhoHasIt key={value.contact} view={value} onGiven={again} />
      <Section title="Last touches">
        {shown.length === 0 && <Second>Nobody has written or called yet.</Second>}
        <ul class="touches small across-lines">
          {shown.map(({ day, text, takeBack }) => (
            <li>
              <span class="mut">{day}</span>
              <span>
                {text}{' '}
                {takeBack && (
                  <LinkText
                    about={text}
                    onPress={() => {
                      back.run(
                        'back',
                        () => call('takeBack', takeBack),
                        (receipt) => {
                          app.tell(receipt);
                          again();
                          focusOn();
                        },
                      );
                    }}
                  >
                    Take back
                  </LinkText>
                )}
              </span>
            </li>
          ))}
        </ul>
        {more}
        <ProblemNote problem={back.problem} />
      </Section>
      {value.texts.length > 0 && value.askWho.length === 0 && (
        <Section title="Texts to copy">
          <div class="buttons">
            {value.texts.map(({ label, text }) => (
              <CopyButton key={label} text={text}>
                {label}
              </CopyButton>
            ))}
          </div>
        </Section>
      )}
      {!erased && (
        <Forget
          key={value.row}
          view={value}
          onForgotten={(receipt) => {
            setErased(receipt);
            focusOn();
            again();
          }}
        />
      )}
    </Panel>
  );
}

/** Asks once more, since it is for good. */
function Forget({ view, onForgotten }: { view: ContactView; onForgotten: (receipt: WriteReceipt) => void }) {
  const task = useTask();
  const [open, flip] = useFlip();
  return (
    <div class="gap-l">
      <LinkText
        id="to-forget"
        expanded={open}
        onPress={() => {
          flip();
          focusOn('forget');
        }}
      >
        Forget this contact
      </LinkText>
      {open && (
        <div id="forget" tabIndex={-1}>
          <Note kind="warn">
            {view.forget.map((text) => (
              <p>{text}</p>
            ))}
            <div class="buttons gap">
              <Button
                look="stop"
                small
                busy={task.busy && 'Erasing'}
                onPress={() => {
                  task.run('forget', () => call('forgetContact', view.contact), onForgotten);
                }}
              >
                Erase for good
              </Button>
              <Button
                small
                onPress={() => {
                  flip();
                  focusOn('to-forget');
                }}
              >
                Keep
              </Button>
            </div>
            <ProblemNote problem={task.problem} />
          </Note>
        </div>
      )}
    </div>
  );
}
