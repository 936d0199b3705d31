// The lists of Follow-ups: ready, not by e-mail, gone quiet, stopped; and the bar that leads to the preview.
import { useState } from 'preact/hooks';
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp, type List } from '../../context';
import { Button, LinkText } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { Panel } from '../../parts/frame';
import { focusNextHeading } from '../../parts/heading';
import { Note } from '../../parts/note';
import { Segments } from '../../parts/segments';
import type { Mode } from '../../server';
import { ByHand, useByHand } from './byHand';
import type { Drafts } from './drafts';
import { OtherWay } from './otherWay';
import { Ready } from './ready';
import { StoppedList } from './stopped';
import { Unsettled } from './unsettled';
import '../../parts/list.css';
import './followUps.css';

interface ListsProps {
  view: FollowUpsView;
  mode: Mode;
  first: List | null;
  drafts: Drafts;
  /** No mail permission, or the day is used up: each message is sent from the person's own Gmail. */
  byHand: boolean;
  /** How many can go today of those with a tick. */
  leaving: number;
  onReload: () => Promise<unknown>;
  onPreview: () => void;
}

export function Lists(props: ListsProps) {
  const { view, mode, drafts, byHand, leaving } = props;
  const app = useApp();
  const { counts } = view;
  const hands = useByHand(mode);
  const segments = [
    {
      key: 'ready',
      label: 'Ready',
      count: drafts.all.length > view.ready.length ? drafts.all.length : counts.ready,
    },
    { key: 'other-way', label: 'Not by e-mail', count: counts.otherWay },
    { key: 'quiet', label: 'Gone quiet', count: counts.quiet },
    { key: 'stopped', label: 'Stopped', count: counts.stopped },
  ] as const;
  const start =
    view.unsettled.length > 0 ? 'ready' : (segments.find(({ count }) => count > 0)?.key ?? 'ready');
  const [list, setList] = useState<List>(props.first ?? start);
  const isFirst = mode === 'first';
  const over = drafts.picked.length - leaving;

  const foot =
    list !== 'ready' || drafts.all.length === 0 ? null : byHand ? (
      <p class="small mut num">
        {hands.marked.length} of {drafts.all.length} marked as sent
      </p>
    ) : (
      <>
        <Button look="fill" wide off={leaving === 0} onPress={props.onPreview}>
          {leaving === 0 ? 'Preview messages' : `Preview ${some(leaving, 'message')}`}
        </Button>
        {leaving === 0 ? <p class="small mut">Tick whom to write to first.</p> : null}
        {over > 0 ? (
          <p class="small mut">
            {some(leaving, 'message')} can go now. The other {figure(over)} stay on the list.
          </p>
        ) : null}
      </>
    );

  return (
    <Panel
      title={isFirst ? 'First messages' : 'Follow-ups'}
      sub={
        isFirst
          ? `${some(counts.ready, 'contact')} can get a first message`
          : view.due === 0
            ? 'Nobody is due today'
            : `${some(view.due, 'contact is', 'contacts are')} due today`
      }
      {...(isFirst
        ? {
            back: {
              name: 'Back to the follow-ups',
              onPress: () => {
                app.go('follow-ups');
              },
            },
          }
        : {})}
      foot={foot}
    >
      <Segments name="Which contacts to show" items={segments} chosen={list} onChoose={setList} />
      {byHand && list === 'ready' ? <MailOff view={view} /> : null}
      {list === 'ready' ? (
        <>
          <Unsettled items={view.unsettled} onSettled={props.onReload} />
          {byHand ? <ByHand drafts={drafts.all} hands={hands} /> : <Ready view={view} drafts={drafts} />}
        </>
      ) : null}
      {list === 'other-way' ? (
        <OtherWay
          items={view.otherWay}
          count={counts.otherWay}
          lead="Their last e-mail is sent. Try another way."
          none="Nobody waits for a call or a visit."
          onLogged={props.onReload}
        />
      ) : null}
      {list === 'quiet' ? (
        <OtherWay
          items={view.quiet}
          count={counts.quiet}
          lead="No touch for more than 30 days. Call them, or ask whoever knows them."
          none="Nobody has gone quiet."
          onLogged={props.onReload}
        />
      ) : null}
      {list === 'stopped' ? (
        <StoppedList
          view={view}
          mode={mode}
          drafts={drafts}
          onReady={() => {
            focusNextHeading();
            setList('ready');
          }}
        />
      ) : null}
      <Ways view={view} isFirst={isFirst} />
    </Panel>
  );
}

function MailOff({ view }: { view: FollowUpsView }) {
  const app = useApp();
  if (view.canSend) return null;
  const url = app.start?.authorizationUrl ?? '';
  return (
    <div class="gap-l">
      <Note kind="warn" icon="mail">
        <b>Mail permission is off,</b> so nothing is sent for you. Open each message in Gmail and press Send
        there.{' '}
        {url === '' ? (
          <LinkText
            onPress={() => {
              app.go('setup');
            }}
          >
            Turn it on
          </LinkText>
        ) : (
          <a class="lnk" href={url} target="_blank" rel="noopener">
            Turn it on<span class="vh"> (opens in a new tab)</span>
          </a>
        )}
      </Note>
    </div>
  );
}

/** The ways on, below every list. */
function Ways({ view, isFirst }: { view: FollowUpsView; isFirst: boolean }) {
  const app = useApp();
  return (
    <p class="small ways">
      <LinkText
        onPress={() => {
          app.go('words', { hasNextStep: view.hasNextStep });
        }}
      >
        What the words mean
      </LinkText>
      {isFirst ? null : (
        <LinkText
          onPress={() => {
            app.go('follow-ups', { mode: 'first' });
          }}
        >
          Write first messages
        </LinkText>
      )}
    </p>
  );
}
