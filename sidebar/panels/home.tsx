// Assignments come home: one button brings the volunteers' tabs and the contacts together, then shows what a person
// has to choose: both sides changed, a row that is gone, a likely duplicate, a tab copied by hand.
import { useState } from 'preact/hooks';
import type { HomeView } from '../../src/commands/homeAnswers';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { some } from '../parts/count';
import { Choices } from '../parts/field';
import { useFirst } from '../parts/firstOf';
import { Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { Note, ProblemNote } from '../parts/note';
import { Second } from '../parts/second';
import { useTask } from '../parts/useTask';
import { call, type HomeAnswers } from '../server';
import { Handed } from './handed';
import './shares.css';

const LATER = '';

/** What was chosen so far, by the name of the question. */
type Chosen = Readonly<Record<string, string>>;

interface Question {
  readonly name: string;
  readonly question: string;
  readonly why: string;
  readonly options: readonly { readonly key: string; readonly label: string; readonly second?: string }[];
  /** Puts the choice into what is sent. */
  readonly answer: (answers: HomeAnswers, key: string) => void;
}

export function Home() {
  const app = useApp();
  const task = useTask();
  const [view, setView] = useState<HomeView | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const questions = view ? questionsOf(view) : [];
  const answered = questions.filter(({ name }) => chosen[name]).length;
  const bring = (): void => {
    const answers: HomeAnswers = { conflicts: [], missing: [], twins: [], counts: [] };
    for (const { name, answer } of questions) {
      const key = chosen[name] ?? LATER;
      if (key !== LATER) answer(answers, key);
    }
    task.run(
      'bring',
      () => call('bringHome', answers),
      (done) => {
        setView(done);
        setChosen({});
        app.tell(done);
        focusOn();
      },
    );
  };
  const { shown, more } = useFirst(questions, 10);
  return (
    <Panel
      title="Assignments home"
      sub={view?.message ?? 'Volunteers’ tabs and the contacts tell each other what changed'}
      foot={
        <>
          <Button look="fill" wide busy={task.busy && 'Looking through the tabs'} onPress={bring}>
            {questions.length === 0 ? (view ? 'Look again' : 'Bring assignments home') : 'Keep my choices'}
          </Button>
          <Second>
            {questions.length === 0
              ? 'Where both sides changed the same cell, you are asked.'
              : `${answered} of ${questions.length} chosen. You can also leave this for later.`}
          </Second>
        </>
      }
    >
      <ProblemNote problem={task.problem} />
      {!view && (
        <p class="gap">
          What volunteers wrote in their tabs goes to the contacts, and what you changed in the contacts goes
          to their tabs. What happened goes into the log. You can undo the changes in the contacts.
        </p>
      )}
      {view && questions.length > 0 && (
        <Note kind="warn" icon="people">
          <b>{some(questions.length, 'question')} for you.</b> Nothing is lost: pick what stays.
        </Note>
      )}
      {shown.map(({ name, question, why, options }) => (
        <Choices
          key={name}
          id={name}
          question={question}
          why={why}
          options={options}
          chosen={chosen[name] ?? null}
          onChoose={(key) => {
            setChosen({ ...chosen, [name]: key });
          }}
        />
      ))}
      {more}
      {view && view.joined > 0 && (
        <Note kind="good">Notes of both sides were joined in {some(view.joined, 'row')}.</Note>
      )}
      {view && view.handed.length > 0 && <Handed handed={view.handed} />}
      {view && view.left.length > 0 && <Left texts={view.left} />}
    </Panel>
  );
}

function Left({ texts }: { texts: readonly string[] }) {
  const { shown, more } = useFirst(texts, 5);
  return (
    <Section title="Left as it is">
      <ul class="lines">
        {shown.map((text) => (
          <li class="said" key={text}>
            {text}
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}

function questionsOf(view: HomeView): Question[] {
  return [
    ...view.copies.map(({ tabId, tab, of }): Question => ({
      name: `copy-${tabId}`,
      question: `“${tab}” is a copy`,
      why: `It is not looked at. Which tab does ${of} work in?`,
      options: [
        { key: 'this', label: `“${tab}” counts`, second: 'The other tab is no longer looked at' },
        { key: LATER, label: 'The other one', second: `Delete “${tab}” when you no longer need it` },
      ],
      answer: (answers) => {
        answers.counts.push(tabId);
      },
    })),
    ...view.conflicts.map((one): Question => ({
      name: `c-${one.tabId}-${one.id}-${one.column.replace(/\W/g, '')}`,
      question: one.organization,
      why: `${one.column}: two people changed it. Which one stays?`,
      options: [
        { key: 'tab', label: one.tab || '(blank)', second: one.tabSide },
        { key: 'contacts', label: one.contacts || '(blank)', second: one.contactsSide },
      ],
      answer: ({ conflicts }, key) => {
        const { id, column, tabId, tab, contacts } = one;
        conflicts.push({ id, column, tabId, tab, contacts, keep: key === 'tab' ? key : 'contacts' });
      },
    })),
    ...view.missing.map(({ tabId, tab, volunteer, contacts }): Question => ({
      name: `m-${tabId}`,
      question: `“${tab}” no longer has ${some(contacts.length, 'contact')}`,
      why: contacts.map(({ organization }) => organization).join(', '),
      options: [
        { key: 'back', label: 'Put back', second: 'They stand in the tab again' },
        { key: 'hand', label: 'Hand back', second: `${volunteer} no longer has them, and the log says so` },
      ],
      answer: ({ missing }, key) => {
        missing.push({ tabId, ids: contacts.map(({ id }) => id), handBack: key === 'hand' });
      },
    })),
    ...view.twins.map(({ tabId, tab, row, organization, of, ofText, why }): Question => ({
      name: `t-${tabId}-${row}`,
      question: `Is “${organization}” the same?`,
      why: `Row ${row} of “${tab}”, ${why}: ${ofText}`,
      options: [
        ...(of ? [{ key: of, label: 'The same', second: 'The row becomes that contact’s' }] : []),
        { key: 'new', label: 'Another one', second: 'It becomes a new contact' },
      ],
      answer: ({ twins }, key) => {
        twins.push({ tabId, row, organization, id: key === 'new' ? '' : key });
      },
    })),
  ];
}
