import { describe, expect, test } from '@jest/globals';
import { makeClock } from '../../../workbench/host/clock';
import { makeGate, NO_PLAN } from '../../../workbench/host/makeGate';
import { marshalAnswer, marshalArguments } from '../../../workbench/host/marshal';

const plain = { a: [1, 'two', true, null, { b: [] }] };
const circle: Record<string, unknown> = {};
circle['self'] = circle;

describe('from the sidebar to the server', () => {
  test('plain data arrives as a copy', () => {
    const [copy] = marshalArguments([plain]);
    expect(copy).toEqual(plain);
    expect(copy).not.toBe(plain);
  });

  test.each([
    ['a date', [new Date()], 'Failed due to illegal value in property: 0'],
    ['a date inside', [{ when: new Date() }], 'Failed due to illegal value in property: when'],
    ['a function', [() => 1], 'Failed due to illegal value in property: 0'],
    ['a map', [new Map()], 'Failed due to illegal value in property: 0'],
    ['a typed array', [[new Uint8Array(1)]], 'Failed due to illegal value in property: 0'],
    ['a circle', [circle], 'Failed due to circular reference.'],
  ])('%s fails as on the platform', (_, args, message) => {
    expect(() => marshalArguments(args)).toThrow(new TypeError(message));
  });

  test.each([
    ['undefined', [undefined]],
    ['undefined in a list', [[1, undefined]]],
    ['an undefined key', [{ a: undefined }]],
    ['NaN', [NaN]],
    ['Infinity', [{ a: Infinity }]],
  ])('%s, which the platform would turn into null, is refused by name', (_, args) => {
    expect(() => marshalArguments(args)).toThrow('would arrive as null');
  });
});

describe('from the server to the sidebar', () => {
  test('plain data arrives as a copy, and nothing at all as null', () => {
    expect(marshalAnswer(plain, 'start')).toEqual(plain);
    expect(marshalAnswer(undefined, 'start')).toBeNull();
  });

  test.each([
    ['Date at days[1]', { days: [1, new Date()] }],
    ['Map at a.b', { a: { b: new Map() } }],
    ['undefined at a', { a: undefined }],
    ['undefined at [0]', [undefined]],
    ['NaN at n', { n: NaN }],
    ['function at f', { f: () => 1 }],
    ['Promise', Promise.resolve(1)],
    ['Error', new Error('x')],
    ['circular at self', circle],
  ])('%s is refused, with the place where it stands', (what, value) => {
    expect(() => marshalAnswer(value, 'start')).toThrow(
      `google.script.run: the answer of start does not arrive whole: ${what}`,
    );
  });

  test('objects of the services do not cross', () => {
    const gate = makeGate({
      language: 'en',
      authMode: 'FULL',
      declared: new Set(),
      granted: new Set(),
      clock: makeClock(0),
      plan: NO_PLAN,
    });
    expect(() => marshalAnswer({ range: gate.wrap('Range', {}) }, 'start')).toThrow(
      'a service object at range',
    );
  });
});
