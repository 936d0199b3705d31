import { describe, expect, test } from '@jest/globals';
import vm from 'node:vm';
import fc from 'fast-check';
import { formatDate } from '../../../workbench/host/dateFormat';
import { makeRealm } from '../../../workbench/host/realm';
import { instantOf, startOfClock, zoneOffset } from '../../../workbench/host/zones';

const NOON = Date.parse('2026-11-12T17:00:00Z');

function run(code: string, timeZone = 'America/New_York', now = NOON): unknown {
  return vm.runInContext(code, makeRealm({ now: () => now, timeZone, isService: () => false }).context);
}

describe('the place where the add-on runs', () => {
  test('has no Node, no browser and no code from strings', () => {
    const absent =
      'setTimeout,setInterval,fetch,URL,TextEncoder,atob,btoa,crypto,window,self,global,process,Buffer,require,module,structuredClone,queueMicrotask,performance,navigator,document';
    for (const name of absent.split(',')) expect(run(`typeof ${name}`)).toBe('undefined');
    for (const name of ['Intl', 'Promise', 'Map', 'Reflect', 'globalThis'])
      expect(run(`typeof ${name}`)).not.toBe('undefined');
    expect(() => run('new Function("return 1")()')).toThrow('Code generation from strings disallowed');
    expect(() => run('eval("1")')).toThrow('Code generation from strings disallowed');
  });

  test('its dates follow the virtual clock and the script’s time zone', () => {
    expect(run('Date.now()')).toBe(NOON);
    expect(run('new Date().toString()')).toBe('Thu Nov 12 2026 12:00:00 GMT-0500 (Eastern Standard Time)');
    expect(run('new Date().getHours()', 'Asia/Tokyo')).toBe(2);
    expect(run('new Date().getDate()', 'Asia/Tokyo')).toBe(13);
    expect(run('new Date(2026, 2, 8, 12).toISOString()')).toBe('2026-03-08T16:00:00.000Z');
    expect(run('new Date("2026-03-08").toISOString()')).toBe('2026-03-08T00:00:00.000Z');
    expect(run('new Date("2026-03-08T12:00").toISOString()')).toBe('2026-03-08T16:00:00.000Z');
    expect(run('new Date("Mar 8, 2026").toISOString()')).toBe('2026-03-08T05:00:00.000Z');
    expect(run('new Date("rubbish").getTime()')).toBeNaN();
    expect(run('String(new Date(NaN))')).toBe('Invalid Date');
    expect(run('new Date().toLocaleDateString("en-US")')).toBe('11/12/2026');
    expect(run('new Intl.DateTimeFormat("en-US").resolvedOptions().timeZone')).toBe('America/New_York');
    expect(run('const d = new Date(2026, 0, 31); d.setMonth(1); d.toDateString()')).toBe('Tue Mar 03 2026');
    expect(run('new Date() instanceof Date && Object.prototype.toString.call(new Date())')).toBe(
      '[object Date]',
    );
    expect(run('typeof Date()')).toBe('string');
    expect(run('new Date(2026, 5, 1).getTimezoneOffset()')).toBe(240);
  });

  test('what services hand over belongs to it: its own arrays, dates, objects and errors', () => {
    const realm = makeRealm({ now: () => NOON, timeZone: 'UTC', isService: () => false });
    realm.context['value'] = realm.adopt([[new Date(5), { a: 1 }]]);
    realm.context['error'] = realm.error('Exception', 'no', { code: 7 });
    expect(vm.runInContext('value instanceof Array && value[0] instanceof Array', realm.context)).toBe(true);
    expect(vm.runInContext('value[0][0] instanceof Date && +value[0][0]', realm.context)).toBe(5);
    expect(vm.runInContext('Object.getPrototypeOf(value[0][1]) === Object.prototype', realm.context)).toBe(
      true,
    );
    expect(
      vm.runInContext('error instanceof Error && error.name + error.message + error.code', realm.context),
    ).toBe('Exceptionno7');
  });
});

describe('time zones', () => {
  test('wall-clock time and instant are each other’s inverse away from the hours that are skipped or doubled', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Europe/Berlin',
      'Asia/Kolkata',
      'UTC',
      'Pacific/Auckland',
    );
    const noons = fc.integer({ min: -20_000, max: 40_000 }).map((day) => day * 86_400_000 + 43_200_000);
    fc.assert(
      fc.property(zones, noons, (zone, wall) => {
        const instant = instantOf(zone, wall);
        expect(instant + zoneOffset(zone, instant)).toBe(wall);
      }),
    );
  });

  test('a day starts the clock at nine in the morning there; an instant is itself', () => {
    expect(startOfClock('2026-11-12', 'America/New_York')).toBe(Date.parse('2026-11-12T14:00:00Z'));
    expect(startOfClock('2026-11-12T03:04:05Z', 'Asia/Tokyo')).toBe(Date.parse('2026-11-12T03:04:05Z'));
    expect(startOfClock('12 November', 'UTC')).toBeNaN();
  });

  test('Utilities.formatDate writes a date in the zone that is asked for', () => {
    expect(formatDate(NOON, 'America/New_York', 'yyyy-MM-dd')).toBe('2026-11-12');
    expect(formatDate(NOON, 'Asia/Tokyo', 'yyyy-MM-dd HH:mm')).toBe('2026-11-13 02:00');
    expect(formatDate(NOON, 'GMT', "EEE, MMM d, yyyy 'at' h:mm a z")).toBe(
      'Thu, Nov 12, 2026 at 5:00 PM UTC',
    );
    expect(formatDate(NOON, 'Europe/Berlin', "yyyy-MM-dd'T'HH:mm:ssXXX")).toBe('2026-11-12T18:00:00+01:00');
  });
});
