// The lists of Follow-ups: ready, not by e-mail, gone quiet, stopped; and the bar that leads to the preview.
import { useState } from 'preact/hooks';
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp, type List } from '../../context';
import { Button, Link, LinkText } from '../../parts/button';
import { some } from '../../parts/count';
import { Panel } from '../../parts/frame';
import { focusNextHeading } from '../../parts/heading';
import { Note } from '../../parts/note';
import { Segments } from '../../parts/segments';
import type { Mode } from '../../server';
import { ByHand, useByHand } from './byHand';
import { Checks } from './checks';
import type { Drafts } from './drafts';
import { OtherWay } from './otherWay';
import { Ready } from './ready';
import { StoppedList } from './stopped';
import { Unsettled } from './unsettled';
import { Second } from '../../parts/second';
import '../../parts/list.css';
import './followUps.css';

interface ListsProps {
  view: FollowUpsView;
  mode: Mode;
  first: List | null;
  drafts: Drafts;
  /** No mail permission, or the day is used up: each message is sent from the person's own Gmail. */
  byHand: boolean;
  /** What the look for answers found; '' where nobody looks. */
  news: string;
  onReload: () => void;
  onPreview: () => void;
}

export function Lists({ view, mode, first, drafts, byHand, news, onReload, onPreview }: ListsProps) {
  const { counts, unsettled } = view;
  const app = useApp();
  const hands = useByHand(mode);
  const isFirst = mode === 'first';
  const total = drafts.all.length;
  const checks = isFirst ? [] : view.checks;
  const segments = [
    { key: 'ready', label: 'Ready', count: Math.max(counts.ready, total) },
    { key: 'other-way', label: 'Not by e\u2011mail', count: counts.otherWay },
    { key: 'quiet', label: 'Gone quiet', count: counts.quiet },
    { key: 'stopped', label: 'Stopped', count: counts.stopped },
  ] as const;
  const [list, setList] = useState<List>(
    first ??
      (unsettled.length > 0 || view.unfinished
        ? 'ready'
        : (segments.find(({ count }) => count > 0)?.key ?? (checks.length > 0 ? 'checks' : 'ready'))),
  );
  const leaving = drafts.picked.length;
  const backToFollowUps = (): void => {
    app.go('follow-ups');
  };

  const foot =
    list === 'ready' &&
    total > 0 &&
    (byHand ? (
      <p class="mut num">
        {hands.marked.length} of {total} marked as sent
      </p>
    ) : (
      <>
        <Button look="fill" wide off={leaving === 0} onPress={onPreview}>
          Preview {leaving > 0 ? some(leaving, 'message') : 'messages'}
        </Button>
        {leaving === 0 && <Second>Tick whom to write to first.</Second>}
        {leaving > 0 && drafts.all.some((draft) => !drafts.fits(draft)) && (
          <Second>No more can go now. The others stay on the list.</Second>
        )}
      </>
    ));
  return (
    <Panel
      title={isFirst ? 'First messages' : 'Follow-ups'}
      sub={view.summary}
      back={isFirst && { name: 'Back to the follow-ups', onPress: backToFollowUps }}
      foot={foot}
    >
      <Segments<List> name="Which contacts to show" items={segments} chosen={list} onChoose={setList} />
      {checks.length > 0 && (
        <p class="gap">
          <LinkText
            expanded={list === 'checks'}
            onPress={() => {
              setList(list === 'checks' ? 'ready' : 'checks');
            }}
          >
            {some(checks.length, 'status check')} due
          </LinkText>
        </p>
      )}
      <News text={news} />
      {list === 'checks' && <Checks checks={checks} onChecked={onReload} />}
      {list === 'ready' && (
        <>
          {!view.canSend && <MailOff />}
          <Unsettled view={view} mode={mode} onSettled={onReload} />
          {byHand ? (
            <ByHand drafts={drafts.all} hands={hands} />
          ) : (
            <Ready view={view} drafts={drafts} onAsked={onReload} />
          )}
        </>
      )}
      {list === 'other-way' && (
        <OtherWay items={view.otherWay} count={counts.otherWay} onLogged={onReload}>
          {view.otherWay.length > 0
            ? 'No e-mail can go to these. Try another way.'
            : 'Nobody waits for a call or a visit.'}
        </OtherWay>
      )}
      {list === 'quiet' && (
        <OtherWay items={view.quiet} count={counts.quiet} onLogged={onReload}>
          {view.quiet.length > 0 ? 'Call them, or ask whoever knows them.' : 'Nobody has gone quiet.'}
        </OtherWay>
      )}
      {list === 'stopped' && (
        <StoppedList
          view={view}
          mode={mode}
          drafts={drafts}
          onAsked={onReload}
          onReady={() => {
            focusNextHeading();
            setList('ready');
          }}
        />
      )}
      <p class="links after gap-l">
        <LinkText
          onPress={() => {
            app.go('words', { hasNextStep: view.hasNextStep });
          }}
        >
          What the words mean
        </LinkText>
        {!isFirst && (
          <LinkText
            onPress={() => {
              app.go('follow-ups', { mode: 'first' });
            }}
          >
            Write first messages
          </LinkText>
        )}
      </p>
    </Panel>
  );
}

/** Read out when it changes. */
export function News({ text }: { text: string }) {
  return (
    <p class="mut gap-s" role="status">
      {text}
    </p>
  );
}

function MailOff() {
  const app = useApp();
  const url = app.start?.authorizationUrl;
  return (
    <Note kind="warn" icon="mail">
      <b>Mail permission is off,</b> so nothing is sent for you. Open each message in Gmail and press Send
      there.{' '}
      {url ? (
        <Link look="" href={url}>
          Turn it on
        </Link>
      ) : (
        <LinkText
          onPress={() => {
            app.go('setup');
          }}
        >
          Turn it on
        </LinkText>
      )}
    </Note>
  );
}
