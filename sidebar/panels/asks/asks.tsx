// Asks and endorsements: how many are confirmed, what needs a word from somebody, the open asks, where the
// endorsements come from, and the page that proves them.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../../src/commands/answers';
import type { AsksView } from '../../../src/commands/askAnswers';
import { useApp } from '../../context';
import { Bar } from '../../parts/bars';
import { Button, IconButton } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { Pick } from '../../parts/field';
import { useFirst } from '../../parts/firstOf';
import { Folds } from '../../parts/folds';
import { Panel, Section } from '../../parts/frame';
import { useFocusWhenLoaded } from '../../parts/heading';
import { KeptNote, ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { Segments } from '../../parts/segments';
import { MovingBar, unready } from '../../parts/states';
import { useAnswer } from '../../parts/useAnswer';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call } from '../../server';
import { ToTab } from '../../parts/toTab';
import { AskLine, ToContact } from './askLine';
import { Confirm } from './confirm';
import { Few } from './few';
import { Proof } from './proof';
import { AskQuestion } from './question';
import { AsksSoFar, Tallies } from './tallies';

const TITLE = 'Asks and endorsements';

export function Asks() {
  const app = useApp();
  const asked = useAnswer(() => call('getAsks'), String(app.undone));
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const written: OnWritten = (fresh) => {
    setReceipt(fresh);
    asked.reload();
  };
  const { busy, problem, write } = useWrite('', written);
  useFocusWhenLoaded(asked.loading);
  const view = asked.value;
  const wait = unready(asked, TITLE);
  if (wait || !view) return wait;
  return (
    <Panel
      title={TITLE}
      sub={`${some(view.openCount, 'ask')} open, ${figure(view.dueCount)} to follow up`}
      aside={<IconButton icon="again" name="Look again" onPress={asked.reload} />}
      foot={
        view.behind && (
          <>
            <Second>{view.behind}</Second>
            <Button
              look="fill"
              wide
              busy={busy && 'Writing'}
              onPress={() => {
                write('behind', () => call('writeAsks'));
              }}
            >
              Bring the list up to date
            </Button>
          </>
        )
      }
    >
      {asked.loading && <MovingBar />}
      <ProblemNote problem={problem} />
      <KeptNote receipt={receipt} />
      <Figures view={view} />
      <Few
        title="Questions for you"
        items={view.questions}
        count={view.questionCount}
        row={(question) => <AskQuestion question={question} onWritten={written} />}
      />
      <Few
        title="Claimed, not counted"
        why="The sheet says so. Who there said yes, and when?"
        items={view.claimed}
        count={view.claimedCount}
        row={(one) => <Claim one={one} onWritten={written} />}
      />
      <OpenAsks view={view} onWritten={written} />
      <Few
        title="May they be named?"
        why="They endorsed, and nobody asked them yet."
        items={view.unasked}
        count={view.unaskedCount}
        row={(item) => <AskLine item={item} named onWritten={written} />}
      />
      <AsksSoFar byKind={view.byKind} />
      <Tallies view={view} />
      <Few
        title="Endorsed, then bowed out"
        why="Neither counted nor named."
        items={view.bowedOut}
        row={(one) => (
          <>
            <ToContact {...one} />
            <Second>{one.text}</Second>
          </>
        )}
      />
      <Proof view={view} onWritten={written} />
      {view.hasTab && <ToTab name="Asks" />}
    </Panel>
  );
}

function Figures({ view }: { view: AsksView }) {
  const { confirmed, goal, people, peopleOf, named } = view;
  const reached =
    goal === null ? some(confirmed, 'endorsement') : `${figure(confirmed)} of ${some(goal, 'endorsement')}`;
  return (
    <div class="card wash">
      <p class="org">{reached}</p>
      {goal !== null && (
        <div class="gap-s">
          <Bar name={reached} parts={[['dark', confirmed]]} of={goal} />
        </div>
      )}
      <p class="mut gap-s">
        {confirmed === 0
          ? 'One counts when they said yes, and who and when are written down.'
          : `Confirmed by who and when. ${figure(named)} may be named.` +
            (people > 0
              ? ` They speak for ${some(people, 'person', 'people')}, known of ${figure(peopleOf)} of them.`
              : '')}
      </p>
    </div>
  );
}

function Claim({ one, onWritten }: { one: AsksView['claimed'][number]; onWritten: OnWritten }) {
  const { contact, organization, text } = one;
  const [open, setOpen] = useState<'' | 'claim'>('');
  const id = 'to-' + contact;
  return (
    <>
      <ToContact {...one} />
      <Second>{text}</Second>
      <Folds
        id={id}
        items={[{ key: 'claim', label: 'Fill in who and when', about: organization }]}
        open={open}
        onOpen={setOpen}
      >
        <Confirm {...{ contact, organization }} back={id + 'claim'} onWritten={onWritten} />
      </Folds>
    </>
  );
}

function OpenAsks({ view, onWritten }: { view: AsksView; onWritten: OnWritten }) {
  const { open, openCount, dueCount } = view;
  const [only, setOnly] = useState<'all' | 'due'>('all');
  const [whose, setWhose] = useState('');
  const owners = [...new Set(open.flatMap(({ owner }) => owner || []))].sort();
  const count = whose ? undefined : only === 'due' ? dueCount : openCount;
  const wanted = open.filter(
    ({ state, owner }) => (only === 'all' || state === 'due') && (!whose || owner === whose),
  );
  const { shown, more } = useFirst(wanted, 5, count);
  return (
    <Section title="Open asks">
      {openCount === 0 ? (
        <Second>
          None. Add one under Selected contact, in the row of an organization. A first message is an ask too.
        </Second>
      ) : (
        <>
          <Segments
            name="Which asks"
            items={[
              { key: 'all', label: 'All', count: openCount },
              { key: 'due', label: 'To follow up', count: dueCount },
            ]}
            chosen={only}
            onChoose={setOnly}
          />
          {owners.length > 1 && (
            <div class="gap">
              <Pick
                label="Whose contacts"
                value={whose}
                options={[
                  { value: '', label: 'Everybody’s' },
                  ...owners.map((owner) => ({ value: owner, label: owner })),
                ]}
                onPick={setWhose}
              />
            </div>
          )}
          {shown.length === 0 && <p class="gap">None of them.</p>}
          <ul class="rows lines">
            {shown.map((item) => (
              <li key={item.id}>
                <AskLine item={item} named onWritten={onWritten} />
              </li>
            ))}
          </ul>
          {more}
        </>
      )}
    </Section>
  );
}
