// Implements the gate of one run: every service call of that run is counted, timed, checked, and killed or failed here.
//
// A kill is a value thrown once, after which the gate is dead: each later service call throws it again before it has
// any effect, so neither catch nor finally of the add-on can change anything, and what the run returns is dropped.
import { accepts, describeType, fullMethodName } from './argumentTypes';
import type { Clock } from './clock';
import type { CallRecord, Gate, Method, MethodTable, Touch } from './gate';
import { flushLatency, latencyOf, readCells, RUN_LIMIT_MS, SIMPLE_TRIGGER_LIMIT_MS } from './latencies';
import { speak, type Language } from './platformTexts';
import { expel, type Realm } from './realm';
import { Refusal } from './sheets/refusal';
import { scopeList, SHEET_SCOPES, wholeScope } from './scopes';

/** FULL: menu items and the sidebar. LIMITED: simple triggers. NONE: onOpen of an add-on not yet used in this file. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** What of the pending writes a kill leaves applied. */
export type Prefix = 'none' | 'half' | 'all';

/** What a test or a judge asked for, at the n-th service call of the next run (1-based, light calls not counted). */
export interface Plan {
  readonly kill?: { readonly n: number; readonly when: 'before' | 'after'; readonly prefix: Prefix };
  readonly fails: ReadonlyMap<number, { readonly text: string; readonly when: 'before' | 'after' }>;
  readonly edits: ReadonlyMap<number, readonly (() => void)[]>;
  /** Hears of every method before it does anything, behind the edits. */
  readonly watch?: (touch: Touch) => void;
}

export const NO_PLAN: Plan = { fails: new Map(), edits: new Map() };

export interface GateOptions {
  readonly language: Language;
  readonly authMode: AuthMode;
  /** Whole scope addresses. */
  readonly declared: ReadonlySet<string>;
  readonly granted: ReadonlySet<string>;
  readonly clock: Clock;
  readonly plan: Plan;
  /** Writes queued and not yet committed. */
  readonly pending?: () => number;
  /** null: values and errors stay in the host's own realm (host.globals()). */
  readonly realm?: Realm | null;
}

export interface RunGate extends Gate {
  readonly calls: readonly CallRecord[];
  /** How many light calls were made. */
  readonly light: () => number;
  /** Milliseconds of the virtual clock that the run has used. */
  readonly elapsed: () => number;
  readonly killed: () => { readonly prefix: Prefix } | null;
  /** A fault of the stand-in or of its use ("Not in the stand-in: …"): the run fails with it even if the add-on caught it. */
  readonly bug: () => Error | null;
  /** Lets time pass, as Utilities.sleep does; kills the run past its limit. */
  readonly wait: (milliseconds: number) => void;
  /** Runs host code that uses wrapped objects without counting, checking or timing it. */
  readonly quietly: <T>(work: () => T) => T;
  /** Ends the run's right to call anything. */
  readonly close: () => void;
}

/** Thrown by services in the host's realm; the gate turns it into the platform's error in the add-on's realm. */
export class PlatformError extends Error {
  readonly fields: Readonly<Record<string, unknown>>;
  constructor(message: string, name = 'Exception', fields: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = name;
    this.fields = fields;
  }
}

/** What a killed run throws: no error, so that nothing can be read from it. */
export const KILL = Object.freeze({ kill: true });

/** A touch of something that the stand-in does not have, and faults of the host itself. */
export class StandInError extends Error {}

const classes = new WeakMap<object, string>();

/** Class name of an object that a gate has wrapped, '' for anything else. */
export function classOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? (classes.get(value) ?? '') : '';
}

export const isService = (value: unknown): boolean => classOf(value) !== '';

/** Names that engines, test runners and JSON ask of any object: absent, not an error. */
const ASKED_OF_ANY = new Set([
  'then',
  'toJSON',
  'valueOf',
  'constructor',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  'inspect',
  'hasAttribute',
  '$$typeof',
  '@@__IMMUTABLE_ITERABLE__@@',
  '@@__IMMUTABLE_RECORD__@@',
]);

