// A send in small chunks: which message is where, what came of it, and a way to stop between two chunks.
import { useRef, useState } from 'preact/hooks';
import type { ChunkResult, SendLine, WriteReceipt } from '../../../src/commands/answers';
import { call, NO_ANSWER, type Mode } from '../../server';
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
  readonly secondsLeft: number | null;
  readonly began: Date;
  readonly ended: Date | null;
}

export function isDone({ state }: Line): boolean {
  return state !== 'next' && state !== 'sending';
}

/** `say` gets a sentence after each chunk. The promise ends with the run. */
export function useSendRun(mode: Mode, chunk: number, say: (text: string) => void) {
  const [run, setRun] = useState<Run | null>(null);
  const stop = useRef(false);

  const start = async (drafts: readonly Draft[]): Promise<void> => {
    stop.current = false;
    const began = new Date();
    let now: Run = {
      lines: drafts.map(({ item }) => ({
        contact: item.contact,
        organization: item.organization,
        state: 'next',
        why: '',
      })),
      going: true,
      stopping: false,
      why: '',
      quota: null,
      kept: [],
      secondsLeft: null,
      began,
      ended: null,
    };
    const show = (change: Partial<Run>): void => {
      now = { ...now, ...change, stopping: stop.current };
      setRun(now);
    };
    const put = (contacts: ReadonlySet<string>, lineOf: (line: Line) => Line): void => {
      show({ lines: now.lines.map((line) => (contacts.has(line.contact) ? lineOf(line) : line)) });
    };
    const size = Math.max(1, Math.min(AT_ONCE, chunk));
    for (;;) {
      const waiting = now.lines.filter(({ state }) => state === 'next').map(({ contact }) => contact);
      if (waiting.length === 0 || stop.current) break;
      const contacts = new Set(waiting.slice(0, size));
      put(contacts, (line) => ({ ...line, state: 'sending' }));
      const part = drafts.filter(({ item }) => contacts.has(item.contact)).map(({ request }) => request);
      const answer = await call('sendChunk', part, mode);
      if (!answer.ok) {
        const lost = answer.problem.code === NO_ANSWER;
        put(contacts, (line) => ({ ...line, state: lost ? 'lost' : 'next' }));
        show({ why: `${answer.problem.message} ${answer.problem.todo}`.trim() });
        break;
      }
      const { lines, ended, why, quota, kept } = answer.value;
      const results = new Map(lines.map((line) => [line.contact, line]));
      put(contacts, (line) => {
        const result = results.get(line.contact);
        return { ...line, state: result?.result ?? 'next', why: result?.why ?? '' };
      });
      show({ quota, kept: [...now.kept, ...kept], secondsLeft: secondsLeft(now) });
      const done = now.lines.filter(isDone).length;
      say(`${done} of ${now.lines.length} done`);
      const stuck = now.lines.filter(({ state }) => state === 'next').length === waiting.length;
      if (ended || stuck) {
        show({ why: why === '' && stuck ? 'The messages could not be taken up now. They stay due.' : why });
        break;
      }
    }
    show({ going: false, ended: new Date() });
  };

  return {
    run,
    start,
    stop: () => {
      stop.current = true;
      setRun((before) => (before ? { ...before, stopping: true } : before));
    },
    clear: () => {
      setRun(null);
    },
  };
}

/** By the pace so far; null before anything is done. */
function secondsLeft({ lines, began }: Run): number | null {
  const done = lines.filter(isDone).length;
  if (done === 0) return null;
  const each = (Date.now() - began.getTime()) / done;
  return Math.ceil((each * (lines.length - done)) / 1000);
}
