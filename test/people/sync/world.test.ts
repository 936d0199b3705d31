// The generated campaigns are what world.ts promises: each typed text can be looked for, and the lead syncs at the end.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likelyTwins } from '../../../src/people/sync/twins';
import { parseDay } from '../../../src/values/day';
import { tracedText, worlds, type Step } from './world';

describe('a generated campaign', () => {
  test('has each typed text in one step only, and in no contact from the start', () => {
    fc.assert(
      fc.property(worlds(60), ({ contacts, steps }) => {
        const texts = steps.map(tracedText).filter((text) => text !== '');
        expect(new Set(texts).size).toBe(texts.length);
        const standing = contacts.flatMap((line) => Object.values(line));
        expect(texts.filter((text) => standing.includes(text))).toEqual([]);
      }),
    );
  });

  test('names no organization that could be taken for another, so that only an address makes an added row a question', () => {
    fc.assert(
      fc.property(worlds(60), ({ contacts, steps }) => {
        const names = [
          ...contacts.map((line) => line.Organization),
          ...steps.map((step) => (step.kind === 'add row' ? step.organization : '')),
          ...steps.map((step) =>
            'column' in step && step.column === 'Organization' ? tracedText(step) : '',
          ),
        ].filter((name) => name !== '');
        const entries = names.map((name) => ({ name, emails: [] }));
        expect(likelyTwins(entries, []).flatMap((twins) => [...twins])).toEqual([]);
      }),
    );
  });

  test('ends with a full sync by the lead, for whom nothing is locked', () => {
    fc.assert(
      fc.property(worlds(), ({ lockedOut, steps }) => {
        expect(steps[steps.length - 1]).toEqual({ kind: 'full sync', who: 0 });
        expect(lockedOut).not.toContain(0);
      }),
    );
  });

  test('is plain data, with days where a column holds days', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        expect(JSON.parse(JSON.stringify(world))).toEqual(world);
        for (const step of world.steps)
          if ((step.kind === 'edit row' || step.kind === 'edit contact') && step.column === 'Due')
            expect(step.text === '' || parseDay(step.text) !== null).toBe(true);
      }),
    );
  });

  test('holds every kind of step sooner or later', () => {
    const kinds = fc.sample(worlds(), 300).flatMap(({ steps }) => steps.map(({ kind }: Step) => kind));
    expect([...new Set(kinds)].sort()).toEqual([
      'add row',
      'answer',
      'build tabs',
      'copy row',
      'copy tab',
      'delete row',
      'edit again',
      'edit contact',
      'edit row',
      'full sync',
      'insert blank row',
      'move column',
      'note',
      'rename tab',
      'sort',
      'touch',
      'undo deletion',
      'undo sync',
    ]);
  });
});
