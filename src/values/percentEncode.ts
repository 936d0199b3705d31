// A text as a part of a web address: the one way in which links of ours are made.

/** Half a pair of surrogates, which encodeURIComponent throws on, becomes the sign for an unknown letter. */
export function percentEncode(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  ).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
