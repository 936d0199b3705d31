// A send in small chunks: which message is where, what came of it, and a way to stop between two chunks.
import { useRef, useState } from 'preact/hooks';
import type { ChunkResult, SendLine, WriteReceipt } from '../../../src/commands/answers';
import { NO_ANSWER, call, type Mode } from '../../server';
import type { Draft } from './drafts';

/**
 * Messages a call. The server pays about as much for starting a chunk (reading contacts and log again) as for four
 * messages, so four costs at most twice the time of one large chunk, shows progress every few seconds, and Stop waits
 * for three more messages at most.
 */
const AT_ONCE = 4;

export interface Line {
  readonly contact: string;
  readonly organization: string;
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
  readonly quota: ChunkResult['quota'] | null;
  readonly kept: WriteReceipt['kept'];
  /** By the pace so far; 0 before anything is done. */
  readonly secondsLeft: number;
  readonly began: Date;
}

export function isDone({ state }: Line): boolean {
  return state !== 'next' && state !== 'sending';
}

/** `say` gets a sentence after each chunk. The promise of `start` ends with the run. */
export function useSendRun(mode: Mode, chunk: number, say: (text: string) => void) {
  const [run, setRun] = useState<Run | null>(null);
  const stop = useRef(false);
  const isStopped = (): boolean => stop.current;

  const start = async (drafts: readonly Draft[]): Promise<void> => {
    const began = new Date();
    let now: Run = {
      lines: drafts.map(({ item: { contact, organization } }) => ({
        contact,
        organization,
        state: 'next',
        why: '',
      })),
      going: true,
      stopping: false,
      why: '',
      quota: null,
      kept: [],
      secondsLeft: 0,
      began,
    };
    const show = (change: Partial<Run>): void => {
      now = { ...now, ...change, stopping: stop.current };
      setRun(now);
    };
    const waiting = (): readonly Line[] => now.lines.filter(({ state }) => state === 'next');
    stop.current = false;
    while (waiting().length > 0 && !isStopped() && now.why === '') {
      const before = waiting().length;
      const part = waiting()
        .slice(0, Math.min(AT_ONCE, chunk))
        .map(({ contact }) => contact);
      const put = (change: (line: Line) => Partial<Line>): void => {
        show({
          lines: now.lines.map((line) => (part.includes(line.contact) ? { ...line, ...change(line) } : line)),
        });
      };
      put(() => ({ state: 'sending' }));
      const requests = drafts.filter(({ item }) => part.includes(item.contact)).map(({ request }) => request);
      const answer = await call('sendChunk', requests, mode);
      if (!answer.ok) {
        const { code, message, todo } = answer.problem;
        put(() => ({ state: code === NO_ANSWER ? 'lost' : 'next' }));
        show({ why: message + ' ' + todo });
        break;
      }
      const { lines, ended, why, quota, kept } = answer.value;
      put(({ contact }) => {
        const line = lines.find((one) => one.contact === contact);
        return { state: line?.result ?? 'next', why: line?.why ?? '' };
      });
      const done = now.lines.filter(isDone).length;
      const pace = (Date.now() - began.getTime()) / 1000 / Math.max(1, done);
      show({
        quota,
        kept: [...now.kept, ...kept],
        secondsLeft: Math.ceil(pace * (now.lines.length - done)),
        why: ended || waiting().length === before ? why || 'The others could not be taken up now.' : '',
      });
      say(`${done} of ${now.lines.length} done`);
    }
    show({ going: false });
  };

  return {
    run,
    start,
    stop: () => {
      stop.current = true;
      setRun((before) => before && { ...before, stopping: true });
    },
  };
}
