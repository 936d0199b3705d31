// My contacts: what whoever looks holds, the most pressing first; and what the people hold whom they look after.
import { useState } from 'preact/hooks';
import type { Figures, MyContact, MyContactsView, TeamMember } from '../../src/commands/myAnswers';
import { useApp } from '../context';
import { Calendars } from '../parts/calendars';
import { IconButton, Link, LinkText } from '../parts/button';
import { figure } from '../parts/count';
import { useFirst } from '../parts/firstOf';
import { Panel } from '../parts/frame';
import { Icon } from '../parts/icon';
import { ProblemNote } from '../parts/note';
import { Second } from '../parts/second';
import { Chips, Segments } from '../parts/segments';
import { unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import { Why } from '../parts/word';
import { YourName } from '../parts/yourName';
import { call, goToContact } from '../server';
import './check.css';
import './today.css';

export function MyContacts({ team }: { team: boolean }) {
  const app = useApp();
  const [list, setList] = useState<'mine' | 'team'>(team ? 'team' : 'mine');
  const asked = useAnswer(() => call('getMyContacts', ''), String(app.undone));
  const view = asked.value;
  const wait = unready(asked, 'My contacts');
  if (wait || !view) return wait;
  const isTeam = list === 'team' && view.team.length > 0;
  return (
    <Panel
      title="My contacts"
      sub={
        view.name
          ? figuresOf(view.counts)
          : view.names.length > 0
            ? 'Choose your name to see what is yours.'
            : 'Nobody stands in the tab Volunteers or has a contact yet.'
      }
      aside={<IconButton icon="again" name="Look again" onPress={asked.reload} />}
    >
      {view.names.length > 0 && <YourName name={view.name} names={view.names} onKept={asked.reload} />}
      {view.team.length > 0 && (
        <div class="gap">
          <Chips
            name="Which list"
            items={[
              { key: 'mine', label: 'My contacts' },
              { key: 'team', label: 'My team' },
            ]}
            chosen={isTeam ? 'team' : 'mine'}
            onChoose={setList}
          />
        </div>
      )}
      {isTeam ? (
        <ul class="lines gap">
          {view.team.map((member) => (
            <li key={member.name}>
              <Member member={member} />
            </li>
          ))}
        </ul>
      ) : (
        view.name && <Contacts key={view.name} view={view} />
      )}
      <Calendars calendars={view.calendars} />
    </Panel>
  );
}

/** "9 open, 2 due within a week, 1 overdue" */
function figuresOf({ open, due, overdue }: Figures): string {
  return (
    figure(open) +
    ' open' +
    (due ? ', ' + figure(due) + ' due within a week' : '') +
    (overdue ? ', ' + figure(overdue) + ' overdue' : '')
  );
}

function Contacts({ view }: { view: MyContactsView }) {
  const [only, setOnly] = useState<'all' | 'overdue' | 'due'>('all');
  const { counts, items } = view;
  const count = only === 'all' ? counts.open : counts[only];
  const wanted = items.filter(({ urgency }) => only === 'all' || urgency === only);
  const { shown, more } = useFirst(wanted, 20, count);
  return (
    <>
      <div class="gap">
        <Segments
          name="Which of them"
          items={[
            { key: 'all', label: 'All', count: counts.open },
            { key: 'overdue', label: 'Overdue', count: counts.overdue },
            { key: 'due', label: 'This week', count: counts.due },
          ]}
          chosen={only}
          onChoose={setOnly}
        />
      </div>
      {shown.length === 0 && <Second>{only === 'all' ? 'No open contact here.' : 'None of them.'}</Second>}
      <ul class="rows lines">
        {shown.map((one) => (
          <li key={one.contact}>
            <Mine mine={one} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Mine({ mine }: { mine: MyContact }) {
  const { contact, organization, task, due, urgency, tag, last, knownBy, askFirst, calendar } = mine;
  const app = useApp();
  const jump = useTask();
  const go = (then: () => void): void => {
    jump.run('go', () => goToContact(contact), then);
  };
  return (
    <>
      <LinkText
        onPress={() => {
          go(() => undefined);
        }}
      >
        {organization}
      </LinkText>
      <div>
        {task}
        {due && ': '}
        {urgency === 'overdue' ? <b>{due}</b> : due}
      </div>
      <Why tag={tag} />
      {(last || knownBy || askFirst) && (
        <Second>
          {last && 'Last touch ' + last + '. '}
          {knownBy && 'Known by ' + knownBy + '.'}
          {askFirst && askFirst + '.'}
        </Second>
      )}
      <div class="links">
        <LinkText
          about={organization}
          onPress={() => {
            go(() => {
              app.go('contact');
            });
          }}
        >
          Log a touch
        </LinkText>
        {calendar && (
          <Link look="" href={calendar} about={organization}>
            Add to calendar
          </Link>
        )}
      </div>
      <ProblemNote problem={jump.problem} />
    </>
  );
}

function Member({ member }: { member: TeamMember }) {
  const [open, flip] = useFlip();
  const { name, last, checkIn } = member;
  const lines = [last && 'Last touch ' + last, checkIn].filter((text) => text);
  return (
    <>
      <button type="button" class="need across" aria-expanded={open} onClick={flip}>
        <span class="n num">{figure(member.open)}</span>
        <span>
          <span class="org second">{name}</span>
          <span class="small mut">{[figuresOf(member), ...lines].join('. ')}</span>
        </span>
        <Icon name={open ? 'down' : 'right'} />
      </button>
      {open && <Theirs name={name} />}
    </>
  );
}

function Theirs({ name }: { name: string }) {
  const { value, problem } = useAnswer(() => call('getMyContacts', name), name);
  return (
    <>
      <ProblemNote problem={problem} />
      {value ? <Contacts view={value} /> : !problem && <p role="status">Reading the sheet…</p>}
    </>
  );
}
