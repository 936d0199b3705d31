// Plays one command with a fault at every service call and has each outcome judged. Many faults leave the very same
// file behind (a call that only reads): such a file is judged once. And where one fault at two calls, or two at one,
// cannot but run the same, that run is made once.
import { createHost, type Host } from '../host/createHost';
import type { CallRecord } from '../host/gate';
import type { Deed, Typed } from './colleagues';
import type { Fault } from './faults';
import { differsFrom, judge, type Finding, type Scene } from './judge';
import { holds, isKept, saidIn, type Ending, type Play, type Step } from './play';
import { fingerprint, momentOf, type Moment } from './moment';
import { headingsOf, NAME, NAME_IN_TAB, rowWith, textOf, viewOf } from './reader';
import { answerOf, ask, open, OTHER_LEAD, type Built } from './sample';
import { watchUnseen } from './unseen';

/** A play made ready: the file before each of its steps, and the calls that each makes undisturbed. */
export interface Stage extends Scene {
  readonly built: Built;
  readonly start: Moment;
  readonly steps: readonly {
    readonly step: Step;
    readonly from: Moment;
    readonly calls: readonly CallRecord[];
  }[];
}

/** Where something was found. */
export interface Place {
  readonly command: string;
  readonly step: string;
  readonly call: number;
  readonly method: string;
  readonly fault: string;
}

export interface Found extends Finding {
  readonly place: Place;
  /** Of a raced edit: the call that carried the write, so that two edits in one gap count once. */
  readonly write: number;
}

/** Plays it once without a fault. Throws where that does not come out as the play expects. */
export async function setStage(play: Play, addon: Built): Promise<Stage> {
  const built = play.withReplies === true ? withReplies(addon) : addon;
  const start = await play.start(built);
  const host = open(start, built);
  const before = viewOf(host);
  const steps = play.steps(open(start, built)).map((step) => {
    const from = momentOf(host);
    step.go(host);
    return { step, from, calls: host.calls };
  });
  if (play.goesOn === true) play.finish(host, true);
  return { play, built, start, before, clean: viewOf(host), steps };
}

/** As `npm run build -- --replies` makes it. */
function withReplies(built: Built): Built {
  const { manifest = {} } = built;
  const oauthScopes = [...(manifest.oauthScopes ?? []), 'https://www.googleapis.com/auth/gmail.metadata'];
  return { ...built, manifest: { ...manifest, oauthScopes } };
}

export interface Outcome {
  /** Service calls times faults. */
  readonly positions: number;
  readonly found: readonly Found[];
}

/** `wants`: which positions, all if absent; `tell` hears of each finding at once. */
export function disturb(
  stage: Stage,
  faults: readonly Fault[],
  wants: (n: number, fault: number) => boolean = () => true,
  tell: (one: Found) => void = () => undefined,
): Outcome {
  const judged = new Map<string, readonly Finding[]>();
  const found: Found[] = [];
  let positions = 0;
  stage.steps.forEach(({ step, from, calls }, index) => {
    const cuts = new Map<string, Outcomes>();
    faults.forEach((fault, which) => {
      let last: Outcomes | null = null;
      for (const call of calls) {
        const { n, method } = call;
        if (!wants(n, which)) continue;
        positions++;
        const alike = fault.kind === 'cut' ? `${n} ${fault.like(call)}` : '';
        const known =
          fault.kind === 'cut' ? cuts.get(alike) : last !== null && n <= last.until ? last : undefined;
        const one: Outcomes = known ?? disturbOnce(stage, index, from, fault, n, judged);
        if (fault.kind === 'cut') cuts.set(alike, one);
        else last = one;
        const place = { command: stage.play.command, step: step.what, call: n, method, fault: fault.what };
        for (const finding of one.findings) {
          found.push({ ...finding, place, write: one.write });
          tell({ ...finding, place, write: one.write });
        }
      }
    });
  });
  return { positions, found };
}

function disturbOnce(
  stage: Stage,
  index: number,
  from: Moment,
  fault: Fault,
  n: number,
  judged: Map<string, readonly Finding[]>,
): Outcomes {
  const { play, built } = stage;
  const step = stage.steps[index]?.step;
  if (step === undefined) throw new Error('There is no such step.');
  const host = open(from, built);
  const watch = arm(host, stage, step, fault, n);
  let said: readonly string[] = [];
  let heard = false;
  try {
    const answer = step.go(host);
    said = saidIn(answer);
    heard = answer?.ok === true;
  } catch {
    // the run was killed, or the add-on could do nothing about what failed
  }
  const { deed, inGap, write, until } = watch();
  const key = fingerprint(host, [
    index,
    fault.kind === 'cut' ? '' : fault.what,
    inGap,
    said,
    plainDeed(deed),
  ]);
  let findings = judged.get(key);
  if (findings === undefined) {
    const ending = finish(play, host, deed, heard);
    const told = { ...ending, said: [...said, ...ending.said] };
    findings = judge(stage, { host, deed, ending: told, inGap });
    if (fault.kind === 'cut' && findings.length === 0 && play.undoable) findings = undoAll(stage, host);
    judged.set(key, findings);
  }
  return { findings, write, until };
}

