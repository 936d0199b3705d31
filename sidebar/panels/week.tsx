// A lead's week: up to three proposals with the way there, what changed since the last meeting, what is due, what is
// missing; to print, to copy, and to mail to the leads.
import { useState } from 'preact/hooks';
import type { Panel as PanelName } from '../../src/commands/answers';
import type { WeekView } from '../../src/commands/weekAnswers';
import { useApp } from '../context';
import { Button, IconButton, LinkText } from '../parts/button';
import { NAMES, Panel, Section } from '../parts/frame';
import { ProblemNote } from '../parts/note';
import { Second } from '../parts/second';
import { Share } from '../parts/share';
import { MovingBar, unready } from '../parts/states';
import { ToTab } from '../parts/toTab';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call, goToContact } from '../server';

const TITLE = NAMES.week;

export function Week() {
  const app = useApp();
  const task = useTask();
  const asked = useAnswer(() => call('getWeek'), String(app.undone));
  const [mailed, setMailed] = useState('');
  const view = asked.value;
  const wait = unready(asked, TITLE);
  if (wait || !view) return wait;
  const { sections, proposals, mailing } = view;
  const hasLeads = mailing.withAddress + mailing.noAddress.length > 0;
  return (
    <Panel
      title={TITLE}
      sub={mailing.title}
      aside={<IconButton icon="again" name="Look again" onPress={asked.reload} />}
    >
      {asked.loading && <MovingBar />}
      <ProblemNote problem={task.problem ?? asked.problem} />
      {proposals.length > 0 && (
        <Section title="Proposals">
          <ol class="rows lines">
            {proposals.map((one) => (
              <li key={one.reason}>
                <Proposal {...one} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      {sections.map((section) => (
        <Part key={section.title} {...section} />
      ))}
      <Share
        title="For the leads"
        about="the page"
        mailing={mailing}
        busy={task.busy === 'mail'}
        mailed={mailed}
        onMail={() => {
          task.run(
            'mail',
            () => call('mailWeek'),
            ({ message }) => {
              setMailed(message);
              asked.reload();
            },
          );
        }}
      />
      {hasLeads ? (
        <Second>Each lead can get it once a week. Nothing is mailed by itself.</Second>
      ) : (
        <>
          <Second>Write Lead under Role in the tab Volunteers for those who should get it by mail.</Second>
          <ToTab name="Volunteers" />
        </>
      )}
    </Panel>
  );
}

/** What a lead looks at there is what everybody holds. */
const wayTo = (panel: PanelName) => (panel === 'mine' ? { list: 'team' as const } : {});

function Proposal({ reason, contact, panel }: WeekView['proposals'][number]) {
  const app = useApp();
  const task = useTask();
  const go = (): void => {
    app.go(panel, wayTo(panel));
  };
  return (
    <>
      <p>{reason}</p>
      <div class="buttons gap-s">
        <Button
          small
          busy={task.busy && 'Opening'}
          about={reason}
          onPress={() => {
            if (contact) task.run('go', () => goToContact(contact), go);
            else go();
          }}
        >
          {contact && panel === 'contact' ? 'Open this contact' : 'Open ' + NAMES[panel]}
        </Button>
      </div>
      <ProblemNote problem={task.problem} />
    </>
  );
}

function Part({ title, lines, none }: WeekView['sections'][number]) {
  const app = useApp();
  return (
    <Section title={title}>
      {lines.length === 0 && <Second>{none}</Second>}
      <ul class="rows lines">
        {lines.map(({ text, panel }) => (
          <li key={text} class="split-row">
            <span>{text}</span>
            {panel && (
              <LinkText
                about={text}
                onPress={() => {
                  app.go(panel, wayTo(panel));
                }}
              >
                See
              </LinkText>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
