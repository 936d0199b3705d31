// Axes and texts of the page's charts: every figure fits, steps are round, texts stay inside their room.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { broken, cut, scaleOf, widthOf } from '../../../workbench/server/chartScale';

describe('the axis', () => {
  test('begins at nothing and ends at a round number over the largest', () => {
    expect(scaleOf([23, 20, 19]).steps).toEqual([0, 5, 10, 15, 20, 25]);
    expect(scaleOf([1, 3]).steps).toEqual([0, 1, 2, 3]);
    expect(scaleOf([0.34, 0.5]).steps).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(scaleOf([0, null]).steps).toEqual([0, 1]);
    expect(scaleOf([]).steps).toEqual([0, 1]);
  });

  test('holds every figure, also below nothing, in few even steps; whole ones for whole figures', () => {
    const figure = fc.oneof(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.option(figure), { maxLength: 12 }), (figures) => {
        const { steps, low, high } = scaleOf(figures);
        expect(steps.length).toBeLessThanOrEqual(8);
        expect([steps[0], steps.at(-1), low < high]).toEqual([low, high, true]);
        for (const each of figures) {
          if (each === null) continue;
          const slack = (high - low) * 1e-6;
          expect(each >= low - slack && each <= high + slack).toBe(true);
        }
        expect(steps.includes(0)).toBe(true);
        const isWhole = figures.every((each) => each === null || Number.isInteger(each));
        if (isWhole) expect(steps.every((step) => Number.isInteger(step))).toBe(true);
      }),
    );
  });
});

describe('texts', () => {
  test('are cut with an ellipsis and broken between words, never wider than their room', () => {
    expect(cut('Union', 200, 11)).toBe('Union');
    expect(cut('International Brotherhood of Somebody', 80, 11)).toMatch(/^Inter.*…$/);
    expect(broken('Racial justice groups', 60, 11, 3)).toEqual(['Racial', 'justice', 'groups']);
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, room) => {
        for (const line of broken(text, room, 11, 2)) expect(widthOf(line, 11)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
