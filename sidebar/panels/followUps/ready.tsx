// Who is ready for a message: a tick each, the word with its reason, and whoever knows them.
import type { FollowUpsView, ReadyItem } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { AskTie } from '../../parts/askTie';
import { LinkText } from '../../parts/button';
import { figure } from '../../parts/count';
import { Tick } from '../../parts/field';
import { useFirst } from '../../parts/firstOf';
import { focusOn } from '../../parts/heading';
import { Icon } from '../../parts/icon';
import { Note, ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { useFlip } from '../../parts/useFlip';
import { useTask } from '../../parts/useTask';
import { Why, Word } from '../../parts/word';
import { call } from '../../server';
import type { Draft, Drafts } from './drafts';

export function Ready(props: { view: FollowUpsView; drafts: Drafts; onAsked: () => void }) {
  const { view, drafts, onAsked } = props;
  const { all, picked, fits, tick } = drafts;
  const { shown, more } = useFirst(all, all.length, view.counts.ready);
  if (all.length === 0) return <p class="mut gap-l">Nobody is ready for an e-mail now.</p>;
  return (
    <>
      {view.firstUse && <Note kind="info">{view.firstUse}</Note>}
      <fieldset class="gap-s">
        <legend class="vh">Whom to write to</legend>
        <div class="all split-row small">
          <label for="tick-all">
            <Tick
              id="tick-all"
              ticked={picked.length > 0 && (all.every((one) => picked.includes(one) || !fits(one)) || null)}
              onTick={(on) => {
                tick(all, on);
              }}
            />
            All {figure(all.length)}
          </label>
          <span class="mut num">{figure(picked.length)} ticked</span>
        </div>
        <ul class="people lines across-lines">
          {shown.map((draft) => (
            <Person
              key={draft.item.contact}
              draft={draft}
              ticked={picked.includes(draft)}
              off={!fits(draft)}
              answers={!view.seesReplies}
              onAsked={onAsked}
              onTick={(on) => {
                tick([draft], on);
              }}
            />
          ))}
        </ul>
      </fieldset>
      {more}
    </>
  );
}

function Person(props: {
  draft: Draft;
  ticked: boolean;
  off: boolean;
  /** Only a person knows who answered. */
  answers: boolean;
  onTick: (on: boolean) => void;
  onAsked: () => void;
}) {
  const { item, request } = props.draft;
  const { contact, organization } = item;
  const app = useApp();
  const task = useTask();
  const id = 'tick-' + contact;
  return (
    <li>
      <Tick id={id} ticked={props.ticked} off={props.off} onTick={props.onTick} />
      <div>
        <label class="org" for={id}>
          {organization}
        </label>{' '}
        {request.edited && <Word name="Edited" />}
        <Why tag={item.tag} />
        {item.about && <Second>{item.about}</Second>}
        {request.anyway && <p>Written to anyway this time; the log says so.</p>}
        {props.answers && item.step !== 'first' && (
          <LinkText
            about={organization}
            onPress={() => {
              task.run(
                'log',
                () =>
                  call('logTouch', { contact, channel: 'e-mail', outcome: 'answered', until: '', note: '' }),
                (receipt) => {
                  app.tell(receipt);
                  focusOn();
                  props.onAsked();
                },
              );
            }}
          >
            {task.busy ? 'Writing' : 'They answered'}
          </LinkText>
        )}
        <ProblemNote problem={task.problem} />
        <Remarks item={item} onAsked={props.onAsked} />
      </div>
    </li>
  );
}

function Remarks({ item, onAsked }: { item: ReadyItem; onAsked: () => void }) {
  const { contact, remarks, tieText, organization } = item;
  const [open, flip] = useFlip();
  return (
    <>
      {remarks.map((remark) => (
        <p class="with-icon gap-s" key={remark}>
          <Icon name={tieText ? 'people' : 'info'} />
          {remark}
        </p>
      ))}
      {tieText && (
        <LinkText expanded={open} about={organization} onPress={flip}>
          Ask them first
        </LinkText>
      )}
      {open && <AskTie contact={contact} organization={organization} text={tieText} onAsked={onAsked} />}
    </>
  );
}
