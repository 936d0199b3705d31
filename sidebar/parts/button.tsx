// Buttons and links: filled (one a panel), outlined, text, stop; busy ones keep the focus and say what they do.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './button.css';

interface ButtonProps {
  look?: 'fill' | 'line' | 'text' | 'stop';
  small?: boolean;
  wide?: boolean;
  icon?: IconName;
  /** Off, with a sentence beside it why. */
  off?: boolean;
  /** The word while it works ("Saving"); false at rest. */
  busy?: string | false;
  /** Read after the label where the label alone says too little. */
  about?: string;
  onPress: () => void;
  children: ComponentChildren;
}

function classOf({ look = 'line', small, wide }: Omit<ButtonProps, 'onPress'>): string {
  return 'b ' + look + (small ? ' s' : '') + (wide ? ' wide' : '');
}

/** Read after a label, not shown. */
export function About({ about }: { about: string | undefined }) {
  return about === undefined ? null : <span class="vh"> {about}</span>;
}

export function Button(props: ButtonProps) {
  const { icon, busy } = props;
  return (
    <button
      type="button"
      class={classOf(props)}
      disabled={props.off}
      aria-disabled={busy ? 'true' : undefined}
      onClick={() => {
        if (!busy) props.onPress();
      }}
    >
      {busy ? [<Icon name="ring" spin />, busy] : [icon && <Icon name={icon} />, props.children]}
      <About about={props.about} />
    </button>
  );
}

/** A link to another page; `look` '' reads like a link inside text, else it looks like a button. */
export function Link(props: {
  href: string;
  look?: '' | 'line';
  icon?: IconName;
  about?: string;
  onPress?: () => void;
  children: ComponentChildren;
}) {
  const { icon, look = 'line' } = props;
  return (
    <a
      class={look && classOf({ small: true, children: null })}
      href={props.href}
      target="_blank"
      rel="noopener"
      onClick={props.onPress}
    >
      {icon && <Icon name={icon} />}
      {props.children}
      <span class="vh"> {props.about} (opens in a new tab)</span>
    </a>
  );
}

/** A button that reads like a link inside text. */
export function LinkText(props: {
  onPress: () => void;
  about?: string;
  id?: string;
  expanded?: boolean;
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="lnk" id={props.id} aria-expanded={props.expanded} onClick={props.onPress}>
      {props.children}
      <About about={props.about} />
    </button>
  );
}

/** A round button with an icon only; the name is read. */
export function IconButton(props: {
  icon: IconName;
  name: string;
  edge?: boolean;
  off?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      class={props.edge ? 'ib edge' : 'ib'}
      aria-label={props.name}
      disabled={props.off}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
