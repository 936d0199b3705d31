// Changes and undo: everything the add-on wrote, newest first.
import { useState } from 'preact/hooks';
import type { ChangesView, WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { some } from '../parts/count';
import { Panel } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { KeptNote, ProblemNote } from '../parts/note';
import { Failure, Loading, Mid } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useTask, type Task } from '../parts/useTask';
import { Word } from '../parts/word';
import { call } from '../server';
import '../parts/list.css';

type Change = ChangesView['groups'][number]['changes'][number];

export function Changes() {
  const app = useApp();
  const changes = useAnswer(() => call('getChanges'), String(app.undone));
  const task = useTask();
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const { value, problem } = changes;
  const again = (): void => void changes.reload();

  if (problem) return <Failure problem={problem} retry={again} />;
  if (!value) return <Loading title="Changes and undo" />;
  if (value.groups.length === 0) {
    return (
      <Mid icon="check" fill="good" title="Nothing was changed yet">
        <p class="mut">Everything this add-on writes will stand here, with a way back.</p>
        <Button
          onPress={() => {
            app.go('check');
          }}
        >
          Check the rows
        </Button>
      </Mid>
    );
  }
  const undo = (id: string): void => {
    task.run(
      id,
      () => call('undoChange', id),
      (done) => {
        setReceipt(done);
        app.tell({ ...done, undoable: false });
        void changes.reload().then(() => {
          focusOn(lineId(id));
        });
      },
    );
  };
  return (
    <Panel title="Changes and undo" sub="What the add-on wrote, newest first">
      <ProblemNote problem={task.problem} />
      {receipt ? <KeptNote receipt={receipt} /> : null}
      {value.groups.map(({ dayText, changes: list }) => (
        <section class="day" key={dayText}>
          <h2>{dayText}</h2>
          <ul class="rows">
            {list.map((change) => (
              <li key={change.id} id={lineId(change.id)} tabIndex={-1}>
                <ChangeLine change={change} task={task} undo={undo} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function lineId(id: string): string {
  return `change-${id}`;
}

function ChangeLine({ change, task, undo }: { change: Change; task: Task; undo: (id: string) => void }) {
  const { id, what, who, time, cells, state } = change;
  const facts = [who, time, cells > 1 ? some(cells, 'cell') : ''].filter((fact) => fact !== '').join(', ');
  return (
    <div class="t centred">
      <div>
        <p class="org">{what}</p>
        <p class="small mut">{facts}</p>
      </div>
      {state === 'undo' ? (
        <Button
          small
          icon="undo"
          about={what}
          busy={task.busy === id ? 'Undoing' : ''}
          onPress={() => {
            undo(id);
          }}
        >
          Undo
        </Button>
      ) : (
        <Word name={state === 'undone' ? 'Undone' : 'Kept'} />
      )}
    </div>
  );
}
