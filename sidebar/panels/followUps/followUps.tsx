// Follow-ups and first messages: the lists, and from them preview, send and result.
import { useEffect, useState } from 'preact/hooks';
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
import { Lists, News } from './lists';
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
  const { run, start, look, stop } = useSendRun(mode, view?.chunk ?? 1, app.announce);
  const [step, setStep] = useState<'lists' | 'preview' | 'by-hand'>('lists');
  const [news, setNews] = useState('');
  const sees = view?.seesReplies;
  // The list is there at once; who answered meanwhile is found behind it.
  useEffect(() => {
    if (!sees) return;
    setNews('Looking for answers…');
    void call('readReplies').then((answer) => {
      setNews(answer.ok ? answer.value.message : answer.problem.message);
      if (answer.ok && answer.value.found) asked.reload();
    });
  }, [sees]);
  const turn = (next: typeof step) => (): void => {
    focusNextHeading();
    setStep(next);
  };

  if (run?.going) return <Sending run={run} mode={mode} onStop={stop} />;
  if (run && view)
    return (
      <Result
        run={run}
        view={view}
        mode={mode}
        reading={asked.loading}
        onSettled={() => {
          void look();
          asked.reload();
        }}
      />
    );
  const wait = unready(asked, mode === 'first' ? 'First messages' : 'Follow-ups');
  if (wait || !view) return wait;

  const { counts, quota, canSend, unsettled } = view;
  const { picked } = drafts;
  if (step === 'preview' && picked.length > 0) {
    return (
      <Preview
        view={view}
        mode={mode}
        drafts={drafts}
        leaving={picked}
        onBack={turn('lists')}
        onSend={() => {
          focusNextHeading();
          app.lock(true);
          void start(picked).then(() => {
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
    counts.ready + counts.otherWay + counts.quiet + counts.stopped + counts.notDue + unsettled.length === 0 &&
    (mode === 'first' || view.checks.length === 0) &&
    !view.unfinished
  ) {
    return <NobodyDue view={view} mode={mode} news={news} />;
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
      news={news}
      onReload={asked.reload}
      onPreview={turn('preview')}
    />
  );
}

function NobodyDue({ view, mode, news }: { view: FollowUpsView; mode: Mode; news: string }) {
  const app = useApp();
  const isFirst = mode === 'first';
  return (
    <Mid
      icon="check"
      fill="good"
      title={isFirst ? 'Everyone has had a first message' : 'Nobody is due today'}
    >
      {view.nobodyDue && <Second>{view.nobodyDue}</Second>}
      <News text={news} />
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
