// Follow-ups and first messages: the lists, and from them preview, send and result.
import { useState } from 'preact/hooks';
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp, type List } from '../../context';
import { Button } from '../../parts/button';
import { some } from '../../parts/count';
import { focusNextHeading } from '../../parts/heading';
import { Failure, Loading, Mid } from '../../parts/states';
import { useAnswer } from '../../parts/useAnswer';
import { call, type Mode } from '../../server';
import { DailyLimit } from './dailyLimit';
import { useDrafts } from './drafts';
import { Lists } from './lists';
import { Preview } from './preview';
import { Result } from './result';
import { Sending } from './sending';
import { useSendRun } from './sendRun';

type Step = 'lists' | 'preview' | 'by-hand';

export function FollowUps({ mode, list }: { mode: Mode; list: List | null }) {
  const app = useApp();
  const asked = useAnswer(() => call('getFollowUps', mode), `${mode} ${app.undone}`);
  const { value: view, problem } = asked;
  const drafts = useDrafts(view);
  const send = useSendRun(mode, view?.chunk ?? 1, app.announce);
  const [step, setStep] = useState<Step>('lists');
  const title = mode === 'first' ? 'First messages' : 'Follow-ups';
  const turn = (next: Step): void => {
    focusNextHeading();
    setStep(next);
  };

  if (!view) {
    if (problem) return <Failure problem={problem} retry={() => void asked.reload()} />;
    return <Loading title={title} />;
  }
  const leaving = drafts.picked.slice(0, Math.max(0, Math.min(view.most, view.quota.left)));
  if (send.run?.going === true) return <Sending run={send.run} mode={mode} onStop={send.stop} />;
  if (send.run) {
    return (
      <Result
        run={send.run}
        view={view}
        mode={mode}
        reading={asked.loading}
        onReload={asked.reload}
        onDone={(list) => {
          send.clear();
          drafts.forget();
          app.go('follow-ups', { mode, list });
        }}
      />
    );
  }
  if (problem) return <Failure problem={problem} retry={() => void asked.reload()} />;
  if (step === 'preview' && leaving.length > 0) {
    return (
      <Preview
        view={view}
        mode={mode}
        drafts={drafts}
        leaving={leaving}
        onBack={() => {
          turn('lists');
        }}
        onSend={() => {
          focusNextHeading();
          app.lock(true);
          void send.start(leaving).then(() => {
            focusNextHeading();
            app.lock(false);
            app.announce('The send is over.');
            void asked.reload();
          });
        }}
      />
    );
  }
  if (isEmpty(view)) return <NobodyDue view={view} mode={mode} />;
  if (view.canSend && view.quota.left <= 0 && view.ready.length > 0 && step !== 'by-hand') {
    return (
      <DailyLimit
        view={view}
        onByHand={() => {
          turn('by-hand');
        }}
      />
    );
  }
  return (
    <Lists
      view={view}
      mode={mode}
      first={list}
      drafts={drafts}
      byHand={!view.canSend || step === 'by-hand'}
      leaving={leaving.length}
      onReload={asked.reload}
      onPreview={() => {
        turn('preview');
      }}
    />
  );
}

function isEmpty({ counts, unsettled }: FollowUpsView): boolean {
  const { ready, otherWay, quiet, stopped } = counts;
  return ready + otherWay + quiet + stopped + unsettled.length === 0;
}

function NobodyDue({ view, mode }: { view: FollowUpsView; mode: Mode }) {
  const app = useApp();
  if (mode === 'first') {
    return (
      <Mid icon="check" fill="good" title="Everyone has had a first message">
        <p class="mut">Nobody with an e-mail address is left to be written to for the first time.</p>
        <Button
          onPress={() => {
            app.go('follow-ups');
          }}
        >
          See who is due
        </Button>
      </Mid>
    );
  }
  return (
    <Mid icon="check" fill="good" title="Nobody is due today">
      <p class="mut">
        Everyone you wrote to has answered or still has time.
        {view.nextDue === '' ? null : (
          <>
            {' '}
            The next follow-up is due on <b>{view.nextDue}</b>.
          </>
        )}
      </p>
      {view.waiting > 0 ? (
        <p class="mut">{some(view.waiting, 'contact is', 'contacts are')} waiting.</p>
      ) : null}
      <Button
        onPress={() => {
          app.go('follow-ups', { mode: 'first' });
        }}
      >
        Write a first message
      </Button>
    </Mid>
  );
}
