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
  readonly keep: (draft: Draft) => void;
  /** Forgets everything, after a send. */
  readonly forget: () => void;
}

/** The message as the plan would send it. */
export function plainRequest(item: ReadyItem): SendRequest {
  return { contact: item.contact, template: item.template, edited: null, anyway: false, ownerInCc: false };
}

interface Chosen {
  readonly ticks: Readonly<Record<string, boolean>>;
  readonly kept: readonly Draft[];
}
const NOTHING: Chosen = { ticks: {}, kept: [] };

export function useDrafts(view: FollowUpsView | null): Drafts {
  const [{ ticks, kept }, setChosen] = useState(NOTHING);
  const keptOf = new Map(kept.map((draft) => [draft.request.contact, draft]));
  const ready = view?.ready ?? [];
  const planned = new Set(ready.map(({ contact }) => contact));
  const anyway = kept.filter(({ request }) => request.anyway && !planned.has(request.contact));
  const all = [
    ...ready.map((item) => keptOf.get(item.contact) ?? { request: plainRequest(item), item }),
    ...anyway,
  ];
  return {
    all,
    picked: all.filter(({ item }) => ticks[item.contact] ?? item.ticked),
    tick: (contacts, on) => {
      setChosen((before) => ({
        ...before,
        ticks: { ...before.ticks, ...Object.fromEntries(contacts.map((contact) => [contact, on])) },
      }));
    },
    keep: (draft) => {
      const { contact } = draft.request;
      setChosen((before) => ({
        ticks: { ...before.ticks, [contact]: before.ticks[contact] ?? true },
        kept: [...before.kept.filter(({ request }) => request.contact !== contact), draft],
      }));
    },
    forget: () => {
      setChosen(NOTHING);
    },
  };
}
