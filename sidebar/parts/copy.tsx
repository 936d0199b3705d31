// Copies a text; where the browser refuses, it shows the text, to be marked and copied by hand.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../context';
import { Button } from './button';
import { Input } from './field';

/** The older way, which works in frames that are not given the clipboard. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement as HTMLElement | null;
  field.value = text;
  field.className = 'vh';
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without clipboard permission
  const copied = document.execCommand('copy');
  field.remove();
  focused?.focus();
  return copied;
}

/** True where the text stands on the clipboard now. */
async function copyText(text: string): Promise<boolean> {
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
  look?: 'text';
  children: ComponentChildren;
}) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const { text, look, about } = props;
  const app = useApp();
  return (
    <>
      <Button
        look={look ?? 'line'}
        small={!look}
        icon={copied ? 'check' : 'copy'}
        about={about ?? ''}
        onPress={() => {
          void copyText(text).then((done) => {
            setCopied(done);
            if (done) app.announce('Copied');
          });
        }}
      >
        {copied ? 'Copied' : props.children}
      </Button>
      {copied === false && (
        <div class="by-hand">
          <Input label="Mark this text and copy it" type="long" value={text} onSet={() => undefined} />
        </div>
      )}
    </>
  );
}
