// A part of the fault suite (docs/faults.md): every command that writes or sends, a fault at one position in thirteen,
// and every guard broken once. `npm run faults` tries them all.
import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { disturb, setStage, type Found, type Stage } from '../../workbench/faults/disturb';
import { FAULTS, fits } from '../../workbench/faults/faults';
import { KINDS } from '../../workbench/faults/judge';
import { buildMutant, MUTANTS } from '../../workbench/faults/mutants';
import { PLAYS } from '../../workbench/faults/plays/all';
import { open } from '../../workbench/faults/sample';
import { readBuilt } from '../../workbench/faults/suite';
import { makeWarmRealms } from '../../workbench/host/warmRealms';

interface Report {
  readonly commands: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly mutants: readonly { readonly name: string; readonly caught: boolean; readonly by: string }[];
}

/** One text a finding; a cell that it quotes may have several lines. */
const findingsIn = (said: string): string[] =>
  said.split(/\n(?=\w+: \w+: )/).filter((one) => one.trim() !== '');

/** The program on threads of its own, as a person runs it. */
function runSome(): { status: number | null; report: Report; said: string } {
  const done = spawnSync(process.execPath, ['build/faults.mjs', '--json', '--some'], { encoding: 'utf8' });
  return {
    status: done.status,
    report: JSON.parse(done.stdout || '{"commands":{},"mutants":[]}') as Report,
    said: done.stderr,
  };
}

/** Calls, cells and mail of a run; ids that the add-on makes up, and marks made of them, are left out. */
const outline = ({ steps, clean }: Stage): string =>
  JSON.stringify([
    steps.map(({ calls }) => calls.map(({ method }) => method)),
    clean.workbook.tabs.map(({ name, rows }) => [name, rows.map(({ values }) => values)]),
    clean.mailboxes.map(({ messages }) => messages.length),
  ]).replace(
    /rows:\d+:\[\[.*?\]\]|tab:\d+:\w+|account-\w+|\bt-\w+|[0-9a-z]{7,13}(?=\\+"\])|[0-9a-f]{10}/g,
    'id',
  );

describe('whatever goes wrong at a service call', () => {
  test('nobody is written to twice or forgotten, and what people typed stays; every broken guard is noticed', () => {
    const { status, report, said } = runSome();
    const found = findingsIn(said);
    expect(found).toEqual([]);
    expect(status).toBe(0);
    for (const command of ['send', 'fix', 'assign', 'highlight', 'undo'])
      expect(report.commands[command]?.['positions']).toBeGreaterThan(10);
    for (const counts of Object.values(report.commands)) {
      const harm = KINDS.filter((kind) => kind !== 'raced').map((kind) => counts[kind]);
      expect(harm).toEqual(harm.map(() => 0));
    }
    expect(report.mutants.length).toBeGreaterThanOrEqual(8);
    expect(report.mutants.filter(({ caught, by }) => !caught || by === '')).toEqual([]);
  }, 1_500_000);
});

describe('the suite', () => {
  test('plays every server function that writes', async () => {
    const doors = [...readFileSync('src/index.ts', 'utf8').matchAll(/^export const (\w+) = writing\(/gm)];
    const built = readBuilt('dist');
    const played = new Set<string>();
    for (const play of PLAYS) {
      const host = open(await play.start(built), built);
      for (const { door } of play.steps(host)) played.add(door);
    }
    expect(doors.map(([, door = '']) => door).filter((door) => !played.has(door))).toEqual([]);
  }, 900_000);

  // Runs that cannot but come out the same are made once: each by itself must find the very same.
  test('finds at every call what it would find if each fault were played by itself', async () => {
    const play = PLAYS.find(({ command }) => command === 'contact');
    const mutant = MUTANTS.find(({ name }) => name === 'read-back ignored');
    if (play === undefined || mutant === undefined) throw new Error('The play or the mutant is gone.');
    const code = await buildMutant(mutant);
    const stage = await setStage(play, { ...readBuilt('dist'), code, warm: makeWarmRealms() });
    const faults = FAULTS.filter((fault) => fits(fault, play));
    const told = ({ place, kind, text }: Found) =>
      [place.fault, place.call, kind, text].join(' | ').replace(/[0-9a-f]{10}/g, 'id');
    const together = disturb(stage, faults).found.map(told);
    const alone = faults.flatMap((fault) =>
      stage.steps.flatMap(({ calls }) =>
        calls.flatMap(({ n }) => disturb(stage, [fault], (at) => at === n).found.map(told)),
      ),
    );
    expect(together.length).toBeGreaterThan(30);
    expect(together).toEqual(alone);
  }, 300_000);

  // The suite runs the bundle again and again in the same place; Google loads it anew for every click.
  test('knows what each command does where nothing goes wrong, loaded anew or not', async () => {
    const built = readBuilt('dist');
    const warm = { ...built, warm: makeWarmRealms() };
    for (const play of PLAYS) {
      const stage = await setStage(play, built);
      expect([play.about, ...play.expects(stage.clean)]).toEqual([play.about]);
      expect([play.about, outline(await setStage(play, warm))]).toEqual([play.about, outline(stage)]);
    }
  }, 900_000);
});
