// Who has the selected contact, and giving it to somebody else: what is open there is said before it is written.
import { useState } from 'preact/hooks';
import type { ContactView } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, LinkText } from '../parts/button';
import { Pick } from '../parts/field';
import { Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { Note, ProblemNote } from '../parts/note';
import { MovingBar } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import { call } from '../server';

/** No name of a volunteer: nobody is chosen yet. */
const NOT_YET = '-';

export function WhoHasIt({ view, onGiven }: { view: ContactView; onGiven: () => void }) {
  const [open, flip] = useFlip();
  return (
    <Section title="Who has it">
      <p>{view.owner || 'Nobody yet'}</p>
      <p class="gap-s">
        <LinkText
          id="to-give"
          expanded={open}
          onPress={() => {
            flip();
            focusOn('to-give');
          }}
        >
          Give it to somebody{view.owner && ' else'}
        </LinkText>
      </p>
      {open && (
        <Give
          contact={view.contact}
          organization={view.organization}
          onGiven={() => {
            flip();
            focusOn('to-give');
            onGiven();
          }}
        />
      )}
    </Section>
  );
}

function Give(props: { contact: string; organization: string; onGiven: () => void }) {
  const { contact, organization } = props;
  const app = useApp();
  const asked = useAnswer(() => call('getHandOver', contact), contact);
  const task = useTask();
  const [whose, setWhose] = useState<string | null>(null);
  const [to, setTo] = useState(NOT_YET);
  const { value } = asked;
  if (!value) return asked.problem ? <ProblemNote problem={asked.problem} /> : <MovingBar />;

  const { owners, volunteers } = value;
  const from = whose ?? owners[0] ?? '';
  const name = to === NOT_YET ? '' : to;
  return (
    <div class="outcome">
      {owners.length > 1 && (
        <Pick
          label="In place of"
          value={from}
          options={owners.map((owner) => ({ value: owner, label: owner }))}
          onPick={setWhose}
        />
      )}
      <Pick
        label="Who takes it"
        value={to}
        options={[
          { value: NOT_YET, label: 'Choose' },
          ...volunteers.map((one) => ({ value: one.name, label: one.name + (one.remark && ' (away)') })),
          ...(from ? [{ value: '', label: 'Nobody: hand it back' }] : []),
        ]}
        onPick={setTo}
      />
      {to !== NOT_YET && (
        <Note kind="info" role="status">
          {value.openThere.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>{volunteers.find((one) => one.name === to)?.remark}</p>
          <div class="buttons gap">
            <Button
              small
              about={organization}
              busy={task.busy && 'Writing'}
              onPress={() => {
                task.run(
                  'give',
                  () => call('handOver', contact, from, name),
                  (receipt) => {
                    app.tell(receipt, ['to-give']);
                    props.onGiven();
                  },
                );
              }}
            >
              {name ? 'Give it to ' + name : 'Hand it back'}
            </Button>
          </div>
        </Note>
      )}
      <ProblemNote problem={task.problem} />
    </div>
  );
}
