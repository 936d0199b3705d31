// The whole sidebar: asks where the file stands, shows one panel, and keeps the bottom message with its Undo.
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Panel } from '../src/commands/answers';
import { Context, type AppContext, type Target } from './context';
import { Assign } from './panels/assign';
import { Changes } from './panels/changes';
import { Check } from './panels/check';
import { Contact } from './panels/contact';
import { FollowUps } from './panels/followUps/followUps';
import { Setup } from './panels/setup';
import { Today } from './panels/today';
import { Welcome } from './panels/welcome';
import { Words } from './panels/words';
import { NAMES, Nav } from './parts/frame';
import { focusNextHeading, focusOn, focusWhenLoaded } from './parts/heading';
import { Snack, type SnackText } from './parts/snack';
import { Failure, Loading } from './parts/states';
import { useAnswer } from './parts/useAnswer';
import { call } from './server';

export function App({ first }: { first: Panel }) {
  const start = useAnswer(() => call('getStart'), '');
  const [target, setTarget] = useState<Target & { readonly visit: number }>({
    panel: first,
    mode: 'follow-ups',
    list: null,
    hasNextStep: null,
    visit: 0,
  });
  const [snack, setSnack] = useState<SnackText | null>(null);
  const [undone, setUndone] = useState(0);
  const [undoing, setUndoing] = useState(false);
  const [said, announce] = useState('');
  const [locked, lock] = useState(false);
  const { reload } = start;

  const go = useCallback<AppContext['go']>((panel, to) => {
    focusNextHeading();
    setSnack(null);
    setTarget(({ visit }) => ({
      panel,
      mode: 'follow-ups',
      list: null,
      hasNextStep: null,
      ...to,
      visit: visit + 1,
    }));
  }, []);
  const tell = useCallback<AppContext['tell']>(({ message, change, undoable }, back = []) => {
    setSnack({ text: message, change: undoable ? change : '', back });
  }, []);
  const reloadStart = useCallback(() => {
    void reload();
  }, [reload]);

  const undo = (): void => {
    if (!snack || undoing) return;
    setUndoing(true);
    void call('undoChange', snack.change).then((answer) => {
      setUndoing(false);
      const text = answer.ok
        ? [answer.value.message, ...answer.value.kept.map(({ why }) => why)].join(' ')
        : `${answer.problem.message} ${answer.problem.todo}`;
      setSnack({ ...snack, text, change: answer.ok ? '' : snack.change });
      if (!answer.ok) return;
      focusWhenLoaded(snack.back);
      focusOn();
      setUndone((count) => count + 1);
    });
  };

  const context = useMemo<AppContext>(
    () => ({ start: start.value, undone, go, reloadStart, tell, announce, lock }),
    [start.value, undone, go, reloadStart, tell],
  );
  return (
    <Context.Provider value={context}>
      <div class="sidebar">
        <Nav
          current={start.value?.started === false ? 'today' : target.panel}
          locked={locked}
          onGo={(panel) => {
            if (locked) announce('A send is running. Stop it first.');
            else go(panel);
          }}
        />
        {start.problem && !start.value && <Failure problem={start.problem} retry={reloadStart} />}
        {start.value?.started === false ? (
          <Welcome start={start.value} />
        ) : (
          !start.problem && (
            <>
              {!start.value && <Loading title={NAMES[target.panel]} />}
              {/* The panel asks at the same time as the start, and shows itself when it is known that all is set up. */}
              <div class="shown" hidden={!start.value}>
                <Shown key={target.panel + target.visit} {...target} />
              </div>
            </>
          )
        )}
        <Snack snack={snack} busy={undoing} onUndo={undo} />
        <div class="vh" role="status">
          {said}
        </div>
      </div>
    </Context.Provider>
  );
}

function Shown({ panel, mode, list, hasNextStep }: Target) {
  switch (panel) {
    case 'today':
      return <Today />;
    case 'check':
      return <Check />;
    case 'follow-ups':
      return <FollowUps mode={mode} list={list} />;
    case 'assign':
      return <Assign />;
    case 'contact':
      return <Contact />;
    case 'changes':
      return <Changes />;
    case 'setup':
      return <Setup />;
    case 'words':
      return <Words hasColumn={hasNextStep} />;
  }
}
