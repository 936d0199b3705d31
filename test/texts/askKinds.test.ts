// What people type for an ask is one of the kinds, or none; the group's own kinds stand beside ours.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { askKinds, askPhrase, readAskKind } from '../../src/texts/askKinds';

const OWN = ['Host a house meeting', 'Phone bank'];
const read = (text: string) => readAskKind(text, OWN)?.name ?? null;

describe('kinds of asks', () => {
  test('stand in order of size, the group’s own behind them and each once', () => {
    const names = askKinds([...OWN, 'phone bank', 'Endorsement', ' ']).map(({ name }) => name);
    expect(names).toEqual([
      'advice or introductions',
      'attend our meeting',
      'let us present',
      'suggest a clause',
      'endorsement',
      'join a meeting with a legislator',
      ...OWN,
    ]);
    const sizes = askKinds([]).map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  test('are known by the words that people use for them', () => {
    for (const text of [
      'endorse',
      'Endorse us',
      'the endorsement',
      'sign on',
      'endorse the resolution',
      'resolution',
    ])
      expect([text, read(text)]).toEqual([text, 'endorsement']);
    for (const text of ['meeting', 'come to our meeting', 'attend', 'attending our meeting'])
      expect([text, read(text)]).toEqual([text, 'attend our meeting']);
    for (const text of ['presentation', 'present', 'let us present at their meeting', 'presenting'])
      expect([text, read(text)]).toEqual([text, 'let us present']);
    for (const text of ['legislator meeting', 'Meeting with a legislator', 'meet a legislator', 'legislator'])
      expect([text, read(text)]).toEqual([text, 'join a meeting with a legislator']);
    for (const text of ['advice', 'introductions', 'intro', 'advice and introductions'])
      expect([text, read(text)]).toEqual([text, 'advice or introductions']);
    for (const text of ['clause', 'add a clause'])
      expect([text, read(text)]).toEqual([text, 'suggest a clause']);
    expect(read('endorsment')).toBe('endorsement');
    expect(read('host a  HOUSE meeting')).toBe('Host a house meeting');
    for (const text of ['', 'money', 'to the', 'yes']) expect([text, read(text)]).toEqual([text, null]);
  });

  test('of the group’s own go before words of ours that mean another', () => {
    expect(readAskKind('Meeting', ['Meeting'])?.name).toBe('Meeting');
    expect(readAskKind('the presentation', ['Presentation'])?.name).toBe('Presentation');
  });

  test('have words that stand in a message; one that nobody knows speaks for itself', () => {
    expect(askPhrase('endorsement', OWN)).toBe('an endorsement of the resolution');
    expect(askPhrase('Phone bank', OWN)).toBe('Phone bank');
    expect(askPhrase('a parade', OWN)).toBe('a parade');
    for (const { phrase } of askKinds([])) expect(phrase).toMatch(/^[a-z]/);
  });

  test('are the same however often they are read, and every kind is itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), (text, own) => {
        const kind = readAskKind(text, own);
        if (kind !== null) expect(readAskKind(kind.name, own)?.name).toBe(kind.name);
        for (const { name } of askKinds(own)) expect(readAskKind(name, own)?.name).toBe(name);
      }),
    );
  });
});
