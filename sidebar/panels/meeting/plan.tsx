// Back from a date: the plan for an event, what is overdue in it and who has it; moving the event; starting a plan.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../src/commands/answers';
import type { EventPlan, PlanMoves, PlanPreview, PlansView } from '../../../src/commands/planAnswers';
import { useApp } from '../../context';
import { Button, LinkText } from '../../parts/button';
import { Calendars } from '../../parts/calendars';
import { figure, some } from '../../parts/count';
import { Input, Pick } from '../../parts/field';
import { useFirst } from '../../parts/firstOf';
import { Panel, Section } from '../../parts/frame';
import { focusOn } from '../../parts/heading';
import { Note, ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { MovingBar, unready } from '../../parts/states';
import { LOOKING, useAnswer } from '../../parts/useAnswer';
import { useFlip } from '../../parts/useFlip';
import { useTask } from '../../parts/useTask';
import { Word } from '../../parts/word';
import { call, goTo } from '../../server';

const TITLE = 'Back from a date';

export function BackFromDate() {
  const app = useApp();
  const [id, setId] = useState('');
  const [day, setDay] = useState('');
  const [another, flip] = useFlip();
  const asked = useAnswer(() => call('getPlans', id, day), [id, day, app.undone].join());
  const { value } = asked;
  const wait = unready(asked, TITLE);
  if (wait || !value) return wait;
  const { current: shown, moves } = value;
  const choose = (next: string): void => {
    setDay('');
    setId(next);
  };
  return shown && !another ? (
    <Shown
      {...{ view: value, shown, moves, day }}
      loading={asked.loading}
      onDay={setDay}
      onChoose={choose}
      onMoved={() => {
        setDay('');
        asked.reload();
      }}
      onAnother={() => {
        flip();
        focusOn();
      }}
    />
  ) : (
    <NewPlan
      view={value}
      onBack={shown && flip}
      onSaved={asked.reload}
      onStarted={(started) => {
        if (another) flip();
        choose(started);
        focusOn();
      }}
    />
  );
}

function Shown(props: {
  view: PlansView;
  shown: EventPlan;
  moves: PlanMoves | null;
  day: string;
  loading: boolean;
  onDay: (day: string) => void;
  onChoose: (id: string) => void;
  onMoved: () => void;
  onAnother: () => void;
}) {
  const { view, shown, moves } = props;
  const app = useApp();
  const task = useTask();
  const [open, flip] = useFlip();
  const [off, flipOff] = useFlip();
  const { shown: items, more } = useFirst(shown.items, 12, shown.count);
  const isPast = props.day !== '' && props.day < view.today;
  return (
    <Panel
      title={shown.event}
      sub={shown.dayText}
      foot={
        moves?.button && (
          <Button
            look="fill"
            wide
            busy={(props.loading && LOOKING) || (task.busy && 'Moving')}
            off={isPast}
            onPress={() => {
              task.run(
                'move',
                () => call('movePlan', shown.id, props.day),
                (receipt) => {
                  app.tell(receipt);
                  props.onMoved();
                },
              );
            }}
          >
            {moves.button}
          </Button>
        )
      }
    >
      {props.loading && <MovingBar />}
      <ProblemNote problem={task.problem} />
      <Unusable problems={view.problems} />
      {view.tabs.length > 1 && (
        <Pick
          label="Plan"
          value={shown.id}
          options={view.tabs.map((tab) => ({ value: tab.id, label: tab.name }))}
          onPick={props.onChoose}
        />
      )}
      <p class="gap">{shown.summary}.</p>
      <Second>
        Owners, days and what is done stand in{' '}
        <LinkText
          onPress={() => {
            void goTo(shown.tab, 'A1');
          }}
        >
          “{shown.tab}”
        </LinkText>
      </Second>
      <p class="links gap">
        <LinkText expanded={open} onPress={flip}>
          Move the event
        </LinkText>
        <LinkText expanded={off} onPress={flipOff}>
          Days off
        </LinkText>
        <LinkText onPress={props.onAnother}>Plan another event</LinkText>
      </p>
      {open && (
        <>
          <Input
            label="New day of the event"
            type="date"
            value={props.day || shown.day}
            onSet={props.onDay}
          />
          <Second>
            {isPast
              ? 'Choose a day from today on.'
              : 'What is done stays, and so does each day that somebody set.'}
          </Second>
        </>
      )}
      {off && <DaysOff value={view.daysOff} onSaved={props.onMoved} />}
      {moves && moves.lines.length > 0 && <Moves moves={moves} />}
      <Calendars calendars={shown.calendars} />
      <Section title="To do" aside={figure(shown.count)}>
        <ul class="rows lines">
          {items.map(({ cell, task: text, owner, word, due, away }) => (
            <li key={cell}>
              <LinkText
                onPress={() => {
                  void goTo(shown.tab, cell);
                }}
              >
                {text}
              </LinkText>
              <p class="why small mut">
                {word && <Word name={word} />}
                <span>
                  {[due || 'No day yet', owner || 'nobody has it', away].filter(Boolean).join(', ')}
                </span>
              </p>
            </li>
          ))}
        </ul>
        {more}
      </Section>
    </Panel>
  );
}

/** Days on which nothing is due, as they stand in Settings. */
function DaysOff({ value, onSaved }: { value: string; onSaved: () => void }) {
  const task = useTask();
  return (
    <>
      <Input
        label="Days off, such as Sundays, Dec 24 – Jan 1"
        value={value}
        onSet={(text) => {
          if (text.trim() !== value)
            task.run('off', () => call('saveSetting', 'daysOff', text.trim()), onSaved);
        }}
      />
      <ProblemNote problem={task.problem} />
      <Second>Nothing is due on them: it comes earlier.</Second>
    </>
  );
}

/** What moving would change, before it is written. */
function Moves({ moves }: { moves: PlanMoves }) {
  const { shown, more } = useFirst(moves.lines, 5);
  return (
    <Note kind="info" role="status">
      <ul>
        {shown.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      {more}
      {moves.kept.length > 0 && (
        <>
          <p class="gap-s">{some(moves.keptCount, 'task')} not moved:</p>
          <ul>
            {moves.kept.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}

/** Lines of “Event tasks” and of Settings that are left out. */
function Unusable({ problems }: { problems: readonly string[] }) {
  const { shown, more } = useFirst(problems, 2);
  return problems.length === 0 ? null : (
    <Note kind="warn">
      {shown.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {more}
    </Note>
  );
}

const NOTHING = { ok: true, value: null } as const;

function NewPlan(props: {
  view: PlansView;
  onBack: (() => void) | null;
  onStarted: (id: string) => void;
  onSaved: () => void;
}) {
  const { view, onBack } = props;
  const app = useApp();
  const task = useTask();
  const [kind, setKind] = useState(view.kinds[0]?.kind ?? '');
  const [name, setName] = useState('');
  const [day, setDay] = useState('');
  const isAhead = day >= view.today;
  const ask = async (): Promise<Answer<PlanPreview | null>> => {
    if (!isAhead || !kind) return NOTHING;
    const answer = await call('previewPlan', kind, name, day);
    return answer;
  };
  const asked = useAnswer(ask, [kind, name, day, view.daysOff].join('\n'));
  const preview = asked.value;
  return (
    <Panel
      title={TITLE}
      sub="From the day of an event backwards: what is to be done, and by when"
      back={onBack ? { name: 'Back to the plan', onPress: onBack } : false}
      foot={
        preview &&
        !asked.problem && (
          <Button
            look="fill"
            wide
            busy={(asked.loading && LOOKING) || (task.busy && 'Making the tab')}
            onPress={() => {
              task.run(
                'start',
                () => call('startPlan', kind, name, day),
                ({ receipt, id }) => {
                  app.tell(receipt);
                  props.onStarted(id);
                },
              );
            }}
          >
            {preview.button}
          </Button>
        )
      }
    >
      <ProblemNote problem={task.problem ?? asked.problem} />
      <Unusable problems={view.problems} />
      <div class="gap fields">
        <Pick
          label="Kind of event"
          value={kind}
          options={view.kinds.map((one) => ({
            value: one.kind,
            label: `${one.kind} (${some(one.tasks, 'task')})`,
          }))}
          onPick={setKind}
        />
        <Input label="Name, if it has one of its own" value={name} onSet={setName} />
        <Input label="Day of the event" type="date" value={day} onSet={setDay} />
        <DaysOff value={view.daysOff} onSaved={props.onSaved} />
      </div>
      {day && !isAhead && <Second>Choose a day from today on.</Second>}
      {asked.loading && day && <MovingBar />}
      <p class="links gap">
        <LinkText
          onPress={() => {
            task.run('open', () => call('openTab', 'Event tasks'), Boolean);
          }}
        >
          Change the tasks
        </LinkText>
      </p>
      {preview && (
        <>
          {preview.remarks.map((text) => (
            <Note kind="warn" key={text}>
              {text}
            </Note>
          ))}
          <Section title={preview.tab}>
            <ul class="rows lines">
              {preview.tasks.map(({ task: text, due, checkIn }, at) => (
                <li key={at}>
                  <p class="org">{text}</p>
                  <Second>
                    Due {due}
                    {checkIn && ', check-in ' + checkIn}
                  </Second>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Panel>
  );
}
