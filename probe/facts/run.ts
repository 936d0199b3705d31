// What a run finds around it: the language, the lock, stores, permissions, the page of the sidebar.
import { pageAt } from '../../src/texts/menu';
import { refusalOf, type Fact, type Verdict } from '../fact';

export interface RunFact extends Fact {
  readonly run: () => Verdict;
}

/** None of them is there; the stand-in takes them away, so that what uses one fails at home. */
const ABSENT =
  'setTimeout,setInterval,fetch,URL,URLSearchParams,TextEncoder,TextDecoder,atob,btoa,crypto,performance,process,Buffer,require,window,navigator,structuredClone,queueMicrotask,AbortController,EventTarget'.split(
    ',',
  );

const OTHER_SCOPE = 'https://www.googleapis.com/auth/calendar';

interface Authorization {
  getAuthorizationInfo(
    mode: GoogleAppsScript.Script.AuthMode,
    scopes?: string[],
  ): { getAuthorizedScopes(): string[] | null; getAuthorizationUrl(): string | null };
}

export const RUN_FACTS: readonly RunFact[] = [
  {
    name: 'what-the-language-lacks',
    source: '4, D and M',
    fact: 'Timers, URL, TextEncoder, atob, crypto and the like are not there.',
    otherwise: 'Nothing breaks. The stand-in is stricter than Google.',
    run: () => ({
      expected: [],
      seen: ABSENT.filter((name) => (globalThis as unknown as Record<string, unknown>)[name] !== undefined),
    }),
  },
  {
    name: 'what-the-language-has',
    source: '4, D and F',
    fact: 'Intl with time zones, look-behind and letters of all scripts in patterns, and maps keyed by objects are there.',
    otherwise: 'The bundle would not load, or names and dates could not be read.',
    run: () => ({
      expected: ['3/29/2026', true, true, [['a', 1]]],
      seen: [
        new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Berlin' }).format(1_774_737_000_000 + 3_600_000),
        new RegExp('(?<=a)b').test('ab'),
        /^\p{L}+$/u.test('Zoë'),
        [...new Map(Object.entries({ a: 1 }))],
      ],
    }),
  },
  {
    name: 'the-document-lock',
    source: '5 Concurrency, D; oddities 108, ?',
    fact: 'A bound script has a document lock; who holds it gets it again at once, and tryLock(0) is allowed.',
    otherwise: 'A send would say that another one is running.',
    run: () => {
      const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
      const seen =
        lock === null ? null : [lock.tryLock(0), lock.hasLock(), lock.tryLock(0), lock.tryLock(1000)];
      lock?.releaseLock();
      return { expected: [true, true, true, true, false], seen: [...(seen ?? []), lock?.hasLock()] };
    },
  },
  {
    name: 'stores-answer-null-for-nothing',
    source: 'oddities 9, 10 and 106, L and N',
    fact: 'A property or cache entry that is not there is null; what is written is read back at once, any text.',
    otherwise: 'The account of a person, or the point of the mailbox last seen, would be read wrongly.',
    run: () => {
      const properties = PropertiesService.getUserProperties();
      const cache = CacheService.getDocumentCache();
      const before = [properties.getProperty('probe'), cache?.get('probe') ?? null];
      properties.setProperty('probe', '=1 ü👩🏽‍⚕️\n');
      cache?.put('probe', 'x', 60);
      const after = [properties.getProperty('probe'), cache?.get('probe') ?? null];
      properties.deleteProperty('probe');
      cache?.remove('probe');
      return {
        expected: [null, null, '=1 ü👩🏽‍⚕️\n', 'x', null, null],
        seen: [...before, ...after, properties.getProperty('probe'), cache?.get('probe') ?? null],
      };
    },
  },
  {
    name: 'errors-of-services',
    source: '4, D and F',
    fact: 'What a service refuses is caught as an object with name and message.',
    otherwise: 'Problems would be told without their text.',
    run: () => {
      try {
        SpreadsheetApp.getActiveSpreadsheet().getRange('no such range!').getValues();
        return { expected: 'refused', seen: 'taken' };
      } catch (error) {
        const { name, message } = error as Error;
        return { expected: ['Exception', 'string'], seen: [name, typeof message], note: message };
      }
    },
  },
  {
    name: 'permissions-can-be-asked',
    source: '2 Granular consent, D',
    fact: 'getAuthorizationInfo tells which scopes are granted; asking for one that the manifest leaves out throws.',
    otherwise: 'The panel would name the wrong permissions as missing.',
    run: () => {
      const service = ScriptApp as unknown as Authorization;
      const scopes = service.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizedScopes() ?? [];
      const undeclared = refusalOf(() =>
        service.getAuthorizationInfo(ScriptApp.AuthMode.FULL, [OTHER_SCOPE]),
      );
      return {
        expected: [true, true],
        seen: [scopes.some((scope) => scope.endsWith('/spreadsheets.currentonly')), undeclared !== ''],
        note: undeclared,
      };
    },
  },
  {
    name: 'the-address-of-the-person',
    source: '2, D',
    fact: 'With userinfo.email the address of the person at the keyboard is known.',
    otherwise: 'The account would be a random id, and nothing else changes.',
    run: () => ({ expected: true, seen: Session.getActiveUser().getEmail().includes('@') }),
  },
  {
    name: 'a-daily-timer',
    source: '2 Installable triggers, D and M',
    fact: 'A timer for each day is made in a time zone, listed by its function and taken away; one for a function that is not there is refused.',
    otherwise: 'The weekly reminder could not be switched on, or off.',
    run: () => {
      const names = ['probe', 'nobody'];
      const own = () =>
        ScriptApp.getProjectTriggers().filter((trigger) => names.includes(trigger.getHandlerFunction()));
      const make = (name: string) =>
        ScriptApp.newTrigger(name).timeBased().everyDays(1).atHour(8).inTimezone('Europe/Berlin').create();
      make('probe');
      const made = own().length;
      const refused = refusalOf(() => make('nobody'));
      for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
      return { expected: [1, 0, true], seen: [made, own().length, refused !== ''], note: refused };
    },
  },
  {
    name: 'the-page-comes-back-whole',
    source: '3, D and M',
    fact: 'createHtmlOutputFromFile hands the page back as it was pushed, and takes it with another panel.',
    otherwise: 'The sidebar would stay blank, or open at the wrong panel.',
    run: () => {
      const page = HtmlService.createHtmlOutputFromFile('sidebar');
      const content = page.getContent();
      const changed = pageAt(content, 'check');
      return {
        expected: [PAGE_LENGTH, true, true],
        seen: [content.length, changed !== content, page.setContent(changed).getContent() === changed],
      };
    },
  },
];

/** Characters of the page as it was pushed; the build puts it in. */
declare const PAGE_LENGTH: number;
