// Who is ready for a message: a tick each, the word with its reason, and whoever knows them.
import { useState } from 'preact/hooks';
import type { FollowUpsView, ReadyItem } from '../../../src/commands/answers';
import { LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure } from '../../parts/count';
import { Tick } from '../../parts/field';
import { Icon } from '../../parts/icon';
import { Note } from '../../parts/note';
import { Why, Word } from '../../parts/word';
import type { Draft, Drafts } from './drafts';

export function Ready({ view, drafts }: { view: FollowUpsView; drafts: Drafts }) {
  const { all, picked } = drafts;
  const contacts = all.map(({ item }) => item.contact);
  const ticked = new Set(picked.map(({ item }) => item.contact));
  if (all.length === 0) return <p class="mut gap-l">Nobody is ready for an e-mail now.</p>;
  return (
    <>
      {view.firstUse === '' ? null : (
        <div class="gap-l">
          <Note kind="info">{view.firstUse}</Note>
        </div>
      )}
      <fieldset>
        <legend class="vh">Whom to write to</legend>
        <div class="all">
          <label for="tick-all">
            <Tick
              id="tick-all"
              ticked={picked.length === all.length ? true : picked.length === 0 ? false : null}
              onTick={(on) => {
                drafts.tick(contacts, on);
              }}
            />
            All {figure(all.length)}
          </label>
          <span class="mut num">{figure(picked.length)} ticked</span>
        </div>
        <ul class="people">
          {all.map((draft) => (
            <Person
              key={draft.item.contact}
              draft={draft}
              ticked={ticked.has(draft.item.contact)}
              onTick={(on) => {
                drafts.tick([draft.item.contact], on);
              }}
            />
          ))}
        </ul>
      </fieldset>
      {view.counts.ready > view.ready.length ? (
        <p class="small mut gap">
          The first {figure(view.ready.length)} of {figure(view.counts.ready)} are shown.
        </p>
      ) : null}
    </>
  );
}

function Person({ draft, ticked, onTick }: { draft: Draft; ticked: boolean; onTick: (on: boolean) => void }) {
  const { item, request } = draft;
  const id = `tick-${item.contact}`;
  return (
    <li>
      <Tick id={id} ticked={ticked} onTick={onTick} />
      <div>
        <label class="org" for={id}>
          {item.organization}
        </label>
        {request.edited === null ? null : (
          <span class="edited">
            <Word name="Edited" />
          </span>
        )}
        <Why tag={item.tag} />
        {request.anyway ? <p class="small">Written to anyway this time; the log says so.</p> : null}
        <Remarks item={item} />
      </div>
    </li>
  );
}

function Remarks({ item }: { item: ReadyItem }) {
  const [open, setOpen] = useState(false);
  if (item.remarks.length === 0 && item.tieText === '') return null;
  return (
    <>
      {item.remarks.map((remark) => (
        <p class="small with-icon gap-s" key={remark}>
          <Icon name={item.tieText === '' ? 'info' : 'hand'} />
          <span>{remark}</span>
        </p>
      ))}
      {item.tieText === '' ? null : (
        <p class="small gap-s">
          <LinkText
            expanded={open}
            about={item.organization}
            onPress={() => {
              setOpen(!open);
            }}
          >
            Ask them first
          </LinkText>
        </p>
      )}
      {open ? (
        <div class="card wash gap">
          <p class="small pre">{item.tieText}</p>
          <div class="buttons gap">
            <CopyButton text={item.tieText} about={item.organization}>
              Copy text
            </CopyButton>
          </div>
        </div>
      ) : null}
    </>
  );
}
