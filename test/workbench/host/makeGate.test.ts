import { describe, expect, test } from '@jest/globals';
import { makeGate, KILL, NO_PLAN, type GateOptions } from '../../../workbench/host/makeGate';
import { makeClock } from '../../../workbench/host/clock';
import type { Method, Touch } from '../../../workbench/host/gate';
import { wholeScope } from '../../../workbench/host/scopes';

interface Drawer {
  put(value: string): void;
  look(): string[];
  peek(): number;
  mail(): string;
}

function open(options: Partial<GateOptions> = {}) {
  const clock = makeClock(0);
  const gate = makeGate({
    language: 'en',
    authMode: 'FULL',
    declared: new Set([wholeScope('gmail.send')]),
    granted: new Set([wholeScope('gmail.send')]),
    clock,
    plan: NO_PLAN,
    ...options,
  });
  const things: string[] = [];
  const methods: Record<string, Method> = {
    put: {
      kind: 'call',
      effect: 'writes',
      args: [['String']],
      run: (value: string) => void things.push(value),
    },
    look: { kind: 'call', effect: 'reads', args: [[]], run: () => [...things] },
    peek: { kind: 'light', args: [[]], run: () => things.length },
    mail: { kind: 'call', args: [[]], scopes: ['gmail.send'], needsAuthorization: true, run: () => 'sent' },
  };
  return { gate, clock, things, drawer: gate.wrap('Range', methods, { Color: 'red' }, 7) as Drawer };
}

const plan = (change: Partial<GateOptions['plan']>) => ({ plan: { ...NO_PLAN, ...change } });

describe('a wrapped service', () => {
  test('has its methods, its values and its class name, and nothing else', () => {
    const { drawer, gate } = open();
    drawer.put('a');
    expect(drawer.look()).toEqual(['a']);
    expect((drawer as unknown as { Color: string }).Color).toBe('red');
    expect((drawer as unknown as { toString(): string }).toString()).toBe('Range');
    expect(() => {
      (drawer as unknown as { setBorder(): void }).setBorder();
    }).toThrow('Not in the stand-in: Range.setBorder');
    expect(() => {
      (drawer as unknown as { put: unknown }).put = 1;
    }).toThrow('Not in the stand-in: Range.put');
    expect(gate.bug()?.message).toBe('Not in the stand-in: Range.setBorder');
  });

  test('refuses other arguments in the platform’s words, with its names of types', () => {
    const { drawer, things } = open();
    const loose = drawer as unknown as { put(...args: unknown[]): void };
    const refusal = (types: string) =>
      `The parameters (${types}) don't match the method signature for SpreadsheetApp.Range.put.`;
    expect(() => {
      loose.put(1);
    }).toThrow(refusal('number'));
    expect(() => {
      loose.put();
    }).toThrow(refusal(''));
    expect(() => {
      loose.put('a', undefined);
    }).toThrow(refusal('String,null'));
    expect(() => {
      loose.put([['a']]);
    }).toThrow(refusal('String[][]'));
    expect(() => {
      loose.put({});
    }).toThrow(refusal('(class)'));
    expect(() => {
      loose.put(drawer);
    }).toThrow(refusal('SpreadsheetApp.Range'));
    expect(things).toEqual([]);
  });

  test('counts service calls in order and light calls apart', () => {
    let queued = 0;
    const heard: Touch[] = [];
    const { drawer, gate } = open({
      pending: () => queued,
      ...plan({ watch: (touch) => heard.push(touch) }),
    });
    drawer.put('a');
    drawer.peek();
    queued = 1;
    drawer.look();
    expect(gate.calls).toEqual([
      { n: 1, method: 'Range.put', kind: 'call', effect: 'writes', pending: false },
      { n: 2, method: 'Range.look', kind: 'call', effect: 'reads', pending: true },
    ]);
    expect(gate.light()).toBe(1);
    expect(heard.map(({ n, className, effect, tab }) => [n, className, effect, tab])).toEqual([
      [1, 'Range', 'writes', 7],
      [1, 'Range', 'none', 7],
      [2, 'Range', 'reads', 7],
    ]);
  });
});

