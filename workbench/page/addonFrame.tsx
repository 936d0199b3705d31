// A page of the add-on in its frame, shut in as Google shuts it in, with google.script.run answered from here.
import { useEffect, useRef } from 'preact/hooks';
import { ask, FRAMES } from './api';

/** As Google's own frame has it (guides/html/restrictions); top navigation is left out, as for bound scripts. */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

type Message =
  | { readonly kind: 'run'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'focus' };

export interface AddonFrameProps {
  readonly title: string;
  readonly path: string;
  readonly height?: number;
  readonly onClose: () => void;
  readonly onFocusSheet: () => void;
  readonly onLost: (error: unknown) => void;
}

export function AddonFrame({ title, path, height, onClose, onFocusSheet, onLost }: AddonFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    async function run({ id, name, args }: Message & { kind: 'run' }): Promise<void> {
      const window = frame.current?.contentWindow;
      try {
        const answer = await ask('run', { name, args });
        window?.postMessage({ kind: 'answer', id, ...answer }, FRAMES);
      } catch (error) {
        onLost(error);
        window?.postMessage({ kind: 'answer', id, ok: false, message: (error as Error).message }, FRAMES);
      }
    }
    const heard = (event: MessageEvent<Message>) => {
      if (event.origin !== FRAMES || event.source !== frame.current?.contentWindow) return;
      if (event.data.kind === 'run') void run(event.data);
      else if (event.data.kind === 'close') onClose();
      else onFocusSheet();
    };
    window.addEventListener('message', heard);
    return () => {
      window.removeEventListener('message', heard);
    };
  }, [path]);

  return (
    <iframe key={path} ref={frame} title={title} src={FRAMES + path} sandbox={SANDBOX} height={height} />
  );
}
