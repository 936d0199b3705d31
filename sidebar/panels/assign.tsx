// Assign: a fair share of the contacts without an owner, shown before anything is written.
import { useState } from 'preact/hooks';
import type { AssignView, WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, LinkText } from '../parts/button';
import { some } from '../parts/count';
import { Choices, Input } from '../parts/field';
import { Panel } from '../parts/frame';
import { focusNextHeading } from '../parts/heading';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { Mid, MovingBar, unready } from '../parts/states';
import { LOOKING, useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call, type AssignOptions } from '../server';
import { DraftPanel, isDrafting, picksSoFar } from './draft';
import { Gives, Volunteers } from './shares';
import { Second } from '../parts/second';

const TITLE = 'Assign contacts';
/** No name of a volunteer. */
const AS_IS = '-';

/** Lives as long as the sidebar, so that who stays with nobody is not proposed again after a look at another panel. */
let chosen: AssignOptions = { due: '', cap: 0, moves: [] };
/** Names of owners that stay as they are, as long as that. */
const asIs: string[] = [];

export function Assign() {
  const app = useApp();
  const [options, redraw] = useState(chosen);
  const setOptions = (change: Partial<AssignOptions>): void => {
    redraw((chosen = { ...chosen, ...change }));
  };
  const assign = useAnswer(() => call('getAssignments', options), JSON.stringify([app.undone, options]));
  const task = useTask();
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const [drafting, setDrafting] = useState(isDrafting());
  const draft = (on: boolean): void => {
    focusNextHeading();
    setDrafting(on);
  };
  const { value, problem } = assign;
  const openVolunteers = (): void => void call('openTab', 'Volunteers');

  if (problem?.code === 'no-volunteers' || value?.volunteers.length === 0) {
    return (
      <Mid icon="people" fill="info" title="No volunteers yet">
        <Second>Write their names in the tab “Volunteers”, one in each row.</Second>
        <Button look="fill" onPress={openVolunteers}>
          Open the Volunteers tab
        </Button>
        <Button look="text" onPress={assign.reload}>
          Look again
        </Button>
      </Mid>
    );
  }
  if (drafting)
    return (
      <DraftPanel
        options={options}
        away={(value?.volunteers ?? []).filter(({ away }) => away).map(({ name }) => name)}
        onBack={() => {
          draft(false);
        }}
        onUse={(moves) => {
          draft(false);
          setOptions({ moves });
        }}
      />
    );
  if (!value) return unready(assign, TITLE);

  const write = (): void => {
    task.run(
      'write',
      () =>
        call(value.way === 'tabs' ? 'buildTabs' : 'fillOwners', { ...options, addOwner: value.addsOwner }),
      (done) => {
        setReceipt(done);
        app.tell(done);
        setOptions({ moves: options.moves.filter(({ to }) => !to) });
        assign.reload();
      },
    );
  };
  const question = value.questions.find(({ name }) => !asIs.includes(name));
  return (
    <Panel
      title={TITLE}
      sub={
        value.unassigned === 0
          ? 'Every contact has an owner'
          : some(value.unassigned, 'contact has', 'contacts have') + ' no owner'
      }
      foot={
        !question && (
          <>
            {value.button && (
              <Button
                look="fill"
                wide
                busy={(assign.loading && LOOKING) || (task.busy && 'Writing')}
                onPress={problem ? assign.reload : write}
              >
                {problem ? 'Look again' : value.button}
              </Button>
            )}
            <Second>
              {value.button ? 'Nobody loses a contact they already have.' : 'There is nothing to share out.'}
            </Second>
          </>
        )
      }
    >
      {assign.loading && <MovingBar />}
      <ProblemNote problem={task.problem ?? problem} />
      <KeptNote receipt={receipt} />
      {question && (
        <WhoIs
          key={question.name}
          question={question}
          busy={task.busy !== ''}
          onAnswer={(volunteer) => {
            if (volunteer === AS_IS) {
              asIs.push(question.name);
              setOptions({});
            } else task.run('who', () => call('confirmOwner', question.name, volunteer, options), assign.put);
          }}
        />
      )}
      {value.note && <Note kind="info">{value.note}</Note>}
      <div class="two">
        <Input
          label="Due at the next meeting"
          type="date"
          value={value.due}
          onSet={(due) => {
            setOptions({ due });
          }}
        />
        <Input
          label="At most each"
          type="number"
          value={String(value.cap)}
          onSet={(cap) => {
            setOptions({ cap: Math.max(0, Math.round(Number(cap)) || 0) });
          }}
        />
      </div>
      {picksSoFar() > 0 && (
        <Note kind="warn">
          Not in these shares yet: {some(picksSoFar(), 'pick')}. Choose “Go on picking”, then “Use”.
        </Note>
      )}
      <Volunteers view={value} />
      {value.unassigned > 0 && value.volunteers.length > 1 && (
        <p class="gap-l">
          <Button
            small
            icon="people"
            onPress={() => {
              draft(true);
            }}
          >
            {isDrafting() ? 'Go on picking' : 'Let them pick'}
          </Button>
        </p>
      )}
      <Gives
        view={value}
        onMove={(contact, to) => {
          setOptions({
            moves: [...options.moves.filter((one) => one.contact !== contact), { contact, to }],
          });
        }}
      />
      {value.leftText && <p class="gap">{value.leftText}</p>}
      <p class="gap-l links">
        {value.volunteers.some(({ hasTab }) => hasTab) && (
          <LinkText
            onPress={() => {
              app.go('home');
            }}
          >
            Bring assignments home
          </LinkText>
        )}
        <LinkText onPress={openVolunteers}>Open the Volunteers tab</LinkText>
      </p>
    </Panel>
  );
}

function WhoIs(props: {
  question: AssignView['questions'][number];
  busy: boolean;
  /** '' adds the name as a volunteer, AS_IS changes nothing. */
  onAnswer: (volunteer: string) => void;
}) {
  const { name, contacts, choices, guess } = props.question;
  const [chosen, setChosen] = useState(guess);
  return (
    <Choices
      question={`Who is “${name}”?`}
      why={`Owner of ${some(contacts, 'contact')}.`}
      options={[
        ...choices.map((choice) => ({ key: choice, label: choice })),
        {
          key: '',
          label: 'Somebody new',
          second: `Adds “${name}” to the tab “Volunteers”`,
        },
        { key: AS_IS, label: 'Leave it as it is' },
      ]}
      chosen={chosen}
      onChoose={setChosen}
    >
      <Button
        look="fill"
        busy={props.busy && 'Saving'}
        onPress={() => {
          props.onAnswer(chosen);
        }}
      >
        {chosen === AS_IS ? 'Go on' : chosen ? 'It is ' + chosen : `Add “${name}”`}
      </Button>
    </Choices>
  );
}
