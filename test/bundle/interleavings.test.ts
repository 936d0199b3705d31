// Five people work at once on the built bundle, triggers get lost, rows move, and in the end every edit is in both
// places or somebody is asked. More runs: INTERLEAVINGS=2000; another build: DIST=folder; again with
// what a failure prints: SEED and PATH_OF_RUN.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeWarmRealms } from '../../workbench/host/warmRealms';
import { worlds, type World } from '../people/sync/world';
import { judgeEnd } from './interleavings/ending';
import { play } from './interleavings/play';
import { sync } from './interleavings/runs';
import { everything, openStage } from './interleavings/town';

const DIST = process.env['DIST'] ?? 'dist';
const PARTS = {
  code: readFileSync(`${DIST}/Code.js`, 'utf8'),
  manifest: JSON.parse(readFileSync(`${DIST}/appsscript.json`, 'utf8')) as object,
  pages: {},
  warm: makeWarmRealms(),
};
const RUNS = Number(process.env['INTERLEAVINGS'] ?? 25);
const SEED = process.env['SEED'];
const PATH = process.env['PATH_OF_RUN'];

/** What did not hold, one line each. */
async function wrongIn(world: World): Promise<string[]> {
  const stage = await openStage(world, PARTS);
  play(stage, world);
  const end = world.steps.length;
  sync(stage, 0, end);
  const before = everything(stage);
  const view = sync(stage, 0, end + 1);
  const wrong = [...stage.harm, ...(view === null ? [] : judgeEnd(stage, view))];
  if (JSON.stringify(everything(stage)) !== JSON.stringify(before))
    wrong.push(`the second run changed something: ${view?.message ?? ''}`);
  return [...new Set(wrong)];
}

test('every edit is in both places or somebody is asked, whoever types where and whatever the triggers miss', async () => {
  await fc.assert(
    fc.asyncProperty(worlds(), async (world) => {
      expect(await wrongIn(world)).toEqual([]);
    }),
    {
      numRuns: RUNS,
      endOnFailure: process.env['NO_SHRINKING'] !== undefined,
      ...(SEED === undefined ? {} : { seed: Number(SEED) }),
      ...(PATH === undefined ? {} : { path: PATH }),
    },
  );
}, 3_600_000);
