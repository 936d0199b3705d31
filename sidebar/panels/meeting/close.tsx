// Close the meeting: what would happen, what a person decides first, and then who does what by when, to print, to copy
// and to mail.
import { useRef, useState } from 'preact/hooks';
import type { WriteReceipt } from '../../../src/commands/answers';
import type { CloseQuestion, CloseView } from '../../../src/commands/closeAnswers';
import { useApp } from '../../context';
import { Button, LinkText } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { Facts } from '../../parts/facts';
import { Choices, Input, Pick, Tick } from '../../parts/field';
import { useFirst } from '../../parts/firstOf';
import { Panel, Section } from '../../parts/frame';
import { focusOn } from '../../parts/heading';
import { KeptNote, Note, ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { Share } from '../../parts/share';
import { MovingBar, unready } from '../../parts/states';
import { LOOKING, useAnswer } from '../../parts/useAnswer';
import { useFlip } from '../../parts/useFlip';
import { useTask } from '../../parts/useTask';
import { call, type CloseAnswers } from '../../server';
import './close.css';

const TITLE = 'Close the meeting';

/** What was chosen, by the name of the question. */
type Chosen = Readonly<Record<string, string>>;

const nameOf = ({ kind, key }: CloseQuestion): string => kind + ' ' + key;

function answersOf(
  questions: readonly CloseQuestion[],
  chosen: Chosen,
  due: string,
  tab: number,
): CloseAnswers {
  const answers: CloseAnswers = { tab, due, same: [], takers: [], seen: [] };
  for (const question of questions) {
    const to = chosen[nameOf(question)];
    if (to === undefined) continue;
    if (question.kind === 'same') answers.same.push({ group: question.key, of: to });
    else answers.takers.push({ name: question.key, to });
  }
  return answers;
}

export function CloseMeeting({ onBack }: { onBack: () => void }) {
  const app = useApp();
  const task = useTask();
  const [due, setDue] = useState('');
  const [chosen, setChosen] = useState<Chosen>({});
  const [mailing, setMailing] = useState(false);
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const [mailed, setMailed] = useState('');
  /** Answered questions stay, so that an answer can be changed. */
  const known = useRef(new Map<string, CloseQuestion>());
  const tab = useRef(0);
  const all = () => [...known.current.values()];
  const sent = JSON.stringify(answersOf(all(), chosen, due, tab.current));
  const open = all().filter((question) => chosen[nameOf(question)] === undefined).length;
  // Asked again when the last question has its answer: each look takes a second or two.
  const asked = useAnswer(
    () => call('getClose', answersOf(all(), chosen, due, tab.current)),
    [open > 0 ? 'open' : sent, due, app.undone].join(),
  );
  const view = asked.value;
  const wait = unready(asked, TITLE);
  if (wait || !view) return wait;
  tab.current = view.tab;
  for (const question of view.questions) known.current.set(nameOf(question), question);
  const questions = all();
  const left = questions.filter((question) => chosen[nameOf(question)] === undefined).length;
  const { recap } = view;
  const isNothing = view.closed && view.added + view.given + view.learning === 0;
  const mailNow = (): void => {
    task.run(
      'mail',
      () => call('mailRecap', answersOf([], {}, '', view.tab)),
      ({ message }) => {
        setMailed(message);
        asked.reload();
      },
    );
  };
  const close = (): void => {
    task.run(
      'close',
      () => call('closeMeeting', { ...answersOf(questions, chosen, due, view.tab), seen: [...view.seen] }),
      (done) => {
        known.current.clear();
        setChosen({});
        setReceipt(done);
        app.tell(done);
        focusOn();
        asked.reload();
        if (mailing) mailNow();
      },
    );
  };
  const why =
    left > 0
      ? `Answer ${left === 1 ? 'the question' : `the ${figure(left)} questions`} first.`
      : view.dueProblem || (asked.loading ? LOOKING : '');
  return (
    <Panel
      title={isNothing ? 'The meeting is closed' : TITLE}
      back={{ name: 'Back to the meeting', onPress: onBack }}
      foot={
        !isNothing && (
          <>
            <Button
              look="fill"
              wide
              off={why !== ''}
              busy={task.busy === 'close' && 'Closing the meeting'}
              onPress={close}
            >
              {TITLE}
            </Button>
            <Second>{why || 'One undo takes all of it back.'}</Second>
          </>
        )
      }
    >
      {(asked.loading || task.busy === 'close') && <MovingBar />}
      <ProblemNote problem={task.problem ?? asked.problem} />
      <KeptNote receipt={receipt} />
      {!isNothing && <Would view={view} />}
      {!isNothing && (
        <div class="gap">
          <Input
            label="The next meeting, by which all is done"
            type="date"
            value={due || view.due}
            onSet={setDue}
          />
        </div>
      )}
      <Questions
        questions={questions}
        people={view.people}
        chosen={chosen}
        onChoose={(some) => {
          setChosen({ ...chosen, ...some });
        }}
      />
      <Lines title="To know" texts={[...view.also, ...view.remarks]} />
      <Who view={view} />
      {recap.nobody.length > 0 && (
        <Note kind="warn">
          <b>{some(recap.nobody.length, 'name has', 'names have')} nobody yet:</b> {recap.nobody.join(', ')}.
        </Note>
      )}
      <Lines
        title="Still missing"
        texts={[
          ...(recap.noWay.length > 0 ? [`No way to reach them is known: ${recap.noWay.join(', ')}.`] : []),
          ...(recap.missing.length > 0 ? [`Kinds of groups: ${recap.missing.join(', ')}.`] : []),
        ]}
      />
      {isNothing ? (
        <Share
          title="The list for everybody"
          about="the list"
          mailing={recap}
          busy={task.busy === 'mail'}
          mailed={mailed}
          onMail={mailNow}
        />
      ) : (
        recap.canMail &&
        recap.toMail > 0 && (
          <label class="across small gap-l" for="mail-list">
            <Tick id="mail-list" ticked={mailing} onTick={setMailing} />
            <span>Mail this list to the {figure(recap.toMail)} with an address</span>
          </label>
        )
      )}
    </Panel>
  );
}

function Would({ view }: { view: CloseView }) {
  const lines: readonly (readonly [number, string])[] = [
    [view.added, view.added === 1 ? 'name goes to the contacts' : 'names go to the contacts'],
    [view.known, view.known === 1 ? 'stands there already' : 'stand there already'],
    [
      view.given,
      (view.given === 1 ? 'task' : 'tasks') +
        (view.dueText && !view.dueProblem ? ', due ' + view.dueText : ''),
    ],
    [view.tabs, view.tabs === 1 ? 'tab gets new rows' : 'tabs get new rows'],
  ];
  return (
    <>
      <Second>This is what would happen. Nothing is written yet.</Second>
      <ul class="would lines">
        {lines.map(([n, text]) => (
          <li key={text}>
            <b class="num">{figure(n)}</b> {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Questions(props: {
  questions: readonly CloseQuestion[];
  people: readonly string[];
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}) {
  const { questions, people, chosen, onChoose } = props;
  const { shown, more } = useFirst(questions, 10);
  // Only those that nothing else is proposed for.
  const fresh = questions.filter(
    (one) => one.kind === 'taker' && one.options[0]?.key === one.key && chosen[nameOf(one)] === undefined,
  );
  if (questions.length === 0) return null;
  return (
    <Section title="You decide" aside={figure(questions.length)}>
      {fresh.length > 1 && (
        <p class="gap-s">
          <LinkText
            onPress={() => {
              onChoose(Object.fromEntries(fresh.map((one) => [nameOf(one), one.key])));
            }}
          >
            Add all {figure(fresh.length)} new names to the Volunteers tab
          </LinkText>
        </p>
      )}
      {shown.map((one, index) => {
        const name = nameOf(one);
        const others = people.filter((who) => one.options.every(({ key }) => key !== who));
        const said = chosen[name];
        return (
          <Choices
            key={name}
            id={'q' + String(index)}
            question={one.question}
            why={one.why}
            options={one.options}
            chosen={said ?? null}
            onChoose={(key) => {
              onChoose({ [name]: key });
            }}
          >
            {one.kind === 'taker' && others.length > 0 && (
              <Pick
                label={`Somebody else is “${one.key}”`}
                small
                value={said && others.includes(said) ? said : ''}
                options={[
                  { value: '', label: 'Somebody else …' },
                  ...others.map((who) => ({ value: who, label: who })),
                ]}
                onPick={(who) => {
                  if (who) onChoose({ [name]: who });
                }}
              />
            )}
          </Choices>
        );
      })}
      {more}
    </Section>
  );
}

function Lines({ title, texts }: { title: string; texts: readonly string[] }) {
  const { shown, more } = useFirst(texts, 5);
  if (texts.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="rows lines small">
        {shown.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {more}
    </Section>
  );
}

function Who({ view: { recap } }: { view: CloseView }) {
  const [open, flip] = useFlip();
  if (recap.who.length === 0) return null;
  return (
    <Section title={recap.title}>
      <Facts facts={recap.who.map(({ name, what }) => ({ label: name, value: what }))} />
      <p class="gap-s">
        <LinkText expanded={open} onPress={flip}>
          Each task
        </LinkText>
      </p>
      {open && (
        <ul class="rows lines small">
          {recap.who.flatMap(({ name, tasks }) =>
            tasks.map(({ text, first }) => (
              <li key={name + text}>
                <b>{name}:</b> {text}. {first}
              </li>
            )),
          )}
        </ul>
      )}
    </Section>
  );
}
