// Today: the next meeting, what needs a person now, and where the campaign stands.
import { useState } from 'preact/hooks';
import type { Need, TodayView } from '../../src/commands/answers';
import type { DeadlinesView } from '../../src/commands/myAnswers';
import { useApp } from '../context';
import { Calendars } from '../parts/calendars';
import { Bar, Split, Swatch, type Look } from '../parts/bars';
import { Button, IconButton, LinkText } from '../parts/button';
import { figure, rowName, some } from '../parts/count';
import { Input } from '../parts/field';
import { WeekBars } from '../parts/figureTable';
import { Panel, Section } from '../parts/frame';
import { Icon } from '../parts/icon';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { Mid, unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import { call, goTo } from '../server';
import { useFirst } from '../parts/firstOf';
import { Second } from '../parts/second';
import './check.css';
import './today.css';

export function Today() {
  const app = useApp();
  const today = useAnswer(() => call('getToday'), String(app.undone));
  const view = today.value;
  const wait = unready(today, 'Today');
  const again = today.reload;
  if (wait || !view) return wait;
  if (view.contacts === 0) {
    return (
      <Mid icon="info" fill="info" title="No contacts yet">
        <Second>Write one organization in each row of the tab “{view.sheet}”.</Second>
        <Button look="fill" onPress={again}>
          Look again
        </Button>
      </Mid>
    );
  }
  const first = view.needs.find(({ to }) => to);
  return (
    <Panel title={view.todayText} aside={<IconButton icon="again" name="Look again" onPress={again} />}>
      <Meeting meeting={view.nextMeeting} deadlines={view.deadlines} onSaved={today.put} onMoved={again} />
      <Section title="Needs you">
        <ul class="lines">
          {view.needs.map((need) => (
            <li key={need.title}>
              <NeedLine need={need} sheet={view.sheet} first={need === first} />
            </li>
          ))}
        </ul>
      </Section>
      <Stages view={view} />
      <Kinds categories={view.categories} />
      {view.weeks.length > 0 && <Weeks weeks={view.weeks} />}
      {view.unions && (
        <Section
          title="Unions"
          aside={
            <LinkText
              about="unions"
              onPress={() => {
                app.go('unions');
              }}
            >
              See
            </LinkText>
          }
        >
          <Second>{view.unions}</Second>
        </Section>
      )}
    </Panel>
  );
}

function Meeting({
  meeting,
  deadlines,
  onSaved,
  onMoved,
}: {
  meeting: TodayView['nextMeeting'];
  deadlines: DeadlinesView;
  onSaved: (view: TodayView) => void;
  onMoved: () => void;
}) {
  const app = useApp();
  const task = useTask();
  const [open, flip] = useFlip();
  const [day, setDay] = useState(meeting?.day ?? '');
  const save = (): void => {
    task.run(
      'save',
      () => call('saveSetting', 'nextMeeting', day),
      (fresh) => {
        onSaved(fresh);
        app.tell(fresh.deadlines.saved);
      },
    );
    flip();
  };
  return (
    <>
      <div class="card wash across">
        <Icon name="calendar" />
        <div>
          <p class="org">{meeting ? meeting.title : 'No next meeting yet'}</p>
          <Second>{meeting ? meeting.text : 'Its day is the deadline of every task.'}</Second>
        </div>
        <LinkText expanded={open} about="the next meeting" onPress={flip}>
          {task.busy === 'save' ? 'Saving' : meeting ? 'Change' : 'Set'}
        </LinkText>
      </div>
      {open && (
        <div class="two gap">
          <Input label="Day of the next meeting" type="date" value={day} onSet={setDay} />
          <Button off={!day} onPress={save}>
            Save the day
          </Button>
        </div>
      )}
      {open && deadlines.follow && <Second>{deadlines.follow}</Second>}
      {deadlines.behind && (
        <Note kind="warn">
          {deadlines.behind}{' '}
          <LinkText
            onPress={() => {
              task.run(
                'move',
                () => call('moveDues'),
                (receipt) => {
                  app.tell(receipt);
                  onMoved();
                },
              );
            }}
          >
            {task.busy === 'move' ? 'Moving them' : 'Move them'}
          </LinkText>
        </Note>
      )}
      <KeptNote receipt={deadlines.saved} />
      <Calendars calendars={deadlines.calendars} />
      <ProblemNote problem={task.problem} />
    </>
  );
}

function Weeks({ weeks }: { weeks: TodayView['weeks'] }) {
  const app = useApp();
  return (
    <>
      {weeks.map((table) => (
        <Section key={table.key} title={table.title}>
          <WeekBars table={table} />
        </Section>
      ))}
      <LinkText
        onPress={() => {
          app.go('dashboard');
        }}
      >
        Open the dashboard
      </LinkText>
    </>
  );
}

/** The first line that leads to a panel has the filled button; the others open by a click on the line. */
function NeedLine({ need, sheet, first }: { need: Need; sheet: string; first: boolean }) {
  const { count, title, text, action, to, rows } = need;
  const app = useApp();
  const [open, flip] = useFlip();
  const { shown, more } = useFirst(rows, 5, count);
  const press = (): void => {
    if (to) app.go(to.panel, to);
    else flip();
  };
  const words = (
    <>
      <span class="n num">{figure(count)}</span>
      <span>
        <span class="org second">{title}</span>
        <span class="small mut">{text}</span>
      </span>
    </>
  );
  if (first || !action) {
    return (
      <div class="need across">
        {words}
        {action && (
          <Button look="fill" small about={title} onPress={press}>
            {action}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <button type="button" class="need across" aria-expanded={to ? undefined : open} onClick={press}>
        {words}
        <Icon name={open ? 'down' : 'right'} />
      </button>
      {open && (
        <ul>
          {shown.map(({ row, organization, why }) => (
            <li class="hit" key={row}>
              <LinkText onPress={() => void goTo(sheet, `A${row}`)}>{rowName(row, organization)}</LinkText>
              <div>{why}</div>
            </li>
          ))}
          {more && <li class="hit">{more}</li>}
        </ul>
      )}
    </>
  );
}

function Stages({ view }: { view: TodayView }) {
  const { stages, goal, confirmed } = view;
  const keys: readonly (readonly [look: Look, label: string, count: number])[] = [
    ['none', 'Not contacted', stages.notContacted],
    ['grey', 'Contacted', stages.contacted],
    ['flat', 'In conversation', stages.inConversation],
    ['dark', 'Endorsed', stages.endorsed],
    ['dotted', 'Closed', stages.closed],
  ];
  const reached = goal && figure(confirmed) + ' of ' + some(goal, 'endorsement') + ' confirmed';
  return (
    <Section title="Where we are" aside={some(view.contacts, 'contact')}>
      {goal && reached && (
        <div class="below">
          <p class="org">{reached}</p>
          <Bar name={reached} parts={[['dark', confirmed]]} of={goal} />
        </div>
      )}
      <Split
        name={keys.map(([, label, count]) => label + ': ' + figure(count)).join(', ')}
        parts={keys.map(([look, , count]) => [look, count])}
      />
      <ul class="key legend small gap">
        {keys.map(([look, label, count]) => (
          <li key={label}>
            <Swatch look={look} />
            {label}
            <b class="num">{figure(count)}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const KINDS = [
  ['in conversation', 'flat'],
  ['contacted', 'grey'],
  ['not contacted', 'dotted'],
  ['missing', 'none'],
] as const;

function Kinds({ categories }: { categories: TodayView['categories'] }) {
  const groups = KINDS.map(([stage, look]) => ({
    stage,
    look,
    names: categories.filter((one) => one.stage === stage).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
  const counts = groups.map(({ stage, names }) => figure(names.length) + ' ' + stage).join(', ');
  const missing = groups.find(({ stage }) => stage === 'missing');
  return (
    counts && (
      <Section title="Kinds of groups" aside={figure(categories.length)}>
        <Split
          name={counts}
          parts={groups.flatMap(({ look, names }) => names.map(() => [look, 1] as const))}
        />
        <p class="gap-s">{counts}</p>
        {missing && (
          <p>
            <b>Missing: {missing.names.join(', ')}</b>
          </p>
        )}
      </Section>
    )
  );
}
