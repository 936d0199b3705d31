// The meeting: its shortlist, which kinds of groups are missing, what nobody takes yet, and the ways on from here.
import { useState } from 'preact/hooks';
import type { LookAgainView, MeetingView, PlacedName } from '../../../src/commands/meetingAnswers';
import { useApp } from '../../context';
import { Button, LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure, rowName, some } from '../../parts/count';
import { Input } from '../../parts/field';
import { useFirst } from '../../parts/firstOf';
import { Panel, Section } from '../../parts/frame';
import { focusNextHeading } from '../../parts/heading';
import { Note, ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { MovingBar, unready } from '../../parts/states';
import { useAnswer } from '../../parts/useAnswer';
import { useTask } from '../../parts/useTask';
import { call, goTo } from '../../server';
import { CloseMeeting } from './close';
import { AskTheRoom, Coverage } from './coverage';
import { PasteNames } from './names';
import { Search } from './search';

/** Views inside the panel; each is switched in at one place below and leads back. */
type View = 'overview' | 'start' | 'close' | 'names';

export function Meeting() {
  const app = useApp();
  const asked = useAnswer(() => call('getMeeting'), String(app.undone));
  const [found, setFound] = useState<LookAgainView | null>(null);
  const [part, setPart] = useState<View>('overview');
  const task = useTask();
  const view = asked.value;
  const wait = unready(asked, 'Meeting');
  if (wait || !view) return wait;
  const { shortlist } = view;
  const show = (next: View): void => {
    focusNextHeading();
    setPart(next);
  };
  const back = (): void => {
    show('overview');
    asked.reload();
  };
  if (!shortlist || part === 'start')
    return (
      <Start
        view={view}
        onStarted={(fresh) => {
          asked.put(fresh);
          setFound(null);
          show('overview');
        }}
        onBack={shortlist !== null && back}
        onSaved={asked.reload}
      />
    );
  if (part === 'close') return <CloseMeeting onBack={back} />;
  if (part === 'names') return <PasteNames onBack={back} />;
  const look = (): void => {
    task.run(
      'look',
      () => call('lookAgain'),
      (fresh) => {
        setFound(fresh);
        asked.put(fresh.meeting);
      },
    );
  };
  return (
    <Panel
      title={'Meeting of ' + shortlist.dayText}
      sub={`Shortlist: ${some(shortlist.names, 'name')} ${shortlist.closed ? 'in all' : 'so far'}`}
      foot={
        <>
          <Button
            look="fill"
            wide
            onPress={() => {
              show('close');
            }}
          >
            {shortlist.closed ? 'See who does what' : 'Close the meeting…'}
          </Button>
          <Second>You see everything before it is written.</Second>
        </>
      }
    >
      {asked.loading && <MovingBar />}
      <ProblemNote problem={task.problem} />
      <Note kind="info" icon="people">
        Everyone types in the tab{' '}
        <LinkText
          onPress={() => {
            void goTo(shortlist.sheet, 'A1');
          }}
        >
          “{shortlist.sheet}”
        </LinkText>
        . No row moves.
      </Note>
      {shortlist.remarks.map((text) => (
        <Note key={text} kind="warn">
          {text}
        </Note>
      ))}
      <Coverage view={view} />
      <AskTheRoom prompts={view.prompts} />
      <p class="gap-l buttons">
        <Button
          small
          onPress={() => {
            show('names');
          }}
        >
          Paste a list of names
        </Button>
        <Button small icon="again" busy={task.busy && 'Looking'} onPress={look}>
          Look again
        </Button>
      </p>
      {found && <Found found={found} />}
      <AskFirst view={view} />
      <Places
        title="Taken by two"
        sheet={shortlist.sheet}
        items={view.twoTakers}
        second={({ takers }) => 'Ask each other: ' + takers}
      />
      <Places
        title="Nobody takes these yet"
        sheet={shortlist.sheet}
        items={view.noTaker}
        count={view.noTakerCount}
      />
      <Search search={view.search} onSaved={asked.reload} />
      <p class="gap-l links">
        <LinkText
          onPress={() => {
            show('start');
          }}
        >
          Start another meeting
        </LinkText>
        <LinkText
          onPress={() => {
            app.go('event');
          }}
        >
          Back from a date
        </LinkText>
      </p>
    </Panel>
  );
}

function Start(props: {
  view: MeetingView;
  onStarted: (view: MeetingView) => void;
  onBack: (() => void) | false;
  onSaved: () => void;
}) {
  const { view, onBack } = props;
  const task = useTask();
  const [day, setDay] = useState(view.nextDay);
  const start = (): void => {
    task.run('start', () => call('startMeeting', day), props.onStarted);
  };
  return (
    <Panel
      title="Meeting"
      sub="Think of groups together, and share them out"
      back={onBack && { name: 'Back to the meeting', onPress: onBack }}
      foot={
        <>
          <Button look="fill" wide off={!day} busy={task.busy && 'Making the tab'} onPress={start}>
            Start the meeting
          </Button>
          <Second>Makes one tab. A day that has a shortlist gets no second one: it opens.</Second>
        </>
      }
    >
      <ProblemNote problem={task.problem} />
      <div class="gap">
        <Input label="Day of the meeting" type="date" value={day} onSet={setDay} />
      </div>
      <p class="gap-l">
        You get a tab “Shortlist” in large type for the projector. Everyone types in it at the same time:
        which group, who knows someone there, who takes it. Beside each name it says whether you have it
        already.
      </p>
      <AskTheRoom prompts={view.prompts} />
      <Search search={view.search} onSaved={props.onSaved} />
    </Panel>
  );
}

/** Somebody of ours who knows someone there is asked before anybody writes. */
function AskFirst({ view: { askFirst, askFirstCount, shortlist } }: { view: MeetingView }) {
  const { shown, more } = useFirst(askFirst, 5, askFirstCount);
  if (askFirst.length === 0 || !shortlist) return null;
  return (
    <Section title="Ask these people first" aside={figure(askFirstCount)}>
      <ul class="rows lines">
        {shown.map(({ row, organization, sentence, text }) => (
          <li key={row}>
            <LinkText
              onPress={() => {
                void goTo(shortlist.sheet, `A${row}`);
              }}
            >
              {rowName(row, organization)}
            </LinkText>
            <Second>{sentence}</Second>
            {text && (
              <CopyButton text={text} about={'the text about ' + organization}>
                Copy a text to them
              </CopyButton>
            )}
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}

function Found({ found }: { found: LookAgainView }) {
  const { shown, more } = useFirst(found.likely, 5, found.likelyCount);
  return (
    <div role="status">
      <p class="gap-s">
        {found.message} {found.likelyCount === 0 ? 'No name is likely the same as another.' : ''}
      </p>
      {shown.length > 0 && (
        <Section title="Likely the same" aside={figure(found.likelyCount)}>
          <ul class="rows lines">
            {shown.map(({ row, organization, of, where, sheet, otherRow }) => (
              <li key={row}>
                <p class="org">{rowName(row, organization)}</p>
                <Second>
                  {of}, in{' '}
                  <LinkText
                    onPress={() => {
                      void goTo(sheet, `A${otherRow}`);
                    }}
                  >
                    {where}
                  </LinkText>
                </Second>
              </li>
            ))}
          </ul>
          {more}
        </Section>
      )}
    </div>
  );
}

/** Rows of the shortlist, each with its way there; nothing where there are none. */
function Places<T extends PlacedName>(props: {
  title: string;
  sheet: string;
  items: readonly T[];
  count?: number;
  second?: (item: T) => string;
}) {
  const { items, count = items.length, second } = props;
  const { shown, more } = useFirst(items, 5, count);
  if (items.length === 0) return null;
  return (
    <Section title={props.title} aside={figure(count)}>
      <ul class="rows lines">
        {shown.map((item) => (
          <li key={item.row}>
            <LinkText
              onPress={() => {
                void goTo(props.sheet, `A${item.row}`);
              }}
            >
              {rowName(item.row, item.organization)}
            </LinkText>
            {second && <Second>{second(item)}</Second>}
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}
