// A send in small chunks: which message is where, what came of it, and a way to stop between two chunks.
import { useRef, useState } from 'preact/hooks';
import type { Answer, ChunkReport, ChunkResult, SendLine, WriteReceipt } from '../../../src/commands/answers';
import { LOCKED, NO_ANSWER, call, type Mode } from '../../server';
import type { Draft } from './drafts';

/**
 * Messages a call. The server pays about as much for starting a chunk (reading contacts and log again) as for four
 * messages, so four costs at most twice the time of one large chunk, shows progress every few seconds, and Stop waits
 * for three more messages at most.
 */
const AT_ONCE = 4;
/** How often to ask what became of a chunk that may still run: the server waits five seconds each time. */
const MOST_TRIES = 12;
/** How often a chunk is handed over while the file is locked. */
const TRIES_TO_SEND = 3;

export interface Line {
  readonly contact: string;
  readonly organization: string;
  readonly attempt: number;
  /** 'lost': the answer to the whole call got lost, so nobody knows yet. */
  readonly state: SendLine['result'] | 'sending' | 'lost';
  readonly why: string;
}

export interface Run {
  readonly lines: readonly Line[];
  readonly going: boolean;
  readonly stopping: boolean;
  /** Why it ended early; '' where it ran to its end or was stopped by the person. */
  readonly why: string;
  /** When it began, on the sheet's clock; '' before the first answer. */
  readonly when: string;
  readonly quota: ChunkResult['quota'] | null;
  /** When those written to are due again; '' where nothing tells. */
  readonly again: string;
  readonly manyBounced: boolean;
  readonly kept: WriteReceipt['kept'];
  readonly wrote: readonly string[];
  /** By the pace so far; 0 before anything is done. */
  readonly secondsLeft: number;
}

const AT_REST: Run = {
  lines: [],
  going: false,
  stopping: false,
  why: '',
  when: '',
  quota: null,
  again: '',
  manyBounced: false,
  kept: [],
  wrote: [],
  secondsLeft: 0,
};

export function isDone({ state }: Line): boolean {
  return state !== 'next' && state !== 'sending';
}

/** `say` gets a sentence after each chunk. The promise of `start` ends with the run. */
export function useSendRun(mode: Mode, chunk: number, say: (text: string) => void) {
  const [run, setRun] = useState<Run | null>(null);
  const now = useRef(AT_REST);
  const show = (change: Partial<Run>): void => {
    setRun((now.current = { ...now.current, ...change }));
  };
  const waiting = (): readonly Line[] => now.current.lines.filter(({ state }) => state === 'next');
  const put = (change: (line: Line) => Partial<Line>): void => {
    show({ lines: now.current.lines.map((line) => ({ ...line, ...change(line) })) });
  };

  const take = ({ lines, when }: ChunkReport): void => {
    put(({ contact }) => {
      const line = lines.find((one) => one.contact === contact);
      return line ? { state: line.result, why: line.why } : {};
    });
    show({ when: now.current.when || when });
  };

  /** Asks what became of the messages that nobody is sure of; as long as their chunk still runs, the file is locked. */
  const look = async (): Promise<boolean> => {
    const open = now.current.lines.filter(({ state }) => state === 'lost' || state === 'unknown');
    for (let tries = 0; open.length > 0 && tries < MOST_TRIES; tries++) {
      const answer = await call(
        'settleChunk',
        open.map(({ contact, attempt }) => ({ contact, attempt })),
      );
      if (answer.ok) {
        take(answer.value);
        return true;
      }
      if (answer.problem.code !== LOCKED) break;
    }
    return false;
  };

  const start = async (drafts: readonly Draft[]): Promise<void> => {
    const began = Date.now();
    let id: string | null = null;
    show({
      ...AT_REST,
      lines: drafts.map(({ item: { contact, organization, attempt } }) => ({
        contact,
        organization,
        attempt,
        state: 'next',
        why: '',
      })),
      going: true,
    });
    while (waiting().length > 0 && !now.current.stopping && now.current.why === '') {
      const before = waiting().length;
      const part = waiting()
        .slice(0, Math.min(AT_ONCE, chunk))
        .map(({ contact }) => contact);
      const putPart = (state: Line['state']): void => {
        put((line) => (part.includes(line.contact) ? { state } : {}));
      };
      putPart('sending');
      const requests = drafts.filter(({ item }) => part.includes(item.contact)).map(({ request }) => request);
      // A look for answers may still run, or a colleague writes: nothing of this chunk has left yet.
      let answer: Answer<ChunkResult>;
      let tries = 0;
      do answer = await call('sendChunk', requests, mode, null, id);
      while (!answer.ok && answer.problem.code === LOCKED && ++tries < TRIES_TO_SEND);
      if (!answer.ok) {
        const { code, message, todo } = answer.problem;
        const lost = code === NO_ANSWER;
        putPart(lost ? 'lost' : 'next');
        show({
          why:
            lost && (await look())
              ? 'Google’s answer got lost. The log says what went out.'
              : message + ' ' + todo,
        });
        break;
      }
      const { ended, why, again, quota, manyBounced, kept, wrote } = answer.value;
      id = answer.value.run;
      take(answer.value);
      const { lines: all } = now.current;
      const done = all.filter(isDone).length;
      const pace = (Date.now() - began) / 1000 / Math.max(1, done);
      show({
        quota,
        again,
        manyBounced,
        kept: [...now.current.kept, ...kept],
        wrote: [...new Set([...now.current.wrote, ...wrote])],
        secondsLeft: Math.ceil(pace * (all.length - done)),
        why: ended || waiting().length === before ? why || 'The others could not be taken up now.' : '',
      });
      say(`${done} of ${all.length} done`);
    }
    show({ going: false });
  };

  return {
    run,
    start,
    look,
    stop: () => {
      show({ stopping: true });
    },
  };
}
