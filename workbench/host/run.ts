// One execution: a fresh realm with the services in it, the bundle loaded anew, one function called, and what is left
// pending committed, or, after a kill, a prefix of it.
import { format } from 'node:util';
import vm from 'node:vm';
import type { Addon } from './addon';
import { makeCacheService } from './cache';
import { cacheOf, mailboxOf, storeOf, type SharedFile } from './file';
import type { CallRecord } from './gate';
import { makeHtmlService } from './html';
import { makeLockService } from './lock';
import { makeGmail } from './mail/gmail';
import { isService, KILL, makeGate, StandInError, type AuthMode, type Plan, type RunGate } from './makeGate';
import { speak, type Language } from './platformTexts';
import { readProgram } from './program';
import { makePropertiesService } from './properties';
import { makeRealm, type Realm } from './realm';
import { wholeScope } from './scopes';
import { makeScriptApp } from './scriptApp';
import { makeSession, makeUser } from './session';
import { Refusal } from './sheets/refusal';
import { makeSpreadsheetServices, type Selection } from './spreadsheet/spreadsheetApp';
import { timerMethods } from './timers';
import { makeUi, type Screen } from './ui';
import { makeUtilities } from './utilities';
import type { Borrowed } from './warmRealms';

/** What one person's host brings to each of its runs. */
export interface RunContext {
  readonly addon: Addon;
  readonly file: SharedFile;
  readonly email: string;
  readonly granted: ReadonlySet<string>;
  readonly language: Language;
  readonly screen: Screen;
  readonly selection: Selection;
  readonly logs: string[];
}

export interface Run {
  readonly gate: RunGate;
  readonly services: Readonly<Record<string, object>>;
  readonly realm: Realm | null;
  readonly user: object;
  /** Commits what is pending, gives back locks. Throws what the commit was refused with. */
  readonly finish: () => void;
}

/** What a run left behind, for tests and the bench. */
export interface RunReport {
  readonly calls: readonly CallRecord[];
  readonly light: number;
  /** Milliseconds of the virtual clock. */
  readonly elapsed: number;
  readonly killed: boolean;
}

export interface Entry {
  readonly name: string;
  readonly authMode: AuthMode;
  readonly plan: Plan;
  readonly byTimer?: boolean;
  /** Made once the services are there. */
  readonly args: (run: Run) => readonly unknown[];
}

/** Real time after which a run that never ends is given up. */
const REAL_LIMIT_MS = 120_000;
const ENTRY = '__entry';
const CALL_ENTRY = new vm.Script(`{ const entry = ${ENTRY}; delete globalThis.${ENTRY}; entry(); }`);
const EMAIL_SCOPE = wholeScope('userinfo.email');

/** What the sidebar, a menu or a trigger gets of an error: its name and message, nothing else. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

export function startRun(
  context: RunContext,
  authMode: AuthMode,
  plan: Plan,
  ownRealm: boolean,
  /** A timer started it: nobody looks, so there is no page to show anything on. */
  byTimer = false,
): Run {
  const { addon, file, email, granted, language } = context;
  const { clock, model } = file;
  const resume = ownRealm ? model.park() : () => undefined;
  const borrowed = ownRealm ? borrowRealm(context) : null;
  const realm = borrowed?.realm ?? null;
  const gate = makeGate({
    language,
    authMode,
    declared: addon.declared,
    granted,
    clock,
    plan,
    pending: () => model.pending(),
    realm,
  });
  const locks = makeLockService(gate, clock.now, file.locks, email);
  const html = makeHtmlService(gate, addon.page);
  const ui = makeUi(gate, {
    screen: context.screen,
    pageOf: html.pageOf,
    dropLocks: locks.releaseAll,
    addonName: 'Coalition Outreach',
  });
  const addressKnown = () =>
    authMode === 'FULL' && granted.has(EMAIL_SCOPE) && addon.declared.has(EMAIL_SCOPE);
  const names = { document: 'document', script: 'script', user: `user ${email}` };
  const of = <T>(get: (file: SharedFile, name: string) => T) => ({
    document: get(file, names.document),
    script: get(file, names.script),
    user: get(file, names.user),
  });
  const services: Record<string, object> = {
    ...makeSpreadsheetServices(model, gate, {
      user: email,
      ...(byTimer ? {} : { ui }),
      selection: context.selection,
      toast: (message, title, seconds) => {
        context.screen.toasts.push({ message, title, seconds });
      },
    }),
    PropertiesService: makePropertiesService(gate, of(storeOf)),
    CacheService: makeCacheService(gate, clock.now, of(cacheOf)),
    LockService: locks.service,
    Session: makeSession(gate, {
      email,
      addressKnown,
      atKeyboard: !byTimer,
      now: clock.now,
      scriptTimeZone: addon.timeZone,
      locale: language,
    }),
    Utilities: makeUtilities(gate),
    HtmlService: html.service,
    ScriptApp: makeScriptApp(gate, {
      declared: addon.declared,
      granted,
      scriptId: 'stand-in',
      triggers: timerMethods(gate, {
        file,
        owner: email,
        timeZone: addon.timeZone,
        has: (name) => readProgram(addon.code).entries.has(name),
      }),
    }),
    ...logging(gate, context.logs),
  };
  if (addon.gmail)
    services['Gmail'] = makeGmail(gate, {
      mailbox: mailboxOf(file, email),
      declared: addon.declared,
      granted,
      language,
    });
  return {
    gate,
    services,
    realm,
    user: makeUser(gate, addressKnown() ? email : ''),
    finish: () => {
      const killed = gate.killed();
      try {
        if (killed === null) model.flush();
        else model.applyPendingPrefix(keep(model.pending(), killed.prefix));
      } finally {
        locks.releaseAll();
        gate.close();
        borrowed?.giveBack();
        resume();
      }
    },
  };
}

