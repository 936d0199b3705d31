// Who is ready for a message: a tick each, the word with its reason, and whoever knows them.
import type { FollowUpsView, ReadyItem } from '../../../src/commands/answers';
import { LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure } from '../../parts/count';
import { Tick } from '../../parts/field';
import { useFirst } from '../../parts/firstOf';
import { Icon } from '../../parts/icon';
import { Note } from '../../parts/note';
import { useFlip } from '../../parts/useFlip';
import { Why, Word } from '../../parts/word';
import type { Draft, Drafts } from './drafts';

export function Ready({ view, drafts }: { view: FollowUpsView; drafts: Drafts }) {
  const { all, picked, tick } = drafts;
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
              ticked={picked.length === all.length || (picked.length > 0 ? null : false)}
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

function Person(props: { draft: Draft; ticked: boolean; onTick: (on: boolean) => void }) {
  const { item, request } = props.draft;
  const id = 'tick-' + item.contact;
  return (
    <li>
      <Tick id={id} ticked={props.ticked} onTick={props.onTick} />
      <div>
        <label class="org" for={id}>
          {item.organization}
        </label>{' '}
        {request.edited && <Word name="Edited" />}
        <Why tag={item.tag} />
        {request.anyway && <p>Written to anyway this time; the log says so.</p>}
        <Remarks item={item} />
      </div>
    </li>
  );
}

function Remarks({ item: { remarks, tieText, organization } }: { item: ReadyItem }) {
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
      {open && (
        <div class="card wash gap">
          <p class="pre">{tieText}</p>
          <div class="gap">
            <CopyButton text={tieText} about={organization}>
              Copy text
            </CopyButton>
          </div>
        </div>
      )}
    </>
  );
}
