// What the lead has chosen so far: ticks, other templates, edited messages, contacts written to anyway.
import { useState } from 'preact/hooks';
import type { FollowUpsView, ReadyItem, SendRequest } from '../../../src/commands/answers';

export interface Draft {
  readonly request: SendRequest;
  readonly item: ReadyItem;
}

export interface Drafts {
  /** Everyone who can be written to now, as they would be. */
  readonly all: readonly Draft[];
  /** Those with a tick. */
  readonly picked: readonly Draft[];
  readonly tick: (contacts: readonly string[], on: boolean) => void;
  /** Keeps a changed message; a contact that was stopped joins the list, ticked. */
  readonly keep: (request: SendRequest, item: ReadyItem) => void;
}

/** A message in the words of its template. */
export function plainRequest(contact: string, template: string): SendRequest {
  return { contact, template, edited: null, anyway: false, ownerInCc: false };
}

export function useDrafts(view: FollowUpsView | null): Drafts {
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const [kept, setKept] = useState<readonly Draft[]>([]);
  const ready = view?.ready ?? [];
  const keptOf = (contact: string): Draft | undefined => kept.find(({ item }) => item.contact === contact);
  const isPlanned = (contact: string): boolean => ready.some((item) => item.contact === contact);
  const all = [
    ...ready.map(
      (item) => keptOf(item.contact) ?? { request: plainRequest(item.contact, item.template), item },
    ),
    ...kept.filter(({ request }) => request.anyway && !isPlanned(request.contact)),
  ];
  const tick: Drafts['tick'] = (contacts, on) => {
    setTicks((before) => ({ ...before, ...Object.fromEntries(contacts.map((contact) => [contact, on])) }));
  };
  return {
    all,
    picked: all.filter(({ item }) => ticks[item.contact] ?? item.ticked),
    tick,
    keep: (request, item) => {
      if (!isPlanned(item.contact)) tick([item.contact], true);
      setKept((before) => [...before.filter((one) => one.item.contact !== item.contact), { request, item }]);
    },
  };
}
