// CacheService: strings that expire on the virtual clock, with the limits of its reference page
// (key 250 characters, value 100 kB, 600 s by default, 21,600 s at most, 1,000 entries).
import type { Gate } from './gate';

export interface CacheEntry {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}
export type CacheStore = Map<string, CacheEntry>;

const MOST_KEY = 250;
const MOST_VALUE_BYTES = 100 * 1024;
const MOST_ENTRIES = 1000;
const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 21_600;

export function makeCacheService(
  gate: Gate,
  now: () => number,
  stores: { readonly document: CacheStore; readonly user: CacheStore; readonly script: CacheStore },
): object {
  const door = (store: CacheStore) =>
    ({ kind: 'light', args: [[]], run: () => wrapCache(gate, now, store) }) as const;
  return gate.wrap('CacheService', {
    getDocumentCache: door(stores.document),
    getUserCache: door(stores.user),
    getScriptCache: door(stores.script),
  });
}

function wrapCache(gate: Gate, now: () => number, store: CacheStore): object {
  function read(key: string): string | null {
    const entry = store.get(key);
    if (entry === undefined) return null;
    if (entry.until > now()) return entry.value;
    store.delete(key);
    return null;
  }
  function put(key: string, value: string, seconds = DEFAULT_SECONDS): null {
    if (key.length > MOST_KEY) gate.fail('Argument too large: key');
    if (Buffer.byteLength(value) > MOST_VALUE_BYTES) gate.fail('Argument too large: value');
    const life = Math.min(Math.max(seconds, 1), MOST_SECONDS);
    store.delete(key);
    store.set(key, { value, until: now() + life * 1000 });
    // The oldest entries go; which ones the platform drops is not to be relied on.
    for (const old of store.keys()) {
      if (store.size <= MOST_ENTRIES) break;
      store.delete(old);
    }
    return null;
  }
  const remove = (keys: readonly string[]) => {
    for (const key of keys) store.delete(key);
    return null;
  };
  return gate.wrap('Cache', {
    get: { kind: 'call', args: [['String']], run: read },
    getAll: {
      kind: 'call',
      args: [['String[]']],
      run: (keys: readonly string[]) =>
        Object.fromEntries(
          keys.map((key) => [key, read(key)] as const).filter(([, value]) => value !== null),
        ),
    },
    put: {
      kind: 'call',
      args: [
        ['String', 'String'],
        ['String', 'String', 'Integer'],
      ],
      run: put,
    },
    putAll: {
      kind: 'call',
      args: [['Object'], ['Object', 'Integer']],
      run: (values: Record<string, unknown>, seconds?: number) => {
        for (const [key, value] of Object.entries(values)) put(key, String(value), seconds);
        return null;
      },
    },
    remove: { kind: 'call', args: [['String']], run: (key: string) => remove([key]) },
    removeAll: { kind: 'call', args: [['String[]']], run: remove },
  });
}
