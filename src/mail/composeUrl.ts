// The link behind "Open in Gmail": a compose window with everything filled in.
import { percentEncode } from '../values/percentEncode';

// Gmail has been seen to refuse compose links of 6,410 characters (defund12.org issue 893); this keeps clear of it.
const MOST_CHARACTERS = 6000;

export interface ComposeLink {
  readonly url: string;
  /** False where the text made the link too long: the window opens without a text, to be copied and pasted. */
  readonly withBody: boolean;
}

/** A text is never cut: half a message would be sent by mistake. */
export function composeUrl(message: { to: string; cc: string; subject: string; body: string }): ComposeLink {
  const cc = message.cc === '' ? '' : `&cc=${percentEncode(message.cc)}`;
  const head = `https://mail.google.com/mail/?view=cm&fs=1&to=${percentEncode(message.to)}${cc}&su=${percentEncode(message.subject)}`;
  const url = `${head}&body=${percentEncode(message.body)}`;
  return url.length <= MOST_CHARACTERS ? { url, withBody: true } : { url: head, withBody: false };
}
