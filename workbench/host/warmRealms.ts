// Places that are used again, each for one run at a time, with the bundle loaded once: for suites of many thousands of
// runs, where code that was made fast is worth keeping. Google loads a script anew for every run, so whoever uses this
// also plays some runs in fresh realms and compares.
import { makeRealm, type Realm, type RealmOptions } from './realm';

export interface WarmRealms {
  /** `load` is called once for each realm, before its first run. */
  readonly take: (options: RealmOptions, code: string, load: (realm: Realm) => void) => Borrowed;
}

export interface Borrowed {
  readonly realm: Realm;
  readonly giveBack: () => void;
}

interface Place {
  readonly realm: Realm;
  readonly code: string;
  readonly timeZone: string;
  now: () => number;
}

export function makeWarmRealms(): WarmRealms {
  let free: Place[] = [];
  return {
    take: (options, code, load) => {
      const { timeZone } = options;
      const standing = free.find((place) => place.code === code && place.timeZone === timeZone);
      free = free.filter((place) => place !== standing);
      const place = standing ?? make(options, code, load);
      place.now = options.now;
      return {
        realm: place.realm,
        giveBack: () => {
          free.push(place);
        },
      };
    },
  };
}

function make(options: RealmOptions, code: string, load: (realm: Realm) => void): Place {
  const realm = makeRealm({ ...options, now: () => place.now() });
  const place: Place = { realm, code, timeZone: options.timeZone, now: options.now };
  load(realm);
  return place;
}
