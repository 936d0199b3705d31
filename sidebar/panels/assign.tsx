// Assign: a fair share of the contacts without an owner, shown before anything is written.
import { useState } from 'preact/hooks';
import type { AssignView, WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, LinkText } from '../parts/button';
import { some } from '../parts/count';
import { Choices, Input } from '../parts/field';
import { Panel, Section } from '../parts/frame';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { Failure, Loading, Mid, MovingBar } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call, type AssignOptions } from '../server';
import { Gives, Volunteers } from './shares';
import './assign.css';

const DEFAULTS: AssignOptions = { due: '', cap: 0, moves: [] };

export function Assign() {
  const app = useApp();
  const [options, setOptions] = useState(DEFAULTS);
  const assign = useAnswer(() => call('getAssignments', options), `${app.undone} ${JSON.stringify(options)}`);
  const task = useTask();
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const { value, problem, loading } = assign;

  if (problem?.code === 'no-volunteers') return <NoVolunteers onAgain={() => void assign.reload()} />;
  if (problem && !value) return <Failure problem={problem} retry={() => void assign.reload()} />;
  if (!value) return <Loading title="Assign contacts" />;
  if (value.volunteers.length === 0) return <NoVolunteers onAgain={() => void assign.reload()} />;

  const write = (): void => {
    task.run(
      'write',
      () => (value.way === 'tabs' ? call('buildTabs', options) : call('fillOwners', options)),
      (done) => {
        setReceipt(done);
        app.tell(done);
        setOptions({ ...options, moves: [] });
        void assign.reload();
      },
    );
  };
  const move = (contact: string, to: string): void => {
    const others = options.moves.filter((one) => one.contact !== contact);
    setOptions({ ...options, moves: [...others, { contact, to }] });
  };
  const question = value.questions[0];
  const nothing = value.way === 'owners' && value.gives.length === 0;
  return (
    <Panel
      title="Assign contacts"
      sub={
        value.unassigned === 0
          ? 'Every contact has an owner'
          : `${some(value.unassigned, 'contact has', 'contacts have')} no owner`
      }
      foot={
        question ? undefined : (
          <>
            <Button
              look="fill"
              wide
              off={nothing}
              busy={task.busy === 'write' ? 'Writing' : ''}
              onPress={write}
            >
              {buttonWords(value)}
            </Button>
            <p class="small mut">
              {nothing ? 'There is nothing to share out.' : 'Nobody loses a contact they already have.'}
            </p>
          </>
        )
      }
    >
      {loading ? <MovingBar /> : null}
      <ProblemNote problem={task.problem ?? problem} />
      {receipt ? <KeptNote receipt={receipt} /> : null}
      {question ? (
        <WhoIs
          key={question.name}
          question={question}
          busy={task.busy !== ''}
          onAnswer={(volunteer) => {
            task.run('who', () => call('confirmOwner', question.name, volunteer), assign.put);
          }}
        />
      ) : null}
      {value.way === 'owners' ? (
        <div class="below">
          <Note kind="info">
            With fewer than three volunteers a tab for each is more work than help. The owner column is filled
            in instead.
          </Note>
        </div>
      ) : null}
      <div class="assign-form">
        <Input
          label="Everything is due at the next meeting"
          type="date"
          value={value.due}
          onChange={(due) => {
            setOptions({ ...options, due });
          }}
        />
        <Input
          label="At most each"
          type="number"
          value={String(value.cap)}
          onChange={(cap) => {
            setOptions({ ...options, cap: Math.max(0, Math.round(Number(cap)) || 0) });
          }}
        />
      </div>
      <Volunteers view={value} />
      {value.gives.length > 0 ? <Gives view={value} moves={options.moves} onMove={move} /> : null}
      {value.left > 0 ? (
        <p class="small gap">
          <b>{some(value.left, 'contact stays', 'contacts stay')} without an owner:</b> everyone is full.
        </p>
      ) : null}
      <p class="small gap-l">
        <LinkText onPress={() => void call('openTab', 'Volunteers')}>Open the Volunteers tab</LinkText>
      </p>
    </Panel>
  );
}

function buttonWords({ way, tabs, volunteers, gives }: AssignView): string {
  if (way === 'owners') return `Fill in the owner of ${some(gives.length, 'contact')}`;
  const update =
    volunteers.some(({ hasTab }) => hasTab) && volunteers.every(({ hasTab, gets }) => hasTab || gets === 0);
  return `${update ? 'Update' : 'Build'} ${some(tabs.length, 'tab')}`;
}

function NoVolunteers({ onAgain }: { onAgain: () => void }) {
  return (
    <Mid icon="people" fill="wait" title="No volunteers yet">
      <p class="mut">
        Write their names in the tab “Volunteers”, one in each row. Then the contacts can be shared out.
      </p>
      <Button look="fill" onPress={() => void call('openTab', 'Volunteers')}>
        Open the Volunteers tab
      </Button>
      <Button look="text" onPress={onAgain}>
        Look again
      </Button>
    </Mid>
  );
}

const NEW = '';

function WhoIs(props: {
  question: AssignView['questions'][number];
  busy: boolean;
  onAnswer: (volunteer: string) => void;
}) {
  const { name, contacts, choices } = props.question;
  const [chosen, setChosen] = useState(choices[0] ?? NEW);
  return (
    <div class="below">
      <Choices
        question={`Who is “${name}”?`}
        why={`This name owns ${some(contacts, 'contact')}, and ${choices.length > 1 ? 'fits several volunteers' : 'is not in the tab “Volunteers”'}.`}
        options={[
          ...choices.map((choice) => ({ key: choice, label: choice, second: '' })),
          {
            key: NEW,
            label: choices.length === 0 ? 'A volunteer' : 'Somebody else',
            second: `Adds “${name}” to the tab “Volunteers”`,
          },
        ]}
        chosen={chosen}
        onChoose={setChosen}
      >
        <Button
          look="fill"
          busy={props.busy ? 'Saving' : ''}
          onPress={() => {
            props.onAnswer(chosen);
          }}
        >
          {chosen === NEW ? `Add “${name}”` : `It is ${chosen}`}
        </Button>
      </Choices>
    </div>
  );
}
