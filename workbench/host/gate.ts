// The one gate that every method of every stand-in service passes: it counts, checks arguments and permissions,
// advances the clock, and kills or fails the run where a test asks for it.

/** 'call' reads or writes the document, mail, properties, cache or a lock; 'light' is a builder, getRange or a getter of an object already fetched. */
export type CallKind = 'call' | 'light';

/** What a method does to pending writes: a read of the document commits them first, as on the platform. */
export type Effect = 'none' | 'reads' | 'writes' | 'flushes';

export interface Method {
  readonly kind: CallKind;
  readonly effect?: Effect;
  /**
   * Accepted argument lists, each as the platform's type names: ['Integer', 'Integer'], ['String'], ['Object[][]'].
   * Anything else throws the "parameters (…) don't match the method signature" text.
   */
  readonly args: readonly (readonly string[])[];
  /** Any one of these scopes is enough; none listed: no permission needed. */
  readonly scopes?: readonly string[];
  /** Not to be called from a simple trigger (needs authorization). */
  readonly needsAuthorization?: boolean;
  /** An API behind it answers where no scope is there; the gate asks in simple triggers only. */
  readonly answersForScopes?: boolean;
  readonly run: (...args: never[]) => unknown;
}

export type MethodTable = Readonly<Record<string, Method>>;

export interface CallRecord {
  /** 1-based among 'call's; light calls carry the number of the last call before them. */
  readonly n: number;
  /** "Range.setValues" */
  readonly method: string;
  readonly kind: CallKind;
  readonly effect: Effect;
  /** Whether writes were queued before it. */
  readonly pending: boolean;
}

/** What a method, counted or light, is about to look at or to change. */
export interface Touch {
  /** Number of the last service call, this one counted. */
  readonly n: number;
  readonly className: string;
  readonly effect: Effect;
  /** Id of the tab whose object it is asked of; null for all other objects. */
  readonly tab: number | null;
}

export interface Gate {
  /**
   * The object that the add-on sees: the methods of the table, toString() giving the class name, and
   * "Not in the stand-in: Range.setBorder" for anything else that is touched. `properties` are plain values
   * (enums and the like); `tab`: id of the tab to which the object belongs.
   */
  wrap(
    className: string,
    methods: MethodTable,
    properties?: Readonly<Record<string, unknown>>,
    tab?: number,
  ): object;
  /** Throws the platform's error for this operation, in the language that the host was told to speak. */
  fail(text: string): never;
}
