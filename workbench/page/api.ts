// The page's one way to its server: actions, the stream of what happened, files in and out.
import {
  TOKEN_HEADER,
  WINDOW_HEADER,
  type ActionName,
  type Actions,
  type Done,
  type Happening,
} from '../server/wire';

const token = document.body.dataset['token'] ?? '';
/** The name of this window, as long as it stands open. */
const own = crypto.randomUUID();

/** Origin of the add-on's pages: another name of this computer, so that they cannot reach into this page. */
export const FRAMES = document.body.dataset['frames'] ?? '';

const ENDED = 'The workbench has ended. Start it again with npm start, then reload this page.';

/** Thrown where the server is gone or was started anew; the message says what to do. */
export class Lost extends Error {}

async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { [TOKEN_HEADER]: token, [WINDOW_HEADER]: own } });
  } catch {
    throw new Lost(ENDED);
  }
  if (response.ok) return response;
  const { told } = (await response.json()) as Done;
  throw new Lost(told);
}

export async function ask<K extends ActionName>(
  name: K,
  send: Actions[K]['send'],
): Promise<Actions[K]['get']> {
  const response = await request(`/api/${name}`, { method: 'POST', body: JSON.stringify(send) });
  return (await response.json()) as Actions[K]['get'];
}

export async function openFile(file: File): Promise<Done> {
  const response = await fetch(`/api/open?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { [TOKEN_HEADER]: token },
  }).catch(() => null);
  if (response === null) throw new Lost(ENDED);
  return (await response.json()) as Done;
}

/** Lets the browser keep a copy: the whole workbook, or one tab as csv. */
export async function saveCopy(kind: 'xlsx' | 'csv', tab: number): Promise<void> {
  const response = await request(`/api/copy?kind=${kind}&tab=${tab}`, { method: 'GET' });
  const name =
    /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'copy';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(name);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 1000);
}

/** Calls `listener` for everything that happens from now on, `lost` when the server is gone. Returns what ends it. */
export function listen(listener: (happening: Happening) => void, lost: (why: string) => void): () => void {
  const stream = new EventSource(`/api/happenings?token=${encodeURIComponent(token)}&window=${own}`);
  stream.onmessage = (event: MessageEvent<string>) => {
    listener(JSON.parse(event.data) as Happening);
  };
  stream.onerror = () => {
    lost(ENDED);
  };
  return () => {
    stream.close();
  };
}
