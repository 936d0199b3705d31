// PropertiesService: three stores of strings with the platform's limits (quota page: 9 kB a value, 500 kB a store).
import type { Gate, MethodTable } from './gate';

export type Store = Map<string, string>;

const MOST_VALUE_BYTES = 9 * 1024;
const MOST_STORE_BYTES = 500 * 1024;
const FULL = 'You have exceeded the property storage quota. Please remove some properties and try again.';

export function makePropertiesService(
  gate: Gate,
  stores: { readonly document: Store; readonly user: Store; readonly script: Store },
): object {
  const wrapped = (store: Store) => gate.wrap('Properties', methodsOf(gate, store));
  const door = (store: Store) => ({ kind: 'light', args: [[]], run: () => wrapped(store) }) as const;
  return gate.wrap('PropertiesService', {
    getDocumentProperties: door(stores.document),
    getUserProperties: door(stores.user),
    getScriptProperties: door(stores.script),
  });
}

function methodsOf(gate: Gate, store: Store): MethodTable {
  function put(entries: Readonly<Record<string, string>>, replace: boolean): void {
    const next = new Map(replace ? [] : store);
    for (const [key, value] of Object.entries(entries)) {
      if (Buffer.byteLength(value) > MOST_VALUE_BYTES) gate.fail(FULL);
      next.set(key, value);
    }
    let bytes = 0;
    for (const [key, value] of next) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (bytes > MOST_STORE_BYTES) gate.fail(FULL);
    store.clear();
    for (const [key, value] of next) store.set(key, value);
  }
  const self = () => gate.wrap('Properties', methodsOf(gate, store));
  return {
    getProperty: { kind: 'call', args: [['String']], run: (key: string) => store.get(key) ?? null },
    getProperties: { kind: 'call', args: [[]], run: () => Object.fromEntries(store) },
    getKeys: { kind: 'call', args: [[]], run: () => [...store.keys()] },
    setProperty: {
      kind: 'call',
      args: [['String', 'String']],
      run: (key: string, value: string) => {
        put({ [key]: value }, false);
        return self();
      },
    },
    setProperties: {
      kind: 'call',
      args: [['Object'], ['Object', 'Boolean']],
      run: (entries: Record<string, unknown>, deleteOthers?: boolean) => {
        put(
          Object.fromEntries(Object.entries(entries).map(([k, v]) => [k, String(v)])),
          deleteOthers ?? false,
        );
        return self();
      },
    },
    deleteProperty: {
      kind: 'call',
      args: [['String']],
      run: (key: string) => {
        store.delete(key);
        return self();
      },
    },
    deleteAllProperties: {
      kind: 'call',
      args: [[]],
      run: () => {
        store.clear();
        return self();
      },
    },
  };
}
