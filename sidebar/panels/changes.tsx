// Changes and undo: everything the add-on wrote, newest first.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { some } from '../parts/count';
import { Panel } from '../parts/frame';
import { focusWhenLoaded, useFocusWhenLoaded } from '../parts/heading';
import { KeptNote, ProblemNote } from '../parts/note';
import { Mid, unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { Word } from '../parts/word';
import { call } from '../server';
import { Second } from '../parts/second';
import '../parts/list.css';

const TITLE = 'Changes and undo';

export function Changes() {
  const app = useApp();
  const changes = useAnswer(() => call('getChanges'), '');
  const task = useTask();
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  useFocusWhenLoaded(changes.loading);
  const wait = unready(changes, TITLE);
  const { value } = changes;
  if (wait || !value) return wait;
  if (value.groups.length === 0) {
    return (
      <Mid icon="check" fill="good" title="Nothing was changed yet">
        <Second>Everything this add-on writes will stand here, with a way back.</Second>
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
        focusWhenLoaded([lineId(id)]);
        changes.reload();
      },
    );
  };
  return (
    <Panel title={TITLE} sub="What the add-on wrote, newest first">
      <ProblemNote problem={task.problem} />
      <KeptNote receipt={receipt} />
      {value.groups.map((group) => (
        <section class="below" key={group.dayText}>
          <h2>{group.dayText}</h2>
          <ul class="rows lines">
            {group.changes.map(({ id, what, who, time, cells, state }) => (
              <li class="split-row centred" key={id} id={lineId(id)} tabIndex={-1}>
                <div>
                  <p class="org">{what}</p>
                  <Second>{[who, time, cells > 1 && some(cells, 'cell')].filter(Boolean).join(', ')}</Second>
                </div>
                {state === 'undo' ? (
                  <Button
                    small
                    icon="undo"
                    about={what}
                    busy={task.busy === id && 'Undoing'}
                    onPress={() => {
                      undo(id);
                    }}
                  >
                    Undo
                  </Button>
                ) : (
                  <Word name={state === 'undone' ? 'Undone' : 'Kept'} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function lineId(id: string): string {
  return 'change-' + id;
}