/** A realm with the bundle loaded: a fresh one, as at Google, where the host was not given warm ones. */
function borrowRealm({ addon, file }: RunContext): Borrowed {
  const options = { now: file.clock.now, timeZone: addon.timeZone, isService };
  if (addon.warm !== undefined)
    return addon.warm.take(options, addon.code, (realm) => {
      loadInto(realm, addon.code);
    });
  return { realm: makeRealm(options), giveBack: () => undefined };
}

function keep(pending: number, prefix: 'none' | 'half' | 'all'): number {
  return prefix === 'none' ? 0 : prefix === 'all' ? pending : Math.floor(pending / 2);
}

/** Logger and console write to the host's log; a killed run writes nothing more. */
function logging(gate: RunGate, logs: string[]): { Logger: object; console: object } {
  const write = (...values: unknown[]) => {
    if (gate.killed() === null) logs.push(format(...values));
  };
  const Logger: object = gate.wrap('Logger', {
    log: {
      kind: 'light',
      args: [['Any'], ['Any', 'Any'], ['Any', 'Any', 'Any'], ['Any', 'Any', 'Any', 'Any']],
      run: (...values: unknown[]) => {
        write(...values);
        return Logger;
      },
    },
  });
  const console = { log: write, info: write, warn: write, error: write, debug: write };
  return { Logger, console };
}

/** Runs one function of the bundle. Throws ScriptError as Google would report it, StandInError for faults of our own. */
export function execute(context: RunContext, entry: Entry, report: (report: RunReport) => void): unknown {
  const run = startRun(context, entry.authMode, entry.plan, true, entry.byTimer);
  let outcome: { readonly value: unknown } | { readonly thrown: unknown };
  try {
    outcome = { value: load(context, run, entry) };
  } catch (thrown) {
    outcome = { thrown };
  }
  try {
    run.finish();
  } catch (thrown) {
    if (!('thrown' in outcome)) outcome = { thrown };
  }
  const killed = run.gate.killed() !== null;
  report({ calls: run.gate.calls, light: run.gate.light(), elapsed: run.gate.elapsed(), killed });
  const bug = run.gate.bug();
  if (bug !== null)
    throw bug instanceof StandInError
      ? bug
      : new StandInError(`A fault of the stand-in: ${bug.message}`, { cause: bug });
  if (killed) throw new ScriptError(speak('Exceeded maximum execution time', context.language));
  if ('thrown' in outcome) throw flatten(outcome.thrown, context.language);
  return outcome.value;
}

function load(context: RunContext, run: Run, entry: Entry): unknown {
  const realm = run.realm;
  if (realm === null) throw new StandInError('a run of the add-on needs a realm');
  const program = readProgram(context.addon.code);
  const { console, ...services } = run.services;
  Object.assign(realm.context, services, { console });
  if (context.addon.warm === undefined) loadInto(realm, context.addon.code);
  if (!program.entries.has(entry.name)) {
    throw new ScriptError(speak(`Script function not found: ${entry.name}`, context.language));
  }
  const call = vm.runInContext(entry.name, realm.context) as (...args: unknown[]) => unknown;
  const args = entry.args(run).map((arg) => realm.adopt(arg));
  Object.defineProperty(realm.context, ENTRY, { value: () => call(...args), configurable: true });
  return CALL_ENTRY.runInContext(realm.context, { timeout: REAL_LIMIT_MS });
}

function loadInto(realm: Realm, code: string): void {
  readProgram(code).script.runInContext(realm.context, { timeout: REAL_LIMIT_MS });
}

/** Class, fields and stack of the add-on's error are lost on the way; the whole error stays as `cause` for developers. */
function flatten(thrown: unknown, language: Language): Error {
  if (thrown === KILL || thrown instanceof StandInError || thrown instanceof ScriptError)
    return thrown as Error;
  const { name, message } = nameAndMessage(thrown);
  const text = thrown instanceof Refusal ? speak(message, language) : message;
  return new ScriptError(`${name}: ${text}`, { cause: thrown });
}

function nameAndMessage(thrown: unknown): { name: string; message: string } {
  if (thrown instanceof Refusal) return { name: 'Exception', message: thrown.message };
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown) {
    return { name: String(thrown.name), message: String(thrown.message) };
  }
  return { name: 'Error', message: String(thrown) };
}
