// Builds the record of services for one run. Nothing is touched before a function of it is called.
import { makeBook } from './book';
import { makeMail } from './mail';
import { readPermissions } from './permissions';
import type { Services } from './services';
import { makeWallClock, momentOf } from './wallClock';
import { fileNotes, ownNotes, weeklyTimer } from './weekly';

/** In the user's own storage. */
const NAME = 'name';

export function makeServices(): Services {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const clock = makeWallClock(spreadsheet.getSpreadsheetTimeZone());

  return {
    book: makeBook(spreadsheet, clock),
    mail: makeMail(clock),
    weekly: weeklyTimer,
    notes: fileNotes,
    ownNotes,
    permissions: readPermissions,
    address() {
      try {
        return Session.getActiveUser().getEmail();
      } catch {
        return ''; // the permission "Your address" is not granted
      }
    },
    accountId() {
      const store = PropertiesService.getUserProperties();
      const known = store.getProperty('account');
      if (known !== null) return known;
      const made = `account-${Utilities.getUuid().slice(0, 8)}`;
      store.setProperty('account', made);
      return made;
    },
    knownAccountId: () => PropertiesService.getUserProperties().getProperty('account') ?? '',
    chosenName: () => PropertiesService.getUserProperties().getProperty(NAME) ?? '',
    chooseName(name) {
      PropertiesService.getUserProperties().setProperty(NAME, name);
    },
    now: () => momentOf(clock, new Date()),
    newId: () => Utilities.getUuid().replace(/-/g, '').slice(0, 10),
    digest: (text) =>
      Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)
        .slice(0, 16)
        .map((byte) => (byte & 0xff).toString(16).padStart(2, '0')) // Google's bytes are signed
        .join(''),
    pause: (milliseconds) => {
      Utilities.sleep(milliseconds);
    },
    lock(milliseconds) {
      return documentLock()?.tryLock(milliseconds) ?? true;
    },
  };
}

/** null where the script is not bound to a file (platform facts, 5): then nobody else can run it on this file either. */
function documentLock(): GoogleAppsScript.Lock.Lock | null {
  return LockService.getDocumentLock();
}
