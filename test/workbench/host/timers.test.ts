// Timers of the stand-in: made, listed and deleted as on the platform, and run when the clock passes them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HostOptions } from '../../../workbench/host/createHost';
import { nextRun } from '../../../workbench/host/timers';
import { createHost } from '../../../workbench/host/createHost';
import { cell, host, MANIFEST, WITH_TIMERS } from './fixtures';

const MAKE = `ScriptApp.newTrigger('run').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(8)`;
const CODE = `
  function make() { ${MAKE}.inTimezone('Europe/Berlin').create(); }
  function list() { return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction()); }
  function drop() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
  function run(e) {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const seen = [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), String(e.authMode), e['day-of-week']];
    sheet.getRange(sheet.getLastRow() + 1, 1).setValue(seen.join(' '));
  }`;

const at = (more: Partial<HostOptions> = {}, code = CODE) => host(code, { manifest: WITH_TIMERS, ...more });

const refusal = (statement: string, more: Partial<HostOptions> = {}): unknown =>
  at(more, `${CODE} function f() { try { ${statement}; return ''; } catch (e) { return e.message; } }`).call(
    'f',
  );

describe('a timer', () => {
  test('runs each week as whoever made it, with nobody at the keyboard', () => {
    const h = at();
    h.call('make');
    h.advance(3);
    expect(cell(h, 2, 1)).toBe('');
    h.advance(11);
    const seen = ' lead@example.org FULL 1';
    expect([cell(h, 2, 1), cell(h, 3, 1), cell(h, 4, 1)]).toEqual([seen, seen, '']);
  });

  test('of each day runs each day', () => {
    const h = at({}, CODE.replace('onWeekDay(ScriptApp.WeekDay.MONDAY)', 'everyDays(1)'));
    h.call('make');
    h.advance(3);
    expect([2, 3, 4, 5].map((row) => cell(h, row, 1) !== '')).toEqual([true, true, true, false]);
  });

  test('is seen and deleted by whoever made it, and by nobody else', () => {
    const h = at();
    const other = h.as({ email: 'bo@example.org' });
    h.call('make');
    expect([h.call('list'), other.call('list')]).toEqual([['run'], []]);
    other.call('drop');
    expect(h.call('list')).toEqual(['run']);
    h.call('drop');
    expect(h.call('list')).toEqual([]);
    h.advance(14);
    expect(cell(h, 2, 1)).toBe('');
  });

  test('runs with what its maker allows at that time', () => {
    const h = at();
    h.call('make');
    h.revoke('spreadsheets.currentonly');
    h.advance(7);
    expect(h.triggerError).toContain('You do not have permission');
    expect(cell(h, 2, 1)).toBe('');
  });

  test('has no page to show anything on', () => {
    const h = at({}, CODE.replace('const sheet', 'SpreadsheetApp.getUi(); const sheet'));
    h.call('make');
    h.advance(7);
    expect(h.triggerError).toBe('Exception: Cannot call SpreadsheetApp.getUi() from this context.');
  });

  test('is kept when the file is saved', () => {
    const h = at();
    h.call('make');
    const again = createHost({ saved: h.save(), code: CODE, manifest: WITH_TIMERS });
    again.advance(7);
    expect(cell(again, 2, 1)).not.toBe('');
  });

  test('needs its permission, and simple triggers have none', () => {
    expect(refusal(`${MAKE}.create()`, { manifest: MANIFEST })).toMatch(
      /^Specified permissions are not sufficient/,
    );
    expect(refusal('ScriptApp.getProjectTriggers()', { scopes: ['spreadsheets.currentonly'] })).toMatch(
      /^You do not have permission to call ScriptApp.getProjectTriggers/,
    );
    const h = at({}, `${CODE} function onEdit() { ScriptApp.getProjectTriggers(); }`);
    h.edit('Contacts', 2, 1, 'x');
    expect(h.triggerError).toContain('You do not have permission');
  });

  test('there may be twenty of one person', () => {
    expect(refusal('for (let n = 0; n < 20; n++) make()')).toBe('');
    expect(refusal('for (let n = 0; n < 21; n++) make()')).toMatch(/^This script has too many triggers/);
  });

  test('what makes no sense is refused', () => {
    expect(
      refusal(
        `ScriptApp.newTrigger('nobody').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(8).create()`,
      ),
    ).not.toBe('');
    expect(refusal(`${MAKE}.inTimezone('Larkhaven').create()`)).not.toBe('');
    expect(refusal(`ScriptApp.newTrigger('run').timeBased().atHour(24)`)).not.toBe('');
    expect(refusal(`ScriptApp.newTrigger('run').timeBased().atHour(8).create()`)).not.toBe('');
    expect(refusal(`ScriptApp.newTrigger('run').timeBased().onWeekDay('MONDAY')`)).toContain(
      'method signature',
    );
  });
});

test('the next run is within a week, on its day, in its hour, also over a clock change', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 4, max: 23 }),
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
      (after, weekDay, hour, timeZone) => {
        const next = nextRun({ id: '7', owner: '', handler: '', weekDay, hour, timeZone }, after);
        expect(next).toBeGreaterThan(after);
        expect(next - after).toBeLessThanOrEqual(8 * 86_400_000);
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          weekday: 'short',
          hour: '2-digit',
          hourCycle: 'h23',
        });
        const parts = Object.fromEntries(shown.formatToParts(next).map(({ type, value }) => [type, value]));
        expect(parts['hour']).toBe(String(hour).padStart(2, '0'));
        expect(parts['weekday']).toBe(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekDay - 1]);
      },
    ),
  );
});
