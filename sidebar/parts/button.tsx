// Buttons and links: filled (one a panel), outlined, text, stop; busy ones keep the focus and say what they do.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './button.css';

export type Look = 'fill' | 'line' | 'text' | 'stop';

interface ButtonProps {
  look?: Look;
  small?: boolean;
  wide?: boolean;
  icon?: IconName;
  /** Off, with a sentence beside it why. */
  off?: boolean;
  /** The word while it works ("Saving"); '' or undefined at rest. */
  busy?: string | undefined;
  /** Read after the label where the label alone says too little. */
  about?: string;
  id?: string;
  onPress: () => void;
  children: ComponentChildren;
}

function classOf(look: Look, small: boolean, wide: boolean): string {
  return ['b', look, small ? 's' : '', wide ? 'wide' : ''].filter(Boolean).join(' ');
}

export function Button(props: ButtonProps) {
  const {
    look = 'line',
    small = false,
    wide = false,
    icon,
    off = false,
    busy = '',
    about,
    id,
    onPress,
  } = props;
  return (
    <button
      type="button"
      id={id}
      class={classOf(look, small, wide)}
      disabled={off}
      aria-disabled={busy !== '' ? 'true' : undefined}
      onClick={() => {
        if (busy === '') onPress();
      }}
    >
      {busy !== '' ? <Icon name="ring" spin /> : icon ? <Icon name={icon} /> : null}
      {busy !== '' ? busy : props.children}
      {about !== undefined && busy === '' ? <span class="vh"> {about}</span> : null}
    </button>
  );
}

/** A link to another page that looks like a button. */
export function LinkButton(props: {
  href: string;
  look?: Look;
  small?: boolean;
  icon?: IconName;
  about?: string;
  onPress?: () => void;
  children: ComponentChildren;
}) {
  const { href, look = 'line', small = false, icon, about, onPress } = props;
  return (
    <a
      class={classOf(look, small, false)}
      href={href}
      target="_blank"
      rel="noopener"
      onClick={() => onPress?.()}
    >
      {icon ? <Icon name={icon} /> : null}
      {props.children}
      <span class="vh"> {about} (opens in a new tab)</span>
    </a>
  );
}

/** A button that reads like a link inside text. */
export function LinkText(props: {
  onPress: () => void;
  about?: string;
  id?: string;
  expanded?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="lnk" id={props.id} aria-expanded={props.expanded} onClick={props.onPress}>
      {props.children}
      {props.about === undefined ? null : <span class="vh"> {props.about}</span>}
    </button>
  );
}

/** A round button with an icon only; the name is read and shown as a tip. */
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
      class={props.edge === true ? 'ib edge' : 'ib'}
      aria-label={props.name}
      title={props.name}
      disabled={props.off ?? false}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
