// What crosses google.script.run: numbers, booleans, strings, null, and arrays and plain objects of these.
// What the platform refuses is refused with its text; what it would lose without a word is refused by name.
import { types } from 'node:util';
import { isService, StandInError } from './makeGate';

/** A copy of the sidebar's arguments. Throws TypeError as the client does, StandInError where a value would be lost. */
export function marshalArguments(args: readonly unknown[]): unknown[] {
  return args.map((arg, index) => {
    const copy = walk(arg, [], String(index), (key, what) => {
      if (what === 'circular') throw new TypeError('Failed due to circular reference.');
      if (LOST.has(what)) {
        throw new StandInError(`google.script.run: argument ${key} is ${what} and would arrive as null`);
      }
      throw new TypeError(
        `Failed due to illegal value in property: ${key.replace(/^.*[.[]/, '').replace(']', '')}`,
      );
    });
    return copy;
  });
}

/** A copy of the server's answer; nothing at all becomes null. Throws StandInError for anything that would not arrive whole. */
export function marshalAnswer(value: unknown, functionName: string): unknown {
  if (value === undefined) return null;
  return walk(value, [], '', (key, what) => {
    throw new StandInError(
      `google.script.run: the answer of ${functionName} does not arrive whole: ${what}${key === '' ? '' : ` at ${key}`}`,
    );
  });
}

const LOST = new Set(['undefined', 'NaN', 'Infinity', '-Infinity']);

function walk(
  value: unknown,
  above: readonly object[],
  key: string,
  refuse: (key: string, what: string) => never,
): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(key, String(value));
  if (typeof value !== 'object') return refuse(key, typeof value);
  if (above.includes(value)) return refuse(key, 'circular');
  const inside = [...above, value];
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) => walk(item, inside, `${key}[${index}]`, refuse));
  }
  if (types.isDate(value)) return refuse(key, 'Date');
  if (isService(value)) return refuse(key, 'a service object');
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return refuse(key, Object.prototype.toString.call(value).slice(8, -1));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      walk(item, inside, key === '' ? name : `${key}.${name}`, refuse),
    ]),
  );
}
