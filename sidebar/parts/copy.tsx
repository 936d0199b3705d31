// Copies a text; where the browser refuses, it shows the text marked, to be copied by hand.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button';
import { Area } from './field';

/** The older way, which works in frames that are not given the clipboard. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  let copied = false;
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without clipboard permission
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

/** True where the text stands on the clipboard now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

export function CopyButton(props: {
  text: string;
  about?: string;
  look?: 'line' | 'text';
  children: ComponentChildren;
}) {
  const [state, setState] = useState<'rest' | 'copied' | 'refused'>('rest');
  return (
    <>
      <Button
        look={props.look ?? 'line'}
        small={props.look !== 'text'}
        icon={state === 'copied' ? 'check' : 'copy'}
        {...(props.about === undefined ? {} : { about: props.about })}
        onPress={() => {
          void copyText(props.text).then((copied) => {
            setState(copied ? 'copied' : 'refused');
          });
        }}
      >
        {state === 'copied' ? 'Copied' : props.children}
      </Button>
      <span class="vh" role="status">
        {state === 'copied' ? 'Copied' : ''}
      </span>
      {state === 'refused' ? (
        <div class="by-hand">
          <Area label="Mark this text and copy it" rows={5} value={props.text} onInput={() => undefined} />
        </div>
      ) : null}
    </>
  );
}