describe('permissions', () => {
  const scope = 'https://www.googleapis.com/auth/gmail.send';

  test('a permission that the manifest leaves out and one that the person has not granted have different texts', () => {
    expect(() => open({ declared: new Set(), granted: new Set() }).drawer.mail()).toThrow(
      `Specified permissions are not sufficient to call SpreadsheetApp.Range.mail. Required permissions: ${scope}`,
    );
    expect(() => open({ granted: new Set() }).drawer.mail()).toThrow(
      `You do not have permission to call SpreadsheetApp.Range.mail. Required permissions: ${scope}`,
    );
    expect(open().drawer.mail()).toBe('sent');
  });

  test('a simple trigger may use the sheet, and nothing that needs authorization', () => {
    const { drawer } = open({ authMode: 'LIMITED' });
    expect(drawer.look()).toEqual([]);
    expect(() => drawer.mail()).toThrow('You do not have permission to call');
  });

  test('before its first use in a file an add-on may not even read the sheet', () => {
    expect(() => open({ authMode: 'NONE' }).drawer.look()).toThrow('You do not have permission to call');
  });
});

describe('the clock', () => {
  test('every call takes its time, and committing what is pending takes more', () => {
    const { drawer, clock } = open({ pending: () => 1 });
    drawer.put('a');
    const afterWrite = clock.now();
    drawer.look();
    expect(afterWrite).toBeLessThan(15);
    expect(clock.now() - afterWrite).toBeGreaterThan(200);
  });

  test('six minutes end a run and thirty seconds a simple trigger', () => {
    const long = open();
    long.gate.wait(359_000);
    expect(long.gate.killed()).toBeNull();
    expect(() => {
      long.gate.wait(2_000);
    }).toThrow();
    expect(long.gate.killed()).toEqual({ prefix: 'none' });
    const short = open({ authMode: 'LIMITED' });
    expect(() => {
      short.gate.wait(31_000);
    }).toThrow();
  });
});

describe('what a test can ask for', () => {
  test('a kill before a call leaves that call undone; neither catch nor finally can do anything afterwards', () => {
    const { drawer, things, gate } = open(plan({ kill: { n: 2, when: 'before', prefix: 'half' } }));
    drawer.put('a');
    let seen: unknown;
    try {
      drawer.put('b');
    } catch (thrown) {
      seen = thrown;
      expect(() => {
        drawer.put('c');
      }).toThrow();
    }
    expect(seen).toBe(KILL);
    expect(() => {
      drawer.peek();
    }).toThrow();
    expect(things).toEqual(['a']);
    expect(gate.killed()).toEqual({ prefix: 'half' });
  });

  test('a kill after a call leaves that call done', () => {
    const { drawer, things } = open(plan({ kill: { n: 1, when: 'after', prefix: 'all' } }));
    expect(() => {
      drawer.put('a');
    }).toThrow();
    expect(things).toEqual(['a']);
  });

  test('a failure comes instead of the call or after its effect, and the run goes on', () => {
    const fails = new Map([
      [1, { text: 'Service invoked too many times for one day: email.', when: 'before' as const }],
      [2, { text: 'Lost the answer', when: 'after' as const }],
    ]);
    const { drawer, things } = open(plan({ fails }));
    expect(() => {
      drawer.put('a');
    }).toThrow('Service invoked too many times for one day: email.');
    expect(() => {
      drawer.put('b');
    }).toThrow('Lost the answer');
    drawer.put('c');
    expect(things).toEqual(['b', 'c']);
  });

  test('somebody else’s edit happens just before the call', () => {
    const things: string[] = [];
    const { drawer } = open(plan({ edits: new Map([[2, [() => things.push('edit')]]]) }));
    drawer.look();
    expect(things).toEqual([]);
    drawer.look();
    expect(things).toEqual(['edit']);
  });

  test.each(['de', 'ja'] as const)(
    'the messages can be in another language (%s): none is English then',
    (language) => {
      const { drawer } = open({ language, granted: new Set() });
      const texts = [
        () => drawer.mail(),
        () => {
          (drawer as unknown as { put(n: number): void }).put(1);
        },
      ].map((work) => {
        try {
          work();
          return '';
        } catch (error) {
          expect((error as Error).name).toBe('Exception');
          return (error as Error).message;
        }
      });
      for (const text of texts) {
        expect(text).not.toMatch(/permission to|match the method|English/);
        expect(text).toContain('SpreadsheetApp.Range.');
      }
    },
  );
});
