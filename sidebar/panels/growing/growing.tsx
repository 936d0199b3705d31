// Debriefs: volunteers as they grow, those whose check-in is due first. In the file stand the day, what the person
// wants and the next check-in; a lead's own impressions are shown to that lead alone.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { Button, IconButton, LinkText } from '../../parts/button';
import { some } from '../../parts/count';
import { dayText } from '../../parts/dayText';
import { useFirst } from '../../parts/firstOf';
import { Folds } from '../../parts/folds';
import { Panel } from '../../parts/frame';
import { useFocusWhenLoaded } from '../../parts/heading';
import { KeptNote, Note, ProblemNote } from '../../parts/note';
import { Save } from '../../parts/save';
import { Second } from '../../parts/second';
import { MovingBar, unready } from '../../parts/states';
import { useAnswer } from '../../parts/useAnswer';
import { useFlip } from '../../parts/useFlip';
import { useFields } from '../../parts/useFields';
import { useTask } from '../../parts/useTask';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { CheckIn, Why } from '../../parts/word';
import { call } from '../../server';
import { Impression, wroteAbout, type Person } from './impression';

const TITLE = 'Debriefs';

export function Growing() {
  const app = useApp();
  const asked = useAnswer(() => call('getGrowing'), String(app.undone));
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  useFocusWhenLoaded(asked.loading);
  const view = asked.value;
  const people = [...(view?.people ?? [])].sort(
    (a, b) => Number(b.due !== '') - Number(a.due !== '') || a.name.localeCompare(b.name),
  );
  const { shown, more } = useFirst(people, 20);
  const written: OnWritten = (fresh) => {
    setReceipt(fresh);
    asked.reload();
  };
  const wait = unready(asked, TITLE);
  if (wait || !view) return wait;
  return (
    <Panel
      title={TITLE}
      sub={view.dueCount > 0 ? some(view.dueCount, 'check-in') + ' due' : 'Nobody’s check-in is due'}
      aside={<IconButton icon="again" name="Look again" onPress={asked.reload} />}
    >
      {asked.loading && <MovingBar />}
      <KeptNote receipt={receipt} />
      {people.length === 0 ? <NoVolunteers /> : <Questions />}
      <ul class="rows lines">
        {shown.map((person) => (
          <li key={person.name}>
            <OneOfThem person={person} onWritten={written} />
          </li>
        ))}
      </ul>
      {more}
      {view.wroteAlso.map((name) => (
        <WroteAlso key={name} name={name} onErased={asked.reload} />
      ))}
      {(people.some(wroteAbout) || view.wroteAlso.length > 0) && <EraseAll onErased={asked.reload} />}
    </Panel>
  );
}

function Questions() {
  return (
    <div class="card wash">
      <p class="org">After a task, two minutes</p>
      <Second>What went well? What would you change? What would you like to do next?</Second>
    </div>
  );
}

function NoVolunteers() {
  const task = useTask();
  return (
    <>
      <Second>Nobody stands in the tab Volunteers yet. Write one name in each row.</Second>
      <div class="buttons gap">
        <Button
          small
          busy={task.busy && 'Opening'}
          onPress={() => {
            task.run('open', () => call('openTab', 'Volunteers'), Boolean);
          }}
        >
          Open Volunteers
        </Button>
      </div>
      <ProblemNote problem={task.problem} />
    </>
  );
}

function OneOfThem({ person, onWritten }: { person: Person; onWritten: OnWritten }) {
  const { name, due, help, lastDebrief, wantsNext, nextCheckIn, open: count } = person;
  const { start } = useApp();
  const [form, setForm] = useState<'debrief' | 'mine' | ''>('');
  const id = 'grow-' + name;
  const next = dayText(nextCheckIn, start?.today ?? '');
  const written: OnWritten = (receipt) => {
    setForm('');
    onWritten(receipt);
  };
  return (
    <>
      <div class="split-row">
        <p class="org">{name}</p>
        <span class="small mut">{some(count, 'open contact')}</span>
      </div>
      {due && <CheckIn due={due} />}
      {help && <Why tag={{ word: 'Could use help', why: help }} />}
      {wantsNext && <p>Wants to do next: {wantsNext}</p>}
      <Second>
        {lastDebrief ? 'Last debrief ' + lastDebrief : 'No debrief yet'}
        {next && !due && ', next check-in ' + next}
      </Second>
      <Folds
        id={id}
        items={[
          { key: 'debrief' as const, label: 'Write a debrief', about: name },
          { key: 'mine' as const, label: 'Only you see this', about: name },
        ]}
        open={form}
        onOpen={setForm}
      >
        {form === 'debrief' ? (
          <Debrief person={person} back={id + form} onWritten={written} />
        ) : (
          <Impression person={person} back={id + form} onWritten={written} />
        )}
      </Folds>
    </>
  );
}

function Debrief(props: { person: Person; back: string; onWritten: OnWritten }) {
  const { person } = props;
  const { wantsNext, nextCheckIn } = person;
  const { start } = useApp();
  const { busy, problem, write } = useWrite(props.back, props.onWritten);
  const day = start?.today ?? '';
  const { now, seen, input } = useFields(
    { day, wantsNext, nextCheckIn: person.due ? '' : nextCheckIn },
    { day, wantsNext, nextCheckIn },
  );
  return (
    <>
      {input('day', 'Day of the debrief', 'date')}
      {input('wantsNext', `What ${person.name} wants to do next`, 'text', 2)}
      {input('nextCheckIn', 'Next check-in', 'date')}
      <Save
        about={person.name}
        off={!now.day}
        busy={busy !== ''}
        onPress={() => {
          write('debrief', () =>
            call('saveDebrief', {
              name: person.name,
              ...now,
              seen: { wantsNext: seen.wantsNext, nextCheckIn: seen.nextCheckIn },
            }),
          );
        }}
      >
        Save the debrief
      </Save>
      <Second>It stands in the tab Volunteers: everyone who can open this file can read it.</Second>
      <ProblemNote problem={problem} />
    </>
  );
}

/** Somebody who has another name in the tab by now, or left it. */
function WroteAlso({ name, onErased }: { name: string; onErased: () => void }) {
  const { busy, problem, write } = useWrite('erase-all', onErased);
  return (
    <div class="gap">
      <Second>You wrote about {name}, who stands in Volunteers no more.</Second>
      <LinkText
        onPress={() => {
          write('erase', () => call('eraseImpressions', name));
        }}
      >
        {busy ? 'Erasing' : `Erase what I wrote about ${name}`}
      </LinkText>
      <ProblemNote problem={problem} />
    </div>
  );
}

/** Asks once more, since it is for good. */
function EraseAll({ onErased }: { onErased: () => void }) {
  const [open, flip] = useFlip();
  const { busy, problem, write } = useWrite('erase-all', () => {
    flip();
    onErased();
  });
  return (
    <div class="gap-l">
      <LinkText id="erase-all" expanded={open} onPress={flip}>
        Erase all that only you see
      </LinkText>
      {open && (
        <Note kind="warn">
          This erases what you wrote about everybody, for good. What stands in the file stays.
          <div class="buttons gap">
            <Button
              look="stop"
              small
              busy={busy && 'Erasing'}
              onPress={() => {
                write('erase', () => call('eraseImpressions', ''));
              }}
            >
              Erase all
            </Button>
            <Button small onPress={flip}>
              Keep
            </Button>
          </div>
          <ProblemNote problem={problem} />
        </Note>
      )}
    </div>
  );
}
