// The whole sidebar: asks where the file stands, shows one panel, and keeps the bottom message with its Undo.
import { useState } from 'preact/hooks';
import type { Panel } from '../src/commands/answers';
import { provideApp, type AppContext, type Target } from './context';
import { Asks } from './panels/asks/asks';
import { Assign } from './panels/assign';
import { Changes } from './panels/changes';
import { Check } from './panels/check';
import { Contact } from './panels/contact';
import { Dashboard } from './panels/dashboard/dashboard';
import { Growing } from './panels/growing/growing';
import { Home } from './panels/home';
import { FollowUps } from './panels/followUps/followUps';
import { Meeting } from './panels/meeting/meeting';
import { BackFromDate } from './panels/meeting/plan';
import { MyContacts } from './panels/myContacts';
import { NextTown } from './panels/nextTown';
import { Partners } from './panels/partners/partners';
import { Setup } from './panels/setup';
import { Today } from './panels/today';
import { Week } from './panels/week';
import { Unions } from './panels/unions/unions';
import { Welcome } from './panels/welcome';
import { Words } from './panels/words';
import { NAMES, Nav } from './parts/frame';
import { focusNextHeading, focusOn, focusWhenLoaded } from './parts/heading';
import { Snack, type SnackText } from './parts/snack';
import { Failure, Loading } from './parts/states';
import { useAnswer } from './parts/useAnswer';
import { call } from './server';

const AT_FIRST = { mode: 'follow-ups', list: null, hasNextStep: null } as const;

export function App({ first }: { first: Panel }) {
  const asked = useAnswer(() => call('getStart'), '');
  const [target, setTarget] = useState<Target & { readonly visit: number }>({
    panel: first,
    ...AT_FIRST,
    visit: 0,
  });
  const [snack, setSnack] = useState<SnackText | null>(null);
  const [undone, setUndone] = useState(0);
  const [undoing, setUndoing] = useState(false);
  const [said, announce] = useState('');
  const [locked, lock] = useState(false);
  const { value: start, problem } = asked;
  const reloadStart = asked.reload;

  const go: AppContext['go'] = (panel, to) => {
    focusNextHeading();
    setSnack(null);
    setTarget(({ visit }) => ({ ...AT_FIRST, ...to, panel, visit: visit + 1 }));
  };
  const undo = (): void => {
    if (!snack || undoing) return;
    setUndoing(true);
    void call('undoChange', snack.change).then((answer) => {
      setUndoing(false);
      if (!answer.ok) {
        setSnack({ ...snack, text: answer.problem.message + ' ' + answer.problem.todo });
        return;
      }
      const { message, kept } = answer.value;
      setSnack({ text: [message, ...kept.map(({ why }) => why)].join(' '), change: '', back: [] });
      focusWhenLoaded(snack.back);
      focusOn();
      setUndone(undone + 1);
    });
  };
  provideApp({
    start,
    undone,
    go,
    reloadStart,
    tell: (receipt, back = []) => {
      setSnack(receipt && { text: receipt.message, change: receipt.undoable ? receipt.change : '', back });
    },
    announce,
    lock: (on) => {
      setSnack(null);
      lock(on);
    },
  });
  return (
    <div class="sidebar">
      <Nav
        current={start?.started === false ? 'today' : target.panel}
        locked={locked}
        onGo={(panel) => {
          if (locked) announce('A send is running. Stop it first.');
          else go(panel);
        }}
      />
      {problem && !start && <Failure problem={problem} retry={reloadStart} />}
      {!problem && !start && <Loading title={NAMES[target.panel]} />}
      {start?.started === false && <Welcome start={start} />}
      {/* The panel asks at the same time as the start, and shows itself when it is known that all is set up. */}
      {!problem && start?.started !== false && (
        <div class="shown" hidden={!start}>
          <Shown key={target.visit} {...target} />
        </div>
      )}
      <Snack snack={snack} busy={undoing} onUndo={undo} />
      <div class="vh" role="status">
        {said}
      </div>
    </div>
  );
}

function Shown({ panel, mode, list, hasNextStep }: Target) {
  switch (panel) {
    case 'today':
      return <Today />;
    case 'check':
      return <Check />;
    case 'follow-ups':
      return <FollowUps mode={mode} list={list === 'team' ? null : list} />;
    case 'assign':
      return <Assign />;
    case 'home':
      return <Home />;
    case 'mine':
      return <MyContacts team={list === 'team'} />;
    case 'meeting':
      return <Meeting />;
    case 'event':
      return <BackFromDate />;
    case 'contact':
      return <Contact />;
    case 'dashboard':
      return <Dashboard />;
    case 'asks':
      return <Asks />;
    case 'partners':
      return <Partners />;
    case 'unions':
      return <Unions />;
    case 'growing':
      return <Growing />;
    case 'week':
      return <Week />;
    case 'next-town':
      return <NextTown />;
    case 'changes':
      return <Changes />;
    case 'setup':
      return <Setup />;
    case 'words':
      return <Words hasColumn={hasNextStep} />;
  }
}
