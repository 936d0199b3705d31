// The figures of the bench: ratios, budgets, and samples that are the same each time.
import { describe, expect, test } from '@jest/globals';
import { budget } from '../../../workbench/bench/budget';
import { CONTACT_HEADINGS, contactRows } from '../../../workbench/bench/contactRows';
import { NAME_SETS } from '../../../workbench/bench/names';
import { printBudgets } from '../../../workbench/bench/print';
import { leastTime, measureRatio, median } from '../../../workbench/bench/ratio';

describe('a budget', () => {
  test('is kept up to its limit and not a hair beyond, whatever rounding shows', () => {
    expect(budget('reads', 6, 6, 'calls').ok).toBe(true);
    expect(budget('ratio', 3, 3.004, '×')).toMatchObject({ measured: 3, ok: false });
  });

  test('is not kept where nothing could be measured', () => {
    expect(budget('ratio', 3, NaN, '×').ok).toBe(false);
  });

  test('that is over stands out in the table', () => {
    const lines = printBudgets([budget('few', 2, 1, 'calls'), budget('many', 2, 3, 'calls')]).split('\n');
    expect(lines[1]).toMatch(/^ok\s+few/);
    expect(lines[2]).toMatch(/^OVER\s+many/);
  });
});

describe('a ratio', () => {
  test('of three times the work is near three', () => {
    const work = (rounds: number) => {
      let sum = 0;
      for (let i = 0; i < rounds; i++) sum = (sum * 31 + i) | 0;
      return sum;
    };
    const { ratio } = measureRatio(
      () => work(900_000),
      () => work(300_000),
    );
    expect(ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeLessThan(6);
  });

  test('time in which the machine did something else is not in the least time', () => {
    // Asking for the time is work of the system's, and counts too: of the program's own time alone no two turns are alike.
    const spent = () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    };
    const spin = (milliseconds: number) => {
      const until = spent() + milliseconds * 1000;
      while (spent() < until);
    };
    const { work, base } = leastTime(
      () => {
        spin(20);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      },
      () => {
        spin(20);
      },
    );
    expect(work / base).toBeGreaterThan(0.5);
    expect(work / base).toBeLessThan(2);
  });

  test('the middle value is taken, so that one slow run does not count', () => {
    expect(median([1, 900, 2])).toBe(2);
    expect(median([])).toBeNaN();
  });
});

describe('the samples', () => {
  test.each(Object.entries(NAME_SETS))(
    '%s: as many different names as asked for, the same each time',
    (_, names) => {
      const made = names(2000);
      expect(new Set(made).size).toBe(2000);
      expect(names(2000)).toEqual(made);
      expect(names(100)).toEqual(made.slice(0, 100));
    },
  );

  test('contacts have 15 columns, invented addresses, and something to fix', () => {
    const rows = contactRows(300);
    expect(CONTACT_HEADINGS).toHaveLength(15);
    expect(rows.every((row) => row.length === CONTACT_HEADINGS.length)).toBe(true);
    const addresses = rows.map((row) => row[CONTACT_HEADINGS.indexOf('E-mail')]!);
    expect(addresses.every((address) => address.includes('.example.org'))).toBe(true);
    expect(addresses.filter((address) => !/^[\w.-]+@[\w.-]+$/.test(address))).toHaveLength(3);
  });
});
