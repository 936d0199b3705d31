// The contact of the selected row: why it is due, the facts, a touch to log, the last touches, texts to copy.
import { useApp } from '../context';
import { Button, IconButton } from '../parts/button';
import { CopyButton } from '../parts/copy';
import { figure } from '../parts/count';
import { Facts } from '../parts/facts';
import { useFirst } from '../parts/firstOf';
import { Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { LogTouch } from '../parts/logTouch';
import { Note } from '../parts/note';
import { Mid, unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { Why } from '../parts/word';
import { NO_ANSWER, WRONG_ACCOUNT, call } from '../server';
import { Second } from '../parts/second';
import './shares.css';

export function Contact() {
  const app = useApp();
  const contact = useAnswer(() => call('getSelectedContact'), String(app.undone));
  const { value, problem } = contact;
  const { shown, more } = useFirst(value?.touches ?? [], 3, value?.touchCount);
  const again = contact.reload;

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
  return (
    <Panel
      title={value.organization}
      sub={(value.line && value.line + '. ') + 'Row ' + figure(value.row)}
      aside={<IconButton icon="again" name="Look at the selected row" onPress={again} />}
    >
      <Why tag={{ word: value.tag.word, why: value.due || value.tag.why }} />
      {value.tie && (
        <Note kind="info" icon="people">
          {value.tie}
          {value.tieText && (
            <div class="gap">
              <CopyButton text={value.tieText}>Copy a text to ask them</CopyButton>
            </div>
          )}
        </Note>
      )}
      <div class="gap-l">
        <Facts facts={value.facts} />
      </div>
      <Section title="Log a touch">
        <LogTouch
          contact={value.contact}
          onLogged={() => {
            again();
            focusOn();
          }}
        />
      </Section>
      <Section title="Last touches">
        {shown.length === 0 && <Second>Nobody has written or called yet.</Second>}
        <ul class="touches small across-lines">
          {shown.map(({ day, text }) => (
            <li>
              <span class="mut">{day}</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
        {more}
      </Section>
      {value.texts.length > 0 && (
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
    </Panel>
  );
}
