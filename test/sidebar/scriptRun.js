// google.script.run as a page of HtmlService sees it, answered by the test: refuses what Google refuses to carry over.
function legal(value, path) {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  const plain = Array.isArray(value) || Object.getPrototypeOf(value ?? 0) === Object.prototype;
  if (!plain) throw new TypeError(`Failed due to illegal value in property: ${path}`);
  for (const [key, inner] of Object.entries(value)) legal(inner, key);
}

function runner(handlers) {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'withSuccessHandler') return (done) => runner({ ...handlers, done });
        if (name === 'withFailureHandler') return (fail) => runner({ ...handlers, fail });
        return (...args) => {
          args.forEach((value, at) => legal(value, String(at)));
          globalThis.answerOfStandIn(name, JSON.stringify(args)).then((text) => {
            const { value, failure } = JSON.parse(text);
            if (failure === undefined) handlers.done?.(value);
            else handlers.fail?.(Object.assign(new Error(`Exception: ${failure}`), { name: 'ScriptError' }));
          });
        };
      },
    },
  );
}

globalThis.google = {
  script: { run: runner({}), host: { editor: { focus: () => (globalThis.sheetHasFocus = true) } } },
};
