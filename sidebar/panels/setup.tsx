// Setup: one question at a time, what was found, permissions, and the way to the Settings tab.
import { useState } from 'preact/hooks';
import type { MapView, PermissionState, Start } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, LinkButton, LinkText } from '../parts/button';
import { some } from '../parts/count';
import { Choices } from '../parts/field';
import { Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { Icon } from '../parts/icon';
import { Note, ProblemNote } from '../parts/note';
import { Failure, Loading } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call } from '../server';
import { ChangeColumn, Found } from './columns';
import { Question } from './question';
import './setup.css';

export function Setup() {
  const app = useApp();
  const map = useAnswer(() => call('getMap'), '');
  const task = useTask();
  const { value, problem } = map;
  const [changing, setChanging] = useState(false);
  const [otherTab, setOtherTab] = useState(false);

  if (problem) return <Failure problem={problem} retry={() => void map.reload()} />;
  if (!value) return <Loading title="Setup" />;

  const question = value.questions[0];
  const put = (view: MapView): void => {
    map.put(view);
    focusOn(view.questions.length > 0 ? 'question' : 'found');
  };
  return (
    <Panel
      title="Setup"
      sub={
        <>
          Tab “{value.sheet}”, headings in row {value.headerRow}
        </>
      }
    >
      <ProblemNote problem={task.problem} />
      {value.changed.length > 0 ? (
        <div class="below">
          <Note kind="warn" role="status">
            <b>The columns are not as they were.</b> {value.changed.join(' ')}
          </Note>
        </div>
      ) : null}
      {question ? (
        <Question
          key={question.field}
          question={question}
          all={value.all}
          busy={task.busy !== ''}
          onAnswer={(letters) => {
            task.run('answer', () => call('setColumn', question.field, letters), put);
          }}
        />
      ) : (
        <Ready rows={value.rows} />
      )}
      <Found view={value} />
      {changing ? (
        <ChangeColumn
          view={value}
          busy={task.busy !== ''}
          onSave={(field, letters) => {
            task.run(
              'change',
              () => call('setColumn', field, letters),
              (view) => {
                setChanging(false);
                put(view);
              },
            );
          }}
        />
      ) : (
        <p class="small links gap">
          <LinkText
            onPress={() => {
              setChanging(true);
              focusOn('change-column');
            }}
          >
            Change a column
          </LinkText>
          {app.start && app.start.tabs.length > 1 ? (
            <LinkText
              expanded={otherTab}
              onPress={() => {
                setOtherTab(!otherTab);
              }}
            >
              Use another tab
            </LinkText>
          ) : null}
        </p>
      )}
      {otherTab && app.start ? (
        <OtherTab
          start={app.start}
          busy={task.busy !== ''}
          onChoose={(name) => {
            task.run(
              'tab',
              () => call('startWith', name),
              (view) => {
                setOtherTab(false);
                put(view);
                app.reloadStart();
              },
            );
          }}
        />
      ) : null}
      {app.start ? <Permissions start={app.start} onAgain={app.reloadStart} /> : null}
      <Section title="Next meeting and pace">
        <p class="small mut">
          The next meeting, the days to wait for an answer, the messages a day and the name of your campaign
          stand in the tab “Settings”.
        </p>
        <p class="small">
          <LinkText onPress={() => void call('openTab', 'Settings')}>Open Settings</LinkText>
        </p>
      </Section>
    </Panel>
  );
}

/** Nothing left to ask: the way on. */
function Ready({ rows }: { rows: number }) {
  const app = useApp();
  return (
    <>
      <Note kind="good">
        <b>Every column is clear.</b> {some(rows, 'contact')} can be read.
      </Note>
      <div class="gap-l">
        <Button
          look="fill"
          wide
          onPress={() => {
            app.go('check');
          }}
        >
          Check the rows
        </Button>
      </div>
    </>
  );
}

function OtherTab(props: { start: Start; busy: boolean; onChoose: (name: string) => void }) {
  const { start } = props;
  const [chosen, setChosen] = useState(start.sheet);
  return (
    <div class="gap">
      <Choices
        question="Which tab holds your contacts?"
        why="What was written into the other tab stays there."
        options={start.tabs.map(({ name, rows }) => ({ key: name, label: name, second: rows > 0 ? some(rows, 'row') : '' }))}
        chosen={chosen}
        onChoose={setChosen}
      >
        <Button
          off={chosen === start.sheet}
          busy={props.busy ? 'Reading the tab' : ''}
          onPress={() => {
            props.onChoose(chosen);
          }}
        >
          Use this tab
        </Button>
      </Choices>
    </div>
  );
}

function Permissions({ start, onAgain }: { start: Start; onAgain: () => void }) {
  const offered = start.permissions.filter((one) => one.offered);
  const missing = offered.some(({ allowed }) => !allowed);
  return (
    <Section title="Permissions" aside="Any of them; the rest still works">
      <ul class="perm">
        {offered.map((permission) => (
          <Permission key={permission.name} permission={permission} url={start.authorizationUrl} />
        ))}
      </ul>
      {missing ? (
        <p class="small">
          <LinkText onPress={onAgain}>I allowed it, look again</LinkText>
        </p>
      ) : null}
      <div class="gap-l">
        <Note kind="info">
          <b>Volunteers need none of these.</b> They can work in their own tab without pressing Allow.
        </Note>
      </div>
    </Section>
  );
}

function Permission({ permission, url }: { permission: PermissionState; url: string }) {
  const { title, what, allowed } = permission;
  return (
    <li>
      <span class={allowed ? 'on' : 'off'}>
        <Icon name={allowed ? 'ticked' : 'circle'} />
      </span>
      <span class="org">{title}</span>
      {allowed ? (
        <span class="state on">Allowed</span>
      ) : url === '' ? (
        <span class="state off">Not yet</span>
      ) : (
        <LinkButton href={url} small about={title}>
          Allow
        </LinkButton>
      )}
      <p>
        {what}
        {!allowed && url === '' ? ' Google asks for it the first time it is needed.' : ''}
      </p>
    </li>
  );
}
