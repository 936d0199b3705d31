// A fresh place for the add-on's code to run in: its own globals, no Node, no browser, no code from strings, and a Date
// that follows the virtual clock and the script's time zone.
import { types } from 'node:util';
import vm from 'node:vm';
import { instantOf, zoneOffset } from './zones';

export interface Realm {
  readonly context: vm.Context;
  /** Copies arrays, dates and plain objects into the realm, so that instanceof and prototypes are its own. */
  adopt(value: unknown): unknown;
  /** An Error of the realm. */
  error(name: string, message: string, fields?: Readonly<Record<string, unknown>>): Error;
  /** A date of the realm. */
  date(instant: number): Date;
}

export interface RealmOptions {
  readonly now: () => number;
  /** The script's zone: what getHours() and the like of the add-on's dates read. */
  readonly timeZone: string;
  readonly isService: (value: unknown) => boolean;
}

const BOOTSTRAP = new vm.Script(`(function (host) {
  'use strict';
  const Native = Date, parse = Date.parse, UTC = Date.UTC, Format = Intl.DateTimeFormat;
  const wall = (date) => new Native(+date + host.offset(+date));
  const withZone = (options) => Object.assign({ timeZone: host.zone }, options);
  const parseHere = (text) => {
    const own = parse(text);
    if (own !== own || /(?:Z|GMT|UTC|[+-]\\d\\d:?\\d\\d)\\)?\\s*$/i.test(text) || /\\(.*\\)\\s*$/.test(text)) return own;
    if (/^\\s*[+-]?\\d{4,6}(-\\d\\d(-\\d\\d)?)?\\s*$/.test(text)) return own;
    return host.instant(parse(text + (/^\\d{4}-\\d\\d-\\d\\dT/.test(text) ? 'Z' : ' UTC')));
  };
  function make(args) {
    if (args.length === 0) return host.now();
    if (args.length > 1) return host.instant(UTC(...args));
    const value = args[0];
    if (host.isDate(value)) return +value;
    const plain = typeof value === 'object' && value !== null ? value[Symbol.toPrimitive] ? value[Symbol.toPrimitive]('default') : value.valueOf() : value;
    return typeof plain === 'string' ? parseHere(plain) : Number(plain);
  }
  function ZonedDate(...args) {
    if (!new.target) return String(new Native(host.now()));
    return Reflect.construct(Native, [make(args)], new.target);
  }
  Object.defineProperty(ZonedDate, 'name', { value: 'Date' });
  Object.defineProperty(ZonedDate, 'length', { value: 7 });
  const hidden = (target, name, value) => Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  hidden(ZonedDate, 'now', function now() { return host.now(); });
  hidden(ZonedDate, 'UTC', UTC);
  hidden(ZonedDate, 'parse', function parse(text) { return parseHere(String(text)); });
  const proto = Native.prototype;
  Object.defineProperty(ZonedDate, 'prototype', { value: proto, writable: false });
  hidden(proto, 'constructor', ZonedDate);
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const read = proto['getUTC' + part];
    hidden(proto, 'get' + part, function () { return read.call(wall(this)); });
    const write = proto['setUTC' + part];
    if (write) hidden(proto, 'set' + part, function (...args) {
      const at = wall(this);
      write.apply(at, args);
      return this.setTime(host.instant(+at));
    });
  }
  hidden(proto, 'getYear', function () { return this.getFullYear() - 1900; });
  hidden(proto, 'getTimezoneOffset', function () { return -host.offset(+this) / 60000; });
  const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const two = (n) => String(n).padStart(2, '0');
  const day = (d) => DAYS[d.getDay()] + ' ' + MONTHS[d.getMonth()] + ' ' + two(d.getDate()) + ' ' + String(d.getFullYear()).padStart(4, '0');
  const time = (d) => {
    const minutes = Math.abs(d.getTimezoneOffset());
    const sign = d.getTimezoneOffset() > 0 ? '-' : '+';
    const name = new Format('en-US', { timeZone: host.zone, timeZoneName: 'long' }).formatToParts(+d).find((p) => p.type === 'timeZoneName').value;
    return [d.getHours(), d.getMinutes(), d.getSeconds()].map(two).join(':') + ' GMT' + sign + two(Math.floor(minutes / 60)) + two(minutes % 60) + ' (' + name + ')';
  };
  const shown = (text) => function () { return isNaN(+this) ? 'Invalid Date' : text(this); };
  hidden(proto, 'toString', shown((d) => day(d) + ' ' + time(d)));
  hidden(proto, 'toDateString', shown(day));
  hidden(proto, 'toTimeString', shown(time));
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const native = proto[name];
    hidden(proto, name, function (locales, options) { return native.call(this, locales, withZone(options)); });
  }
  function ZonedFormat(locales, options) { return new Format(locales, withZone(options)); }
  Object.defineProperty(ZonedFormat, 'prototype', { value: Format.prototype });
  hidden(ZonedFormat, 'supportedLocalesOf', Format.supportedLocalesOf);
  hidden(Intl, 'DateTimeFormat', ZonedFormat);
  hidden(globalThis, 'Date', ZonedDate);
  const adopt = (value) => {
    if (typeof value !== 'object' || value === null || host.isService(value)) return value;
    if (Array.isArray(value)) {
      const copy = new Array(value.length);
      for (let i = 0; i < value.length; i++) copy[i] = adopt(value[i]);
      return copy;
    }
    if (host.isDate(value)) return new Native(+value);
    if (!host.isPlain(value)) return value;
    const copy = {};
    for (const key of Object.keys(value)) copy[key] = adopt(value[key]);
    return copy;
  };
  const error = (name, message, fields) => {
    // The name is an own, visible field: a spike in Apps Script (September 2026) found the keys name and details.
    return Object.assign(new Error(message), { name }, adopt(fields));
  };
  return { adopt, error, date: (instant) => new Native(instant) };
})`);

export function makeRealm(options: RealmOptions): Realm {
  const context = vm.createContext(Object.create(null) as object, {
    codeGeneration: { strings: false, wasm: false },
  });
  const setUp = BOOTSTRAP.runInContext(context) as (host: object) => Omit<Realm, 'context'>;
  return {
    context,
    ...setUp({
      now: () => Math.floor(options.now()),
      zone: options.timeZone,
      offset: (instant: number) => (Number.isNaN(instant) ? NaN : zoneOffset(options.timeZone, instant)),
      instant: (wall: number) => (Number.isNaN(wall) ? NaN : instantOf(options.timeZone, wall)),
      isService: options.isService,
      isDate: types.isDate,
      isPlain,
    }),
  };
}

/** A record of data: made by braces or JSON in any realm, and no function in it. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  return Object.values(value).every((item) => typeof item !== 'function');
}

/** The other way: a copy, in this realm, of what the add-on hands over. */
export function expel(value: unknown, isService: (value: unknown) => boolean): unknown {
  if (typeof value !== 'object' || value === null || isService(value)) return value;
  if (Array.isArray(value)) return Array.from(value, (item) => expel(item, isService));
  if (types.isDate(value)) return new Date(value.getTime());
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expel(item, isService)]));
}
