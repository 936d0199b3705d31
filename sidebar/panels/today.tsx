// Today: the next meeting, what needs a person now, and where the campaign stands.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TodayView } from '../../src/commands/answers';
import { useApp } from '../context';
import { Bar, Split, Swatch, type Part } from '../parts/bars';
import { Button, IconButton, LinkText } from '../parts/button';
import { figure, some } from '../parts/count';
import { Input } from '../parts/field';
import { Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { Icon } from '../parts/icon';
import { ProblemNote } from '../parts/note';
import { Failure, Loading, Mid } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call } from '../server';
import './today.css';

export function Today() {
  const app = useApp();
  const today = useAnswer(() => call('getToday'), String(app.undone));
  const { value, problem } = today;
  const again = (): void => void today.reload();

  if (problem) return <Failure problem={problem} retry={again} />;
  if (!value) return <Loading title="Today" />;
  if (value.contacts === 0) {
    return (
      <Mid icon="info" fill="wait" title="No contacts yet">
        <p class="mut">Write one organization in each row of the tab “{value.sheet}”.</p>
        <Button look="fill" onPress={again}>
          Look again
        </Button>
      </Mid>
    );
  }
  return (
    <Panel title={value.todayText} aside={<IconButton icon="again" name="Look again" onPress={again} />}>
      <Meeting meeting={value.nextMeeting} onSaved={today.put} />
      <Section title="Needs you">
        <Needs view={value} />
      </Section>
      <Section title="Where we are" aside={some(value.contacts, 'contact')}>
        <Stages view={value} />
      </Section>
      {value.categories.length > 0 ? <Kinds categories={value.categories} /> : null}
    </Panel>
  );
}

function inDays(days: number): string {
  if (days === 0) return 'Next meeting is today';
  if (days === 1) return 'Next meeting is tomorrow';
  return days > 0 ? `Next meeting in ${days} days` : 'The meeting is over';
}

function Meeting(props: { meeting: TodayView['nextMeeting']; onSaved: (view: TodayView) => void }) {
  const { meeting } = props;
  const task = useTask();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(meeting?.day ?? '');
  const save = (): void => {
    task.run(
      'save',
      () => call('saveSetting', 'nextMeeting', day),
      (view) => {
        setOpen(false);
        props.onSaved(view);
        focusOn('change-meeting');
      },
    );
  };
  return (
    <>
      <div class="meet">
        <Icon name="calendar" />
        <div>
          <p class="org">{meeting ? inDays(meeting.inDays) : 'No next meeting yet'}</p>
          <p class="small mut">{meeting ? meeting.text : 'Its day is the deadline of every task.'}</p>
        </div>
        <LinkText
          id="change-meeting"
          expanded={open}
          about="the next meeting"
          onPress={() => {
            setOpen(!open);
          }}
        >
          {meeting ? 'Change' : 'Set'}
        </LinkText>
      </div>
      {open ? (
        <div class="meet-form">
          <Input label="Day of the next meeting" type="date" value={day} onChange={setDay} />
          <Button off={day === ''} busy={task.busy === '' ? '' : 'Saving'} onPress={save}>
            Save the day
          </Button>
        </div>
      ) : null}
      <ProblemNote problem={task.problem} />
    </>
  );
}

interface Need {
  readonly count: number;
  readonly title: string;
  readonly text: string;
  /** The word of its button where it is the first thing to do; '' where there is nothing to open. */
  readonly action: string;
  readonly open?: () => void;
}

function needsOf(view: TodayView, go: ReturnType<typeof useApp>['go']): Need[] {
  const followUps = (list: 'ready' | 'quiet' | null) => () => {
    go('follow-ups', { list });
  };
  const { due, problems } = view;
  const optional: Need[] = [
    {
      count: view.questions,
      title: view.questions === 1 ? 'Question about your columns' : 'Questions about your columns',
      text: 'Nothing is sent before they are answered',
      action: 'Answer',
      open: () => {
        go('setup');
      },
    },
    {
      count: view.unsettled,
      title: view.unsettled === 1 ? 'Message we are not sure of' : 'Messages we are not sure of',
      text: 'Say whether it was sent',
      action: 'Look',
      open: followUps('ready'),
    },
  ];
  const always: Need[] = [
    {
      count: due,
      title: 'Follow-ups due',
      text: due === 0 ? 'Nobody is due today' : 'The wait for an answer is over',
      action: due === 0 ? '' : 'Review',
      open: followUps(null),
    },
  ];
  const rest: Need[] = [
    {
      count: view.overdue,
      title: 'Overdue tasks',
      text: view.overdueText,
      action: 'See',
      open: () => {
        go('assign');
      },
    },
  ].filter(({ count }) => count > 0);
  const check: Need = {
    count: problems,
    title: 'Problems in rows',
    text: problems === 0 ? 'Every row reads well' : `${figure(view.safeFixes)} have a safe fix`,
    action: problems === 0 ? '' : 'Check',
    open: () => {
      go('check');
    },
  };
  const later: Need[] = [
    {
      count: view.quiet,
      title: 'Gone quiet',
      text: 'No touch for more than 30 days',
      action: 'See',
      open: followUps('quiet'),
    },
    { count: view.waiting, title: 'Waiting', text: view.waitingText, action: '' },
    {
      count: view.stages.notContacted,
      title: 'Not contacted yet',
      text: 'Write them a first message',
      action: 'Write',
      open: () => {
        go('follow-ups', { mode: 'first' });
      },
    },
  ].filter(({ count }) => count > 0);
  return [...optional.filter(({ count }) => count > 0), ...always, ...rest, check, ...later];
}

