// Jest transform: strips types and checks none (`tsc -b` does that). It does not hoist jest.mock; pass fakes in instead.
const { createHash } = require('node:crypto');
const ts = require('typescript');

const options = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: 'preact',
  esModuleInterop: true,
  inlineSourceMap: true,
  inlineSources: true,
};

module.exports = {
  getCacheKey: (source, path, { instrument }) =>
    createHash('sha1')
      .update([ts.version, JSON.stringify(options), instrument, path, source].join('\0'))
      .digest('hex'),
  process: (source, path) => ({
    code: ts.transpileModule(source, { compilerOptions: options, fileName: path }).outputText,
  }),
};
