import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spellOut } from '../../src/values/spellOut';

test('a list without brackets is what stands between its commas', () => {
  expect(spellOut('last call,=last*0.7')).toEqual(['last call', '=last*0.7']);
  expect(spellOut('')).toEqual([]);
});

test('a bracket stands for each of its parts, a blank one for nothing', () => {
  expect(spellOut('(last|latest) (call|email*0.8),call( date|)')).toEqual([
    'last call',
    'last email*0.8',
    'latest call',
    'latest email*0.8',
    'call date',
    'call',
  ]);
});

test('every choice of parts is there once, in any number of brackets', () => {
  const part = fc.stringMatching(/^[a-z ]{0,4}$/);
  const brackets = fc.array(fc.uniqueArray(part, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(brackets, (groups) => {
      const pattern = groups.map((parts) => `(${parts.join('|')})`).join('-');
      const wanted = groups.reduce<string[][]>(
        (starts, parts) => starts.flatMap((start) => parts.map((each) => [...start, each])),
        [[]],
      );
      expect(spellOut(pattern)).toEqual(wanted.map((parts) => parts.join('-')));
    }),
  );
});
