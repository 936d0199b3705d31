// Everything that belongs to one spreadsheet file and the people who use it, shared by all hosts on that file.
import type { CacheEntry, CacheStore } from './cache';
import { makeClock, type Clock } from './clock';
import type { Locks } from './lock';
import { openMailbox, type Mailbox } from './mail/mailbox';
import type { MailboxData } from './mail/mailboxData';
import type { Store } from './properties';
import type { WorkbookState } from './sheets/state';
import { openModel, type Model } from './sheets/workbook';
import type { Timer } from './timers';
import { startOfClock } from './zones';

export interface SharedFile {
  readonly model: Model;
  readonly clock: Clock;
  readonly locks: Locks;
  /** By name: "document", "script", "user lead@example.org". */
  readonly stores: Map<string, Store>;
  readonly caches: Map<string, CacheStore>;
  readonly mailboxes: Map<string, Mailbox>;
  /** Installed triggers of everybody, oldest first. */
  readonly timers: Timer[];
  /** How a timer of this person runs, by address: whoever has a host on the file. Not kept in a saved file. */
  readonly runners: Map<string, (timer: Timer) => void>;
}

/** Plain data that survives JSON. */
export interface SavedFile {
  readonly version: 1;
  readonly workbook: WorkbookState;
  readonly now: number;
  readonly stores: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly caches: Readonly<Record<string, Readonly<Record<string, CacheEntry>>>>;
  readonly mailboxes: readonly MailboxData[];
  /** Absent in files that were saved before there were any. */
  readonly timers?: readonly Timer[];
}

/** `today`: "2026-11-12" (9:00 in the file's time zone) or an ISO instant. Throws RangeError on anything else. */
export function newFile(workbook: WorkbookState, today: string): SharedFile {
  const start = startOfClock(today, workbook.timeZone);
  if (Number.isNaN(start)) throw new RangeError(`today is neither a day nor an instant: ${today}`);
  return fileAt(workbook, start);
}

function fileAt(workbook: WorkbookState, start: number): SharedFile {
  const clock = makeClock(start);
  return {
    model: openModel(workbook, { now: clock.now }),
    clock,
    locks: new Map(),
    stores: new Map(),
    caches: new Map(),
    mailboxes: new Map(),
    timers: [],
    runners: new Map(),
  };
}

export function storeOf(file: SharedFile, name: string): Store {
  return fetch(file.stores, name, () => new Map<string, string>());
}

export function cacheOf(file: SharedFile, name: string): CacheStore {
  return fetch(file.caches, name, () => new Map<string, CacheEntry>());
}

export function mailboxOf(file: SharedFile, address: string): Mailbox {
  return fetch(file.mailboxes, address.toLowerCase(), () => open(file, address));
}

/** Puts mail that is already there in place of the mailbox of its address. */
export function putMailbox(file: SharedFile, data: MailboxData): void {
  file.mailboxes.set(data.address.toLowerCase(), open(file, data));
}

/** People who use the file can write to each other. */
const open = (file: SharedFile, from: string | MailboxData): Mailbox =>
  openMailbox(from, file.clock.now, (address) => file.mailboxes.get(address) ?? null);

function fetch<T>(map: Map<string, T>, name: string, make: () => T): T {
  let found = map.get(name);
  if (found === undefined) map.set(name, (found = make()));
  return found;
}

/** Locks are left out: they end with the runs that hold them. */
export function saveFile(file: SharedFile): SavedFile {
  const plain = <T>(maps: ReadonlyMap<string, ReadonlyMap<string, T>>) =>
    Object.fromEntries([...maps].map(([name, map]) => [name, Object.fromEntries(map)]));
  return structuredClone({
    version: 1,
    workbook: file.model.snapshot(),
    now: file.clock.now(),
    stores: plain(file.stores),
    caches: plain(file.caches),
    mailboxes: [...file.mailboxes.values()].map((mailbox) => mailbox.data()),
    timers: file.timers,
  });
}

export function restoreFile(saved: SavedFile): SharedFile {
  const file = fileAt(structuredClone(saved.workbook), saved.now);
  for (const [name, store] of Object.entries(saved.stores))
    file.stores.set(name, new Map(Object.entries(store)));
  for (const [name, cache] of Object.entries(saved.caches))
    file.caches.set(name, new Map(Object.entries(cache)));
  for (const data of saved.mailboxes) putMailbox(file, data);
  file.timers.push(...structuredClone(saved.timers ?? []));
  return file;
}
