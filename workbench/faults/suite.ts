// The whole suite as jobs for worker threads: one command with one family of faults, or one mutant.
import { readFileSync } from 'node:fs';
import { makeWarmRealms } from '../host/warmRealms';
import { disturb, setStage, type Found, type Stage } from './disturb';
import { CUTS, FAULTS, fits, type Fault } from './faults';
import { KINDS, type Kind } from './judge';
import { buildMutant, MUTANTS, type Mutant } from './mutants';
import type { Play } from './play';
import { PLAYS } from './plays/all';
import type { Built } from './sample';

export type Job =
  | {
      readonly kind: 'play';
      readonly play: number;
      readonly faults: readonly number[];
      /** 1 for every position, 11 for one in eleven. */
      readonly oneIn: number;
    }
  | { readonly kind: 'mutant'; readonly mutant: number };

export interface PlayDone {
  readonly command: string;
  readonly about: string;
  readonly positions: number;
  readonly found: readonly Found[];
  /** Calls that bring writes into the sheet: at most one edit may be raced in each. */
  readonly writes: number;
  /** What a run without faults did not do as it must. */
  readonly wrong: readonly string[];
}

export interface MutantDone {
  readonly name: string;
  readonly caught: boolean;
  readonly by: string;
}

export type Done = { readonly play: PlayDone } | { readonly mutant: MutantDone };

/** "closeMeeting: once more after a row was added" */
export const nameOf = ({ command, about }: Play): string => `${command}: ${about}`;

/**
 * All faults that cut a run off leave files that are often the same, so they stay together. `only`: plays with this text
 * in their name, and the mutants that are found by them.
 */
export function allJobs(oneIn = 1, only = ''): Job[] {
  const cuts = CUTS.map((_, index) => index);
  const others = FAULTS.map((_, index) => index).slice(CUTS.length);
  const isAsked = (play: Play): boolean => nameOf(play).includes(only);
  return [
    ...PLAYS.flatMap((one, play): Job[] =>
      isAsked(one)
        ? [
            { kind: 'play', play, faults: cuts, oneIn },
            ...others
              .filter((fault) => fits(pick(FAULTS, fault), one))
              .map((fault): Job => ({ kind: 'play', play, faults: [fault], oneIn })),
          ]
        : [],
    ),
    ...MUTANTS.flatMap(({ play }, mutant): Job[] => (isAsked(play) ? [{ kind: 'mutant', mutant }] : [])),
  ];
}

/** The add-on in this folder. */
export function readBuilt(dist: string): Built {
  return {
    code: readFileSync(`${dist}/Code.js`, 'utf8'),
    manifest: JSON.parse(readFileSync(`${dist}/appsscript.json`, 'utf8')) as NonNullable<Built['manifest']>,
    pages: {},
  };
}

/** Does jobs one after the other; a stage is set once for each command. */
export function makeDoer(files: Built): (job: Job) => Promise<Done> {
  const built = { ...files, warm: makeWarmRealms() };
  const stages = new Map<Play, Promise<Stage>>();
  const stageOf = (play: Play): Promise<Stage> => {
    const standing = stages.get(play) ?? setStage(play, built);
    stages.set(play, standing);
    return standing;
  };
  return async (job) => {
    if (job.kind === 'mutant') return { mutant: await tryMutant(pick(MUTANTS, job.mutant), built) };
    const play = pick(PLAYS, job.play);
    const stage = await stageOf(play);
    const faults = job.faults.map((index) => pick(FAULTS, index));
    const wants = (n: number, fault: number) => (n + (job.faults[fault] ?? 0)) % job.oneIn === 0;
    return { play: report(stage, disturb(stage, faults, wants)) };
  };
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no number ${index}.`);
  return found;
}

function report(stage: Stage, { positions, found }: ReturnType<typeof disturb>): PlayDone {
  const { command, about, expects } = stage.play;
  const writes = stage.steps.flatMap(({ calls }) => calls).filter(({ effect }) => effect === 'writes').length;
  return { command, about, positions, found, writes, wrong: expects(stage.clean) };
}

/** Plays the command that leans on the guard until something is found. */
export async function tryMutant(mutant: Mutant, built: Built): Promise<MutantDone> {
  const { name, play } = mutant;
  const broken = { ...built, code: await buildMutant(mutant), warm: makeWarmRealms() };
  const stage = await setStage(play, broken);
  const [wrong] = play.expects(stage.clean);
  if (wrong !== undefined) return { name, caught: true, by: `${play.command}, without a fault: ${wrong}` };
  const likely = FAULTS.filter(({ what }) => what.includes(mutant.first));
  if (likely.length === 0) throw new Error(`Mutant “${name}”: there is no fault “${mutant.first}”.`);
  for (const fault of new Set([...likely, ...FAULTS])) {
    if (!fits(fault, play)) continue;
    const [first] = firstFound(stage, fault);
    if (first !== undefined) return { name, caught: true, by: sentence(first) };
  }
  return { name, caught: false, by: '' };
}

/** Raced edits are found in good code too. */
function firstFound(stage: Stage, fault: Fault): readonly Found[] {
  let stop = false;
  const { found } = disturb(
    stage,
    [fault],
    () => !stop,
    (one) => (stop ||= one.kind !== 'raced'),
  );
  return found.filter(({ kind }) => kind !== 'raced');
}

/** "send: sentTwice: ruth@amity.example.org got 2 messages (chunk 1, call 12 Range.setValues, killed before it)" */
export function sentence({ kind, text, place }: Found): string {
  const { command, step, call, method, fault } = place;
  return `${command}: ${kind}: ${text} (${step}, call ${call} ${method}: ${fault})`;
}

/** What was found, a line for each kind of harm however many calls it was found at. */
export function sentences(found: readonly Found[]): string[] {
  const byHarm = new Map<string, Found[]>();
  for (const one of found) {
    const key = [one.place.command, one.kind, one.text, one.place.step, one.place.fault].join('\n');
    byHarm.set(key, [...(byHarm.get(key) ?? []), one]);
  }
  return [...byHarm.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const more = alike.length > 1 ? `, and at ${alike.length - 1} more calls` : '';
    return [`${sentence(first)}${more}`];
  });
}

export type Counts = { readonly positions: number } & Readonly<Record<Kind, number>>;

/** By command: at how many positions something of a kind was found; raced edits in one gap count once. */
export function countFound(done: readonly PlayDone[]): Record<string, Counts> {
  const commands: Record<string, Counts> = {};
  for (const command of new Set(done.map((one) => one.command))) {
    const own = done.filter((one) => one.command === command);
    const count = (kind: Kind): number =>
      new Set(
        own.flatMap(({ about, found }) =>
          found
            .filter((one) => one.kind === kind)
            .map(({ place, write }) =>
              kind === 'raced'
                ? `${about} ${place.step} ${write}`
                : `${about} ${place.step} ${place.call} ${place.fault}`,
            ),
        ),
      ).size;
    commands[command] = {
      positions: own.reduce((sum, one) => sum + one.positions, 0),
      ...(Object.fromEntries(KINDS.map((kind) => [kind, count(kind)])) as Record<Kind, number>),
    };
  }
  return commands;
}
