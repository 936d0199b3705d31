// google.script for a page of the add-on in its frame: run and host, as Google's client has them, over postMessage to
// the workbench. Put before everything else in the frame.

interface Settings {
  readonly functions: readonly string[];
  readonly home: string;
}

type Handler = (value: unknown, userObject?: unknown) => void;

interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly done: Handler | null;
  readonly failed: Handler | null;
  readonly userObject: unknown;
}

/** What the page sends back: the answer of one call. */
interface Answer {
  readonly kind: string;
  readonly id: number;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly message?: string;
}

const MOST_AT_ONCE = 10;
const given = window as unknown as { __googleScript: Settings; google?: unknown };
const { functions, home } = given.__googleScript;

const running = new Map<number, Call>();
const waiting: Call[] = [];
let lastId = 0;

function tell(message: object): void {
  window.parent.postMessage(message, home);
}

function start(call: Call): void {
  lastId += 1;
  running.set(lastId, call);
  tell({ kind: 'run', id: lastId, name: call.name, args: call.args });
}

window.addEventListener('message', (event: MessageEvent<Answer>) => {
  if (event.source !== window.parent || event.origin !== home || event.data.kind !== 'answer') return;
  const { id, ok, value, message } = event.data;
  const call = running.get(id);
  if (call === undefined) return;
  running.delete(id);
  const next = waiting.shift();
  if (next !== undefined) start(next);
  if (ok) call.done?.(value, call.userObject);
  else {
    const error = new Error(message);
    error.name = 'ScriptError';
    if (call.failed === null) console.error(error);
    else call.failed(error, call.userObject);
  }
});

/** A copy of plain data. Throws at once for what cannot cross, as Google's client does, or would arrive as something else. */
function plain(value: unknown, key: string, above: readonly object[]): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === undefined || typeof value === 'number') {
    throw new TypeError(`google.script.run: argument ${key} is ${String(value)} and would arrive as null`);
  }
  const refused = new TypeError(`Failed due to illegal value in property: ${key}`);
  if (typeof value !== 'object') throw refused;
  if (above.includes(value)) throw new TypeError('Failed due to circular reference.');
  const inside = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item, index) => plain(item, String(index), inside));
  if (Object.getPrototypeOf(value) !== Object.prototype) throw refused;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, name, inside)]));
}

/** Each with…() gives a new runner, so that one may be kept and used again. */
function runner(done: Handler | null, failed: Handler | null, userObject: unknown): object {
  const own: Record<string, unknown> = {
    withSuccessHandler: (handler: Handler) => runner(handler, failed, userObject),
    withFailureHandler: (handler: Handler) => runner(done, handler, userObject),
    withUserObject: (object: unknown) => runner(done, failed, object),
  };
  for (const name of functions) {
    own[name] = (...args: unknown[]) => {
      const call = {
        name,
        args: args.map((arg, index) => plain(arg, String(index), [])),
        done,
        failed,
        userObject,
      };
      if (running.size < MOST_AT_ONCE) start(call);
      else waiting.push(call);
    };
  }
  return own;
}

given.google = {
  script: {
    run: runner(null, null, undefined),
    host: {
      origin: home,
      close: () => {
        tell({ kind: 'close' });
      },
      setWidth: () => undefined,
      setHeight: () => undefined,
      editor: {
        focus: () => {
          tell({ kind: 'focus' });
        },
      },
    },
  },
};
