// What the lead has chosen so far: ticks, other templates, edited messages, contacts written to anyway.
import { useEffect, useState } from 'preact/hooks';
import type { FollowUpsView, ReadyItem, SendRequest, StoppedItem } from '../../../src/commands/answers';
import type { Problem } from '../../../src/values/result';
import { call, type Mode } from '../../server';

export interface Draft {
  readonly request: SendRequest;
  readonly item: ReadyItem;
  /** Chosen, and its words are not here yet: until then nothing may leave, since nobody has seen them. */
  readonly coming?: SendRequest | undefined;
  /** Why what was chosen last did not come. */
  readonly problem?: Problem | undefined;
}

export interface Drafts {
  /** Everyone who can be written to now, as they would be. */
  readonly all: readonly Draft[];
  /** Those with a tick: no more than may go now. */
  readonly picked: readonly Draft[];
  /** Whether it has a tick, or could have one. */
  readonly fits: (draft: Draft) => boolean;
  readonly tick: (drafts: readonly Draft[], on: boolean) => void;
  /** Keeps a changed message; a contact that was stopped joins the list, ticked. */
  readonly keep: (request: SendRequest, item: ReadyItem) => void;
  /** Asks for the words of a changed message; true once it is kept. Of two changes the last one counts. */
  readonly change: (draft: Pick<Draft, 'item'>, request: SendRequest) => Promise<boolean>;
  /** Drops a change whose words have not come. */
  readonly leave: (draft: Draft) => void;
}

interface Choice extends Partial<Pick<Draft, 'coming' | 'problem'>> {
  item: ReadyItem;
  on: boolean;
  /** Set where the message is another than planned, or goes out anyway. */
  request?: SendRequest;
  sent?: boolean;
}

/** Lives as long as the sidebar, so that a look at another panel ticks nobody again and loses no edit. */
const choices: Record<Mode, Choice[]> = { 'follow-ups': [], first: [] };

/** Drops what was chosen for a contact that was sent; a list that is open keeps showing it. */
export function forget(mode: Mode, contact: string): void {
  for (const choice of choices[mode]) choice.sent ||= choice.item.contact === contact;
}

/** A message in the words of its template. */
export function plainRequest(contact: string, template: string): SendRequest {
  return { contact, template, edited: null, anyway: false, ownerInCc: false };
}

/** How much of the day's limit these take. */
export function recipientsOf(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, { item }) => sum + item.recipients, 0);
}

/** A stop that the lead may overrule. */
export function isSoft({ code, offer }: StoppedItem): boolean {
  return code === 'may-know' || offer.action.startsWith('send');
}

/** The key of a contact without an id is a fingerprint of its row. */
function hasNoId(contact: string): boolean {
  return contact.startsWith('row:');
}

export function useDrafts(view: FollowUpsView | null, mode: Mode): Drafts {
  const [, redraw] = useState<unknown>(() => {
    choices[mode] = choices[mode].filter(({ sent }) => !sent);
  });
  const made = choices[mode];
  const { ready = [], stopped = [] } = view ?? {};
  const choiceOf = ({ contact, row, organization }: ReadyItem | StoppedItem): Choice | undefined =>
    made.find((choice) => {
      const { item } = choice;
      // The first send gives every row an id, which is its key from then on.
      if (
        hasNoId(item.contact) &&
        !hasNoId(contact) &&
        item.row === row &&
        item.organization === organization
      )
        choice.item = { ...item, contact };
      return choice.item.contact === contact;
    });
  const put = (item: ReadyItem, change: Partial<Choice>): Choice => {
    let choice = choiceOf(item);
    if (!choice) made.push((choice = { item, on: item.ticked }));
    redraw({});
    return Object.assign(choice, change);
  };
  const change: Drafts['change'] = async ({ item }, coming) => {
    const choice = put(item, { coming, problem: undefined });
    const answer = await call('previewMessage', coming, mode);
    if (choice.coming !== coming) return false;
    const { ok } = answer;
    put(choice.item, {
      coming: undefined,
      ...(ok ? { request: coming, item: answer.value, on: true } : { problem: answer.problem }),
    });
    return ok;
  };
  // By now the sheet may say something else than when the message was chosen.
  useEffect(() => {
    for (const choice of view ? made : []) {
      const { request, coming, item } = choice;
      if (coming) void change({ item }, { ...coming, contact: item.contact });
      else if (request)
        void call('previewMessage', { ...request, contact: item.contact }, mode).then((answer) => {
          if (answer.ok && choice.request === request) put(choice.item, { item: answer.value });
        });
    }
  }, [view]);
  const draftOf = (one: ReadyItem | StoppedItem): Draft[] => {
    const { item, request, coming, problem } = choiceOf(one) ?? {};
    return item && request ? [{ item, request: { ...request, contact: item.contact }, coming, problem }] : [];
  };
  const plainOf = (item: ReadyItem): Draft => {
    const { coming, problem } = choiceOf(item) ?? {};
    return { item, request: plainRequest(item.contact, item.template), coming, problem };
  };
  const all = [
    ...ready.map((item) => draftOf(item)[0] ?? plainOf(item)),
    ...stopped
      .filter(isSoft)
      .flatMap(draftOf)
      .filter(({ request }) => request.anyway),
  ];
  /** Those of `drafts` that may go behind `taken`, with them. */
  const fill = (taken: readonly Draft[], drafts: readonly Draft[]): readonly Draft[] => {
    const { most = 0, quota: { left = 0 } = {} } = view ?? {};
    const picked = [...taken];
    for (const draft of drafts)
      if (picked.length < most && recipientsOf([...picked, draft]) <= left) picked.push(draft);
    return picked;
  };
  const others = (drafts: readonly Draft[]) => drafts.filter((draft) => !picked.includes(draft));
  const wanted = all.filter(({ item }) => (choiceOf(item) ?? { on: item.ticked }).on);
  const picked = fill([], wanted);
  return {
    all,
    picked,
    fits: (draft) => picked.includes(draft) || fill(picked, [draft]).length > picked.length,
    tick: (drafts, on) => {
      // One that did not fit slips in nowhere when another one goes.
      for (const { item } of others(wanted)) put(item, { on: false });
      for (const { item } of on ? fill(picked, others(drafts)) : drafts) put(item, { on });
    },
    keep: (request, item) => {
      put(item, { request, item, on: true });
    },
    change,
    leave: ({ item }) => {
      put(item, { coming: undefined, problem: undefined });
    },
  };
}
