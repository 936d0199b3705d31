// Work put off until it is needed: the whole bundle is loaded anew for every click, so loading must do almost nothing.

/** Calls `make` at the first question and keeps what it gave. */
export function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Words given as one text, split at the first question. */
export function wordSet(
  text: string,
  by: string | RegExp = ' ',
): { readonly has: (word: string) => boolean } {
  const set = later(() => new Set(text.split(by)));
  return { has: (word) => set().has(word) };
}
