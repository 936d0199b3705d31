// Which of Google's methods the add-on names, and which of them the stand-in lacks: so that a call that works on the
// platform only, or here only, is found by a test and not by a volunteer.
import { parse, type AnyNode } from 'acorn';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** "Range" → the names that are used of it. */
export type Members = Map<string, Set<string>>;

/** "Range" → one such object of the stand-in, which can be asked for a name with `in`. */
export type Samples = ReadonlyMap<string, object>;

const TYPES = 'google-apps-script';

/** Advanced services nest: "Gmail.Users.Messages" is "MessagesCollection" in the published types. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  Gmail: 'Gmail',
  UsersCollection: 'Gmail.Users',
  MessagesCollection: 'Gmail.Users.Messages',
  ThreadsCollection: 'Gmail.Users.Threads',
  HistoryCollection: 'Gmail.Users.History',
};

/** Every member of Google's services that the sources name, by class: what the type checker resolves to the published types. */
export function membersUsed(folder: string): Members {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const program = ts.createProgram({
    rootNames: files.map((name) => join(folder, name)),
    options: {
      types: [TYPES],
      lib: ['lib.es2020.d.ts'],
      target: ts.ScriptTarget.ES2020,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      noEmit: true,
    },
  });
  const checker = program.getTypeChecker();
  const used: Members = new Map();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      for (const declaration of checker.getSymbolAtLocation(node.name)?.declarations ?? []) {
        const owner = ownerOf(declaration);
        if (owner !== '') add(used, owner, node.name.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const source of program.getSourceFiles()) {
    if (files.some((name) => source.fileName.endsWith(join(folder, name).replaceAll('\\', '/'))))
      visit(source);
  }
  return used;
}

/** The class of Google's that declares this, '' for anything else and for plain records of the advanced services. */
function ownerOf(declaration: ts.Declaration): string {
  if (!declaration.getSourceFile().fileName.includes(`/${TYPES}/`)) return '';
  const owner = declaration.parent;
  if (!ts.isInterfaceDeclaration(owner) && !ts.isEnumDeclaration(owner)) return '';
  const name = owner.name.text;
  if (!declaration.getSourceFile().fileName.includes('/apis/')) return name;
  return COLLECTIONS[name] ?? (name.endsWith('Collection') ? name : '');
}

function add(members: Members, owner: string, name: string): void {
  const names = members.get(owner) ?? new Set();
  members.set(owner, names.add(name));
}

/** "Range.setBorder" for everything that is used and not there. A class without a sample has nothing. */
export function missingMembers(used: Members, samples: Samples): string[] {
  return [...used].flatMap(([owner, names]) => {
    const sample = samples.get(owner) ?? {};
    return [...names].filter((name) => !(name in sample)).map((name) => `${owner}.${name}`);
  });
}

/** Every method name that the published types of these services declare. */
export function platformMethodNames(files: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const file of files) {
    const text = ts.sys.readFile(file) ?? '';
    const visit = (node: ts.Node): void => {
      if (ts.isMethodSignature(node) && ts.isIdentifier(node.name)) names.add(node.name.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2020, true));
  }
  return names;
}

/**
 * Names that the bundle calls as a method, that Google declares, and that nothing else explains: the stand-in does not
 * have them, JavaScript does not, and the bundle does not define them itself. Catches what casts hide from the types.
 */
export function unexplainedCalls(code: string, platform: ReadonlySet<string>, samples: Samples): string[] {
  const called = new Set<string>();
  const defined = new Set<string>(BUILT_IN);
  for (const name of platform) if ([...samples.values()].some((sample) => name in sample)) defined.add(name);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const node = value as AnyNode;
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const { property, computed } = node.callee;
      if (!computed && property.type === 'Identifier') called.add(property.name);
    }
    if ((node.type === 'Property' || node.type === 'MethodDefinition') && node.key.type === 'Identifier') {
      defined.add(node.key.name);
    }
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      if (node.left.property.type === 'Identifier') defined.add(node.left.property.name);
    }
    Object.values(node).forEach(visit);
  };
  visit(parse(code, { ecmaVersion: 2021, sourceType: 'script' }));
  return [...called].filter((name) => platform.has(name) && !defined.has(name)).sort();
}

const BUILT_IN = [
  Object,
  Array,
  String,
  Number,
  Boolean,
  Function,
  RegExp,
  Date,
  Map,
  Set,
  WeakMap,
  Promise,
  Error,
  Symbol,
]
  .flatMap((type) => [
    ...Object.getOwnPropertyNames(type),
    ...Object.getOwnPropertyNames(type.prototype as object),
  ])
  .concat(
    ['Math', 'JSON', 'Intl', 'Reflect'].flatMap((name) =>
      Object.getOwnPropertyNames(Reflect.get(globalThis, name) as object),
    ),
  );
