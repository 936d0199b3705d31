// The faults that are put into a run at each of its service calls.
import type { Host } from '../host/createHost';
import type { CallRecord } from '../host/gate';
import { COLLEAGUES, type Colleague } from './colleagues';
import type { Play } from './play';

/** The run ends there, or the call throws; then the person runs it again. */
export interface Cut {
  readonly kind: 'cut';
  readonly what: string;
  readonly put: (host: Host, n: number) => void;
  /** The same for two cuts that cannot but come out the same at this call. */
  readonly like: (call: CallRecord) => string;
}

export type Fault =
  | Cut
  | { readonly kind: 'colleague'; readonly what: string; readonly colleague: Colleague }
  /** Another lead presses the same button at this moment. */
  | { readonly kind: 'rival'; readonly what: string };

/** As Google says it to a person whose language is German: no code may lean on the text. */
const GERMAN = 'Zeitüberschreitung beim Dienst. Versuchen Sie es noch einmal.';

/** With nothing queued there is nothing to keep or to lose, and a call that only reads leaves nothing. */
const like =
  (what: string, end: string, isBefore: boolean): Cut['like'] =>
  ({ effect, pending }) => {
    const isQuiet = !pending && effect !== 'writes' && effect !== 'flushes';
    if (!isQuiet) return what;
    return effect === 'reads' ? end : `${end} ${isBefore ? 'before' : 'after'}`;
  };

const cut = (what: string, end: 'killed' | 'fails', isBefore: boolean, put: Cut['put']): Cut => ({
  kind: 'cut',
  what,
  put,
  like: like(what, end, isBefore),
});

export const CUTS: readonly Cut[] = [
  cut('killed before it', 'killed', true, (host, n) => {
    host.killAt(n, 'before', 'none');
  }),
  cut('killed after it, pending writes lost', 'killed', false, (host, n) => {
    host.killAt(n, 'after', 'none');
  }),
  cut('killed after it, half of the pending writes kept', 'killed', false, (host, n) => {
    host.killAt(n, 'after', 'half');
  }),
  cut('killed after it, pending writes kept', 'killed', false, (host, n) => {
    host.killAt(n, 'after', 'all');
  }),
  cut('it fails in German', 'fails', true, (host, n) => {
    host.failAt(n, GERMAN, 'before');
  }),
  cut('its answer is lost', 'fails', false, (host, n) => {
    host.failAt(n, GERMAN, 'after');
  }),
];

/** Whether there is anything in the file of this play to which it can happen. */
export const fits = (fault: Fault, { target }: Play): boolean =>
  fault.kind !== 'colleague' || fault.colleague.where !== 'volunteer' || target.inTab !== undefined;

/** All of them; a run is told apart by its fault and the number of its call. */
export const FAULTS: readonly Fault[] = [
  ...CUTS,
  ...COLLEAGUES.map((colleague) => ({ kind: 'colleague' as const, what: colleague.what, colleague })),
  { kind: 'rival', what: 'another lead presses the same button' },
];
