// Setup: one question at a time, what was found, permissions, and the way to the tabs of the add-on.
import { useState } from 'preact/hooks';
import type { Answer, MapView, Start } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, Link, LinkText } from '../parts/button';
import { some } from '../parts/count';
import { Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { Icon } from '../parts/icon';
import { Note, ProblemNote } from '../parts/note';
import { unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import { call } from '../server';
import { ChangeColumn, Found } from './columns';
import { Question } from './question';
import { Reminder } from './reminder';
import { TabChoice } from './tabChoice';
import { Second } from '../parts/second';
import '../parts/list.css';
import './setup.css';

const TABS = ['Settings', 'Templates', 'Volunteers', 'Outreach log'] as const;

export function Setup() {
  const app = useApp();
  const map = useAnswer(() => call('getMap'), '');
  const task = useTask();
  const [changing, change] = useFlip();
  const [choosing, choose] = useFlip();
  const [tab, setTab] = useState('');
  const wait = unready(map, 'Setup');
  const { value } = map;
  if (wait || !value) return wait;

  const [question] = value.questions;
  const tabs = app.start?.tabs ?? [];
  const busy = task.busy !== '';
  const save = (step: () => Promise<Answer<MapView>>, then: () => void): void => {
    task.run('save', step, (view) => {
      map.put(view);
      then();
      focusOn(view.questions.length > 0 ? 'question' : 'found');
    });
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
      {value.changed.length > 0 && (
        <Note kind="warn" role="status">
          <b>The columns are not as they were.</b> {value.changed.join(' ')}
        </Note>
      )}
      {question ? (
        <Question
          key={question.field}
          question={question}
          all={value.all}
          busy={busy}
          onAnswer={(letters) => {
            save(() => call('setColumn', question.field, letters), Boolean);
          }}
        />
      ) : (
        <>
          <Note kind="good">
            <b>Every column is clear.</b> {some(value.rows, 'contact')} can be read.
          </Note>
          <Button
            look="fill"
            wide
            onPress={() => {
              app.go('check');
            }}
          >
            Check the rows
          </Button>
        </>
      )}
      <Found view={value} />
      <p class="links gap">
        <LinkText expanded={changing} onPress={change}>
          Change a column
        </LinkText>
        {tabs.length > 1 && (
          <LinkText expanded={choosing} onPress={choose}>
            Use another tab
          </LinkText>
        )}
      </p>
      {changing && (
        <ChangeColumn
          view={value}
          busy={busy}
          onSave={(field, letters) => {
            save(() => call('setColumn', field, letters), change);
          }}
        />
      )}
      {choosing && (
        <TabChoice tabs={tabs} chosen={tab || value.sheet} onChoose={setTab}>
          <Button
            off={!tab || tab === value.sheet}
            busy={busy && 'Reading the tab'}
            onPress={() => {
              save(
                () => call('startWith', tab),
                () => {
                  choose();
                  app.reloadStart();
                },
              );
            }}
          >
            Use this tab
          </Button>
        </TabChoice>
      )}
      {app.start && <Permissions start={app.start} onAgain={app.reloadStart} />}
      <Reminder />
      <Section title="Tabs of the add-on">
        <Second>
          Settings holds the campaign’s name, next meeting and days to wait, Templates what the messages say.
        </Second>
        <p class="links gap-s">
          {TABS.map((name) => (
            <LinkText
              key={name}
              onPress={() => {
                task.run('open', () => call('openTab', name), Boolean);
              }}
            >
              Open {name}
            </LinkText>
          ))}
        </p>
      </Section>
    </Panel>
  );
}

function Permissions({ start, onAgain }: { start: Start; onAgain: () => void }) {
  const { permissions, authorizationUrl: url } = start;
  return (
    <Section title="Permissions" aside="Allow what you like">
      <ul class="perm lines across-lines">
        {permissions.map(({ name, title, what, allowed }) => (
          <li key={name}>
            <span class={allowed ? 'on' : 'mut'}>
              <Icon name={allowed ? 'check' : 'circle'} />
            </span>
            <span class="org">{title}</span>
            {allowed ? (
              <span class="small on">Allowed</span>
            ) : (
              <Link href={url} about={title}>
                Allow
              </Link>
            )}
            <Second>{what}</Second>
          </li>
        ))}
      </ul>
      {permissions.some(({ allowed }) => !allowed) && (
        <LinkText onPress={onAgain}>I allowed it, look again</LinkText>
      )}
      <Note kind="info">
        <b>Volunteers need none of these.</b> They can work in their own tab without pressing Allow.
      </Note>
    </Section>
  );
}
