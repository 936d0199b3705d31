// The link behind "Open in Gmail": a compose window with everything filled in.

// Gmail has been seen to refuse compose links of 6,410 characters (defund12.org issue 893); this keeps clear of it.
const MOST_CHARACTERS = 6000;

export interface ComposeLink {
  readonly url: string;
  /** False where the text made the link too long: the window opens without a text, to be copied and pasted. */
  readonly withBody: boolean;
}

const encode = (text: string) =>
  encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  ).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A text is never cut: half a message would be sent by mistake. */
export function composeUrl(message: { to: string; cc: string; subject: string; body: string }): ComposeLink {
  const cc = message.cc === '' ? '' : `&cc=${encode(message.cc)}`;
  const head = `https://mail.google.com/mail/?view=cm&fs=1&to=${encode(message.to)}${cc}&su=${encode(message.subject)}`;
  const url = `${head}&body=${encode(message.body)}`;
  return url.length <= MOST_CHARACTERS ? { url, withBody: true } : { url: head, withBody: false };
}