/** Classes that AuthMode.NONE still allows (the add-on's menu before its first use in a file), and methods for which nobody needs to grant anything. */
const WITHOUT_AUTHORIZATION = new Set([
  'Ui',
  'Menu',
  'Logger',
  'Utilities',
  'ScriptApp',
  'HtmlService',
  'HtmlOutput',
]);
const METHODS_WITHOUT_AUTHORIZATION = new Set([
  'SpreadsheetApp.getUi',
  'Session.getActiveUserLocale',
  'Session.getScriptTimeZone',
]);

export function makeGate(options: GateOptions): RunGate {
  const { clock, plan } = options;
  const realm = options.realm ?? null;
  const limit = options.authMode === 'FULL' ? RUN_LIMIT_MS : SIMPLE_TRIGGER_LIMIT_MS;
  const calls: CallRecord[] = [];
  let light = 0;
  let elapsed = 0;
  let depth = 0;
  let pendingCells = 0;
  let killed: { prefix: Prefix } | null = null;
  let closed = false;
  let bug: Error | null = null;

  function kill(prefix: Prefix): never {
    killed ??= { prefix };
    throw KILL as unknown as Error;
  }

  function pass(milliseconds: number): void {
    elapsed += milliseconds;
    clock.advance(milliseconds);
    if (elapsed > limit) kill('none');
  }

  function refuse(text: string): never {
    throw new PlatformError(speak(text, options.language));
  }

  function checkPermission(className: string, name: string, method: Method): void {
    if (METHODS_WITHOUT_AUTHORIZATION.has(`${className}.${name}`)) return;
    const full = fullMethodName(className, name);
    const scopes = (method.scopes ?? []).map(wholeScope);
    const needed = () => scopeList(scopes.length > 0 ? scopes : SHEET_SCOPES);
    const denied = () =>
      refuse(`You do not have permission to call ${full}. Required permissions: ${needed()}`);
    if (options.authMode === 'NONE') {
      const needs = scopes.length > 0 || method.needsAuthorization === true;
      if (needs || !WITHOUT_AUTHORIZATION.has(className)) denied();
      return;
    }
    if (options.authMode === 'LIMITED') {
      const ofSheet = scopes.length === 0 || scopes.some((scope) => SHEET_SCOPES.includes(scope));
      if (method.needsAuthorization === true || !ofSheet) denied();
      return;
    }
    if (
      scopes.length === 0 ||
      method.answersForScopes === true ||
      scopes.some((scope) => options.granted.has(scope) && options.declared.has(scope))
    )
      return;
    if (scopes.some((scope) => options.declared.has(scope))) denied();
    refuse(`Specified permissions are not sufficient to call ${full}. Required permissions: ${needed()}`);
  }

  function perform(
    className: string,
    name: string,
    method: Method,
    args: readonly unknown[],
    tab: number | null,
  ): unknown {
    const effect = method.effect ?? 'none';
    const hasPending = (options.pending?.() ?? 0) > 0;
    const record = { n: 0, method: `${className}.${name}`, kind: method.kind, effect, pending: hasPending };
    if (method.kind === 'call') {
      calls.push({ ...record, n: calls.length + 1 });
    } else {
      light++;
    }
    const n = method.kind === 'call' ? calls.length : 0;
    const at = (other: number | undefined) => n > 0 && n === other;
    for (const edit of (n > 0 ? plan.edits.get(n) : undefined) ?? []) edit();
    plan.watch?.({ n: calls.length, className, effect, tab });
    if (at(plan.kill?.n) && plan.kill?.when === 'before') kill(plan.kill.prefix);

    if (effect === 'flushes' || (effect === 'reads' && hasPending)) {
      pass(flushLatency(pendingCells));
      pendingCells = 0;
    }
    const cells = effect === 'writes' ? cellsOf(args) : 0;
    pendingCells += cells;
    pass(latencyOf(record.method, method.kind, effect, cells));

    const failure = n > 0 ? plan.fails.get(n) : undefined;
    if (failure?.when === 'before') refuse(failure.text);
    if (!accepts(method.args, args, classOf)) {
      const given = args.map((arg) => describeType(arg, classOf)).join(',');
      refuse(
        `The parameters (${given}) don't match the method signature for ${fullMethodName(className, name)}.`,
      );
    }
    checkPermission(className, name, method);
    const result = method.run(...(args as never[]));
    if (effect === 'reads' && Array.isArray(result)) pass(readCells(cellsOf([result])));
    if (failure?.when === 'after') refuse(failure.text);
    if (at(plan.kill?.n) && plan.kill?.when === 'after') kill(plan.kill.prefix);
    return result;
  }

  /** What crosses back to the add-on when something was thrown inside a service. */
  function outward(thrown: unknown): unknown {
    if (thrown === KILL) return thrown;
    const error =
      thrown instanceof Refusal ? new PlatformError(speak(thrown.message, options.language)) : thrown;
    if (error instanceof PlatformError) {
      return realm === null ? error : realm.error(error.name, error.message, error.fields);
    }
    bug ??= error instanceof Error ? error : new Error(String(error));
    return error;
  }

  function enter(
    className: string,
    name: string,
    method: Method,
    given: readonly unknown[],
    tab: number | null,
  ): unknown {
    if (depth > 0) return method.run(...(given as never[]));
    if (killed !== null) throw KILL as unknown as Error;
    if (closed) throw new StandInError(`${className}.${name} was called after its run had ended`);
    depth++;
    try {
      const result = perform(
        className,
        name,
        method,
        given.map((arg) => expel(arg, isService)),
        tab,
      );
      return realm === null ? result : realm.adopt(result);
    } catch (thrown) {
      throw outward(thrown) as Error;
    } finally {
      depth--;
    }
  }

  function notHere(className: string, key: string): never {
    const error = new StandInError(`Not in the stand-in: ${className}.${key}`);
    bug ??= error;
    throw error;
  }

  function wrap(
    className: string,
    methods: MethodTable,
    properties: Readonly<Record<string, unknown>> = {},
    tab: number | null = null,
  ): object {
    const made = new Map<string, unknown>();
    const proxy = new Proxy(Object.create(null) as object, {
      get(_, key) {
        if (typeof key === 'symbol') return undefined;
        const known = made.get(key);
        if (known !== undefined) return known;
        const method = Object.hasOwn(methods, key) ? methods[key] : undefined;
        if (method !== undefined) {
          const bound = (...args: unknown[]) => enter(className, key, method, args, tab);
          made.set(key, bound);
          return bound;
        }
        if (Object.hasOwn(properties, key)) return properties[key];
        if (key === 'toString') return () => className;
        if (ASKED_OF_ANY.has(key)) return undefined;
        return notHere(className, key);
      },
      has: (_, key) =>
        typeof key === 'string' && (Object.hasOwn(methods, key) || Object.hasOwn(properties, key)),
      set: (_, key) => notHere(className, String(key)),
    });
    classes.set(proxy, className);
    return proxy;
  }

  return {
    wrap,
    fail: (text) => refuse(text),
    calls,
    light: () => light,
    elapsed: () => elapsed,
    killed: () => killed,
    bug: () => bug,
    wait: pass,
    quietly: (work) => {
      depth++;
      try {
        return work();
      } finally {
        depth--;
      }
    },
    close: () => {
      closed = true;
    },
  };
}

/** Cells of the largest two-dimensional list among the values; 1 where there is none. */
function cellsOf(values: readonly unknown[]): number {
  let most = 1;
  for (const value of values) {
    if (!Array.isArray(value)) continue;
    const first: unknown = value[0];
    most = Math.max(most, Array.isArray(first) ? value.length * first.length : value.length);
  }
  return most;
}