/** The first line with something to do has the filled button; the others open by a click on the line. */
function Needs({ view }: { view: TodayView }) {
  const needs = needsOf(view, useApp().go);
  const first = needs.find(({ action }) => action !== '');
  return (
    <ul class="need">
      {needs.map((need) => (
        <li key={need.title}>
          <NeedLine need={need} first={need === first} />
        </li>
      ))}
    </ul>
  );
}

function NeedLine({ need, first }: { need: Need; first: boolean }) {
  const { count, title, text, action, open } = need;
  const words: ComponentChildren = (
    <>
      <span class="n">{figure(count)}</span>
      <span>
        <span class="org">{title}</span>
        <span class="small mut second">{text}</span>
      </span>
    </>
  );
  if (open && action !== '' && !first) {
    return (
      <button type="button" class="r" onClick={open}>
        {words}
        <Icon name="right" />
      </button>
    );
  }
  return (
    <div class="r">
      {words}
      {first && open ? (
        <Button look="fill" small about={title} onPress={open}>
          {action}
        </Button>
      ) : null}
    </div>
  );
}

function Stages({ view }: { view: TodayView }) {
  const { stages, goal } = view;
  const keys: readonly { readonly look: Part['look']; readonly label: string; readonly count: number }[] = [
    { look: 'none', label: 'Not contacted', count: stages.notContacted },
    { look: 'hatched-grey', label: 'Contacted', count: stages.contacted },
    { look: 'flat', label: 'In conversation', count: stages.inConversation },
    { look: 'dark', label: 'Endorsed', count: stages.endorsed },
    { look: 'dotted', label: 'Closed', count: stages.closed },
  ];
  const sentence = keys.map(({ label, count }) => `${count} ${label.toLowerCase()}`).join(', ');
  return (
    <>
      {goal === null ? null : (
        <div class="goal">
          <p class="org">
            {stages.endorsed} of {some(goal, 'endorsement')}
          </p>
          <Bar
            name={`${stages.endorsed} of ${some(goal, 'endorsement')}`}
            parts={[{ look: 'dark', share: stages.endorsed }]}
            of={goal}
          />
        </div>
      )}
      <Split name={sentence} parts={keys.map(({ look, count }) => ({ look, share: count }))} />
      <ul class="key">
        {keys.map(({ look, label, count }) => (
          <li key={label}>
            <Swatch look={look} />
            {label}
            <b class="num">{figure(count)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

const KIND_LOOK = {
  'in conversation': 'flat',
  contacted: 'hatched-grey',
  'not contacted': 'dotted',
  missing: 'none',
} as const;
const KIND_ORDER = ['in conversation', 'contacted', 'not contacted', 'missing'] as const;

function Kinds({ categories }: { categories: TodayView['categories'] }) {
  const [open, setOpen] = useState(false);
  const groups = KIND_ORDER.map((stage) => ({
    stage,
    names: categories.filter((one) => one.stage === stage),
  }));
  const counts = groups
    .filter(({ names }) => names.length > 0)
    .map(({ stage, names }) => `${names.length} ${stage}`)
    .join(', ');
  const missing = groups.find(({ stage }) => stage === 'missing')?.names ?? [];
  return (
    <Section
      title="Kinds of groups"
      aside={
        <LinkText
          expanded={open}
          onPress={() => {
            setOpen(!open);
          }}
        >
          {open ? 'Show less' : `See all ${categories.length}`}
        </LinkText>
      }
    >
      <Split
        name={`Kinds of groups: ${counts}`}
        parts={groups.flatMap(({ stage, names }) => names.map(() => ({ look: KIND_LOOK[stage], share: 1 })))}
        even
      />
      <p class="small gap-s">{counts}</p>
      {missing.length > 0 ? (
        <p class="small">
          <b>Missing: {missing.map(({ name }) => name).join(', ')}</b>
        </p>
      ) : null}
      {open ? (
        <dl class="kinds gap">
          {groups.flatMap(({ stage, names }) =>
            names.map(({ name }) => (
              <div key={name}>
                <Swatch look={KIND_LOOK[stage]} />
                <dt>{name}</dt>
                <dd>{stage}</dd>
              </div>
            )),
          )}
        </dl>
      ) : null}
    </Section>
  );
}