const plainDeed = (deed: Deed | null) => deed && { ...deed, renamed: [...(deed.renamed ?? [])] };

interface Outcomes {
  readonly findings: readonly Finding[];
  readonly write: number;
  /** The fault at any call up to this one runs the same. */
  readonly until: number;
}

interface Watched {
  readonly deed: Deed | null;
  readonly inGap: boolean;
  readonly write: number;
  readonly until: number;
}

/** Puts the fault in; the function tells, after the run, what was done. */
function arm(host: Host, { play, built }: Stage, step: Step, fault: Fault, n: number): () => Watched {
  if (fault.kind === 'cut') {
    fault.put(host, n);
    return () => ({ deed: null, inGap: false, write: 0, until: n });
  }
  if (fault.kind === 'rival') {
    host.editAt(n, () => {
      step.go(createHost({ ...built, file: host.file, user: { email: OTHER_LEAD } }));
    });
    return () => ({ deed: { rival: true }, inGap: false, write: 0, until: n });
  }
  let deed: Deed = {};
  let lost = 0;
  const isLost = (): boolean =>
    deed.typed !== undefined &&
    !stands(host, deed.typed) &&
    !isKept(play, { ...viewOf(host), workbook: host.model.committed() }, deed.typed);
  const unseen = watchUnseen(() => host.model.committed());
  host.watch(unseen.hear);
  host.editAt(n, (model) => {
    const before = model.committed();
    deed = fault.colleague.act(model, play.target) ?? {};
    unseen.changed(before, model.committed());
  });
  for (let k = n + 1; k <= n + WATCHED_CALLS; k++)
    host.editAt(k, () => {
      if (lost === 0 && isLost()) lost = k - 1;
    });
  return () => {
    const { calls } = host;
    if (lost === 0 && isLost()) lost = calls.length + 1;
    const between = calls.slice(n - 1, lost - 1);
    const inGap = lost > 0 && between.every(({ effect }) => effect === 'writes');
    return { deed, inGap, write: lost, until: lost > 0 ? n : unseen.until(n, Infinity) };
  };
}

const WATCHED_CALLS = 100;

/** Whether what the colleague typed is what everybody else sees. */
function stands(host: Host, typed: Typed): boolean {
  const { line, heading, tab: id, by = NAME_IN_TAB } = typed;
  for (const tab of host.model.committed().tabs) {
    if (id !== undefined && tab.id !== id) continue;
    const names = id === undefined ? [NAME, 'Entry id'] : [by];
    const row = names.map((name) => rowWith(tab, name, line)).find((one) => one > 0) ?? 0;
    const column = headingsOf(tab).indexOf(heading);
    if (row > 0 && column >= 0 && holds(textOf(tab.rows[row - 1]?.values[column]), typed)) return true;
  }
  return false;
}

/** The person goes on; where the add-on cannot, the colleague takes back what they did and the person tries again. */
function finish(play: Play, host: Host, deed: Deed | null, heard: boolean): Ending {
  const ending = play.finish(host, heard);
  const mustStay = play.putsBack !== true || deed?.renamed === undefined;
  if (deed?.putBack === undefined || (ending.refused === '' && mustStay)) return ending;
  deed.putBack();
  return play.finish(host, heard);
}

interface ChangeList {
  readonly groups: readonly {
    readonly changes: readonly { readonly id: string; readonly state: string }[];
  }[];
}

const changesOf = (host: Host) =>
  ask<ChangeList>(host, 'getChanges').groups.flatMap(({ changes }) => changes);

/** Takes back, newest first, what was not there before, and compares the contacts with what they were. */
function undoAll(stage: Stage, host: Host): Finding[] {
  const known = new Set(changesOf(open(stage.start, stage.built)).map(({ id }) => id));
  for (const { id, state } of changesOf(host))
    if (state === 'undo' && !known.has(id)) answerOf(host, 'undoChange', id);
  return differsFrom(stage, viewOf(host)).map((text) => ({
    kind: 'halfWritten',
    text: `after undo: ${text}`,
  }));
}
