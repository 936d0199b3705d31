// Follow-ups and first messages: the lists, and from them preview, send and result.
import { useState } from 'preact/hooks';
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp, type List } from '../../context';
import { Bar } from '../../parts/bars';
import { Button } from '../../parts/button';
import { some } from '../../parts/count';
import { focusNextHeading } from '../../parts/heading';
import { Mid, unready } from '../../parts/states';
import { useAnswer } from '../../parts/useAnswer';
import { call, type Mode } from '../../server';
import { useDrafts } from './drafts';
import { Lists } from './lists';
import { Preview } from './preview';
import { Result } from './result';
import { Sending } from './sending';
import { useSendRun } from './sendRun';
import { Second } from '../../parts/second';

export function FollowUps({ mode, list }: { mode: Mode; list: List | null }) {
  const app = useApp();
  const asked = useAnswer(() => call('getFollowUps', mode), mode + String(app.undone));
  const view = asked.value;
  const drafts = useDrafts(view, mode);
  const { run, start, stop } = useSendRun(mode, view?.chunk ?? 1, app.announce);
  const [step, setStep] = useState<'lists' | 'preview' | 'by-hand'>('lists');
  const turn = (next: typeof step) => (): void => {
    focusNextHeading();
    setStep(next);
  };

  if (run?.going) return <Sending run={run} mode={mode} onStop={stop} />;
  if (run && view)
    return <Result run={run} view={view} mode={mode} reading={asked.loading} onReload={asked.reload} />;
  const wait = unready(asked, mode === 'first' ? 'First messages' : 'Follow-ups');
  if (wait || !view) return wait;

  const { counts, quota, canSend, unsettled } = view;
  const leaving = drafts.picked.slice(0, Math.max(0, Math.min(view.most, quota.left)));
  if (step === 'preview' && leaving.length > 0) {
    return (
      <Preview
        view={view}
        mode={mode}
        drafts={drafts}
        leaving={leaving}
        onBack={turn('lists')}
        onSend={() => {
          focusNextHeading();
          app.lock(true);
          void start(leaving).then(() => {
            focusNextHeading();
            app.lock(false);
            app.announce('The send is over.');
            asked.reload();
          });
        }}
      />
    );
  }
  if (
    counts.ready + counts.otherWay + counts.quiet + counts.stopped + unsettled.length === 0 &&
    !view.unfinished
  ) {
    return <NobodyDue view={view} mode={mode} />;
  }
  if (canSend && quota.left <= 0 && counts.ready > 0 && step !== 'by-hand') {
    return <DailyLimit view={view} onByHand={turn('by-hand')} />;
  }
  return (
    <Lists
      view={view}
      mode={mode}
      first={list}
      drafts={drafts}
      byHand={!canSend || step === 'by-hand'}
      leaving={leaving.length}
      onReload={asked.reload}
      onPreview={turn('preview')}
    />
  );
}

function NobodyDue({ view, mode }: { view: FollowUpsView; mode: Mode }) {
  const app = useApp();
  const isFirst = mode === 'first';
  return (
    <Mid
      icon="check"
      fill="good"
      title={isFirst ? 'Everyone has had a first message' : 'Nobody is due today'}
    >
      {!isFirst && (view.nextDue || view.waiting > 0) && (
        <Second>
          Everyone you wrote to has answered or still has time.
          {view.nextDue && (
            <>
              {' '}
              The next follow-up is due on <b>{view.nextDue}</b>.
            </>
          )}
          {view.waiting > 0 && ' ' + some(view.waiting, 'contact is', 'contacts are') + ' waiting.'}
        </Second>
      )}
      <Button
        onPress={() => {
          app.go('follow-ups', isFirst ? {} : { mode: 'first' });
        }}
      >
        {isFirst ? 'See who is due' : 'Write a first message'}
      </Button>
    </Mid>
  );
}

/** The messages of the day are used up: nothing is lost, and there is a way by hand. */
function DailyLimit({ view, onByHand }: { view: FollowUpsView; onByHand: () => void }) {
  const app = useApp();
  const { used, limit } = view.quota;
  const full = `${used} of ${some(limit, 'message')}`;
  return (
    <Mid icon="clock" fill="info" title="That is all for today">
      <Second>
        {full} in 24 hours are used. {some(view.counts.ready, 'contact stays', 'contacts stay')} on the list
        and can be written to <b>tomorrow</b>.
      </Second>
      <Bar name={full} parts={[['solid', used]]} of={limit} />
      <Button
        look="fill"
        onPress={() => {
          app.go('today');
        }}
      >
        Keep the list for tomorrow
      </Button>
      <Button look="text" onPress={onByHand}>
        Open them in Gmail instead
      </Button>
    </Mid>
  );
}
