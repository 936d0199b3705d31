// Bars told apart by texture. Each is one image with a sentence as its name, or a progress bar with its figure.
import './bars.css';

export interface Part {
  readonly look: 'solid' | 'hatch' | 'none' | 'hatched-grey' | 'flat' | 'dark' | 'dotted';
  readonly share: number;
}

/** Parts of a whole; what they leave stays empty. `of` is the whole. */
export function Bar({
  name,
  parts,
  of,
  tall = false,
}: {
  name: string;
  parts: readonly Part[];
  of: number;
  tall?: boolean;
}) {
  return (
    <div class={tall ? 'bar tall' : 'bar'} role="img" aria-label={name}>
      {parts.map(({ look, share }) => (
        <i key={look} class={look} style={{ width: `${of > 0 ? Math.min(100, (share / of) * 100) : 0}%` }} />
      ))}
    </div>
  );
}

/** The whole split into its parts, side by side; blocks of the same width where `even`. */
export function Split({
  name,
  parts,
  even = false,
}: {
  name: string;
  parts: readonly Part[];
  even?: boolean;
}) {
  return (
    <div class={even ? 'split even' : 'split'} role="img" aria-label={name}>
      {parts.map(({ look, share }, at) =>
        share > 0 ? <i key={at} class={look} style={{ flexGrow: share }} /> : null,
      )}
    </div>
  );
}

export function Swatch({ look }: { look: Part['look'] }) {
  return <i class={`swatch ${look}`} aria-hidden="true" />;
}

export function Progress({ name, done, of }: { name: string; done: number; of: number }) {
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${of}`}
    >
      <i class="act" style={{ width: `${of > 0 ? (done / of) * 100 : 0}%` }} />
    </div>
  );
}
