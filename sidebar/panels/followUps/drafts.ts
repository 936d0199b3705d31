// What the lead has chosen so far: ticks, other templates, edited messages, contacts written to anyway.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FollowUpsView, ReadyItem, SendRequest, StoppedItem } from '../../../src/commands/answers';
import { call, type Mode } from '../../server';

export interface Draft {
  readonly request: SendRequest;
  readonly item: ReadyItem;
}

export interface Drafts {
  /** Everyone who can be written to now, as they would be. */
  readonly all: readonly Draft[];
  /** Those with a tick. */
  readonly picked: readonly Draft[];
  readonly tick: (drafts: readonly Draft[], on: boolean) => void;
  /** Keeps a changed message; a contact that was stopped joins the list, ticked. */
  readonly keep: (request: SendRequest, item: ReadyItem) => void;
}

interface Choice {
  item: ReadyItem;
  on: boolean;
  /** Set where the message is another than planned, or goes out anyway. */
  request?: SendRequest;
  sent?: boolean;
}

/** Lives as long as the sidebar, so that nobody is ticked again, and no edit lost, by a look at another panel. */
const choices: Record<Mode, Choice[]> = { 'follow-ups': [], first: [] };

/** Drops what was chosen for a contact that was sent; a list that is open keeps showing it. */
export function forget(mode: Mode, sent: string): void {
  for (const choice of choices[mode]) if (choice.item.contact === sent) choice.sent = true;
}

/** A message in the words of its template. */
export function plainRequest(contact: string, template: string): SendRequest {
  return { contact, template, edited: null, anyway: false, ownerInCc: false };
}

/** A stop that the lead may overrule. */
export function isSoft({ code, offer: { action } }: StoppedItem): boolean {
  return code === 'warm-tie' || action.startsWith('send');
}

/** The first send gives ids to all rows: a contact known by the words of its row gets another key. */
function followKeys(mode: Mode, { ready, stopped }: FollowUpsView): void {
  for (const choice of choices[mode]) {
    const { item, request } = choice;
    const now =
      item.contact.startsWith('row:') &&
      [...ready, ...stopped].find(
        ({ row, organization }) => row === item.row && organization === item.organization,
      );
    if (now) {
      choice.item = { ...item, contact: now.contact };
      if (request) choice.request = { ...request, contact: now.contact };
    }
  }
}

export function useDrafts(view: FollowUpsView | null, mode: Mode): Drafts {
  const [, redraw] = useState(() => {
    choices[mode] = choices[mode].filter(({ sent }) => !sent);
    return {};
  });
  useMemo(() => {
    if (view) followKeys(mode, view);
  }, [view]);
  const { ready = [], stopped = [] } = view ?? {};
  const choiceOf = (contact: string): Choice | undefined =>
    choices[mode].find(({ item }) => item.contact === contact);
  const put = (item: ReadyItem, change: Partial<Choice>): void => {
    const old = choiceOf(item.contact);
    if (old) Object.assign(old, change);
    else choices[mode].push({ item, on: item.ticked, ...change });
    redraw({});
  };
  // The sheet may say something else by now than when the message was chosen.
  useEffect(() => {
    for (const choice of choices[mode]) {
      const { request } = choice;
      if (view && request)
        void call('previewMessage', request, mode).then((answer) => {
          if (answer.ok && choice.request === request) put(answer.value, { item: answer.value });
        });
    }
  }, [view]);
  const all = [
    ...ready.map((item) => {
      const choice = choiceOf(item.contact);
      return choice?.request
        ? (choice as Draft)
        : { request: plainRequest(item.contact, item.template), item };
    }),
    ...stopped.filter(isSoft).flatMap(({ contact }) => {
      const choice = choiceOf(contact);
      return choice?.request?.anyway ? [choice as Draft] : [];
    }),
  ];
  return {
    all,
    picked: all.filter(({ item }) => (choiceOf(item.contact) ?? { on: item.ticked }).on),
    tick: (drafts, on) => {
      for (const { item } of drafts) put(item, { on });
    },
    keep: (request, item) => {
      put(item, {
        request,
        item,
        ...(!ready.some(({ contact }) => contact === item.contact) && { on: true }),
      });
    },
  };
}
