// The bundle as Apps Script sees it: parsed once, with the list of functions that Google may call.
import { parse } from 'acorn';
import vm from 'node:vm';

export interface Program {
  readonly script: vm.Script;
  /** Names of the global functions, trailing underscore excluded: what menus, triggers and the sidebar may call. */
  readonly entries: ReadonlySet<string>;
}

let last: { readonly code: string; readonly program: Program } | null = null;

/**
 * Throws SyntaxError for what the platform cannot parse: modules, private and static class fields (the V8 runtime page
 * of Apps Script), so the newest syntax allowed is that of ES2021.
 */
export function readProgram(code: string): Program {
  if (last?.code === code) return last.program;
  const tree = parse(code, { ecmaVersion: 2021, sourceType: 'script' });
  const entries = new Set<string>();
  for (const node of tree.body) {
    if (node.type === 'FunctionDeclaration') entries.add(node.id.name);
    if (node.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node.declarations) {
      const isFunction = init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression';
      if (id.type === 'Identifier' && isFunction) entries.add(id.name);
    }
  }
  for (const name of [...entries]) if (name.endsWith('_')) entries.delete(name);
  const program = { script: new vm.Script(code, { filename: 'Code.js' }), entries };
  last = { code, program };
  return program;
}
