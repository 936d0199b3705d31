// Rows and columns that a colleague puts in or takes out, as they move what stands behind them.
import { expect, test } from '@jest/globals';
import { shifted } from '../../../workbench/server/wire';

test('what stands behind goes along, what stands before stays, what was taken out is gone', () => {
  const places = [1, 2, 3, 4, 5, 6];
  const by = (lines: number) =>
    places.map((place) => shifted(place, { tab: 1, what: 'row', at: 3, by: lines }));
  expect(by(2)).toEqual([1, 2, 5, 6, 7, 8]);
  expect(by(-2)).toEqual([1, 2, null, null, 3, 4]);
});
