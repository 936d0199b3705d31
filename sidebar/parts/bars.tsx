// Bars told apart by texture. Each is one image with a sentence as its name, or a progress bar with its figure.
import './bars.css';

export type Look = 'solid' | 'hatch' | 'none' | 'grey' | 'flat' | 'dark' | 'dotted';
export type Part = readonly [look: Look, share: number];

function percent(share: number, of: number) {
  return { width: `${of && Math.min(100, (share / of) * 100)}%` };
}

/** Parts of a whole; what they leave stays empty. `of` is the whole. */
export function Bar(props: { name: string; parts: readonly Part[]; of: number; tall?: boolean }) {
  return (
    <div class={props.tall ? 'bar tall' : 'bar'} role="img" aria-label={props.name}>
      {props.parts.map(([look, share]) => (
        <i key={look} class={look} style={percent(share, props.of)} />
      ))}
    </div>
  );
}

/** The whole split into its parts, side by side. */
export function Split({ name, parts }: { name: string; parts: readonly Part[] }) {
  return (
    <div class="split" role="img" aria-label={name}>
      {parts.map(([look, share]) => share > 0 && <i class={look} style={{ flexGrow: share }} />)}
    </div>
  );
}

export function Swatch({ look }: { look: Look }) {
  return <i class={'swatch ' + look} />;
}

export function Progress({ name, done, of }: { name: string; done: number; of: number }) {
  return (
    <div class="bar gap-s" role="progressbar" aria-label={name} aria-valuemax={of} aria-valuenow={done}>
      <i class="act" style={percent(done, of)} />
    </div>
  );
}
