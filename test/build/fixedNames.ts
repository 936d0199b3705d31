// The names of properties that must stay as they are written, found by reading src/ with the compiler: what the
// language, Google, a library, the page or a kept text knows by that name.
import { readFileSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import { tokenizer } from 'acorn';
import ts from 'typescript';

/** Each name with the first place that needs it. */
export type FixedNames = ReadonlyMap<string, string>;

const SRC = resolve('src') + sep;
/** Other services of Google than the one we ask for (Calendar, Docs …) share no object with ours. */
const NOT_ASKED = /\/apis\/(?!gmail)\w+\.d\.ts$/;
/** What crosses to the page and to the command line. */
const DOORS = ['index.ts', 'commands/answers.ts'];

/** Of the sources in src/; `libraries` are the files of packages that end up in the bundle. */
export function fixedNames(libraries: readonly string[]): FixedNames {
  const config = ts.readConfigFile('src/tsconfig.json', (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, 'src');
  const fixed = new Map(readProgram(ts.createProgram(fileNames, options)));
  for (const path of libraries) {
    const text = readFileSync(path, 'utf8');
    for (const { type, start, end } of tokenizer(text, { ecmaVersion: 'latest', sourceType: 'module' }))
      if (type.label === 'name' || type.label === 'string')
        fixed.set(text.slice(start, end).replace(/['"]/g, ''), `stands in ${path}`);
  }
  return fixed;
}

/** Of one made-up module of src/, which may use the language alone. */
export function fixedNamesOf(text: string, name = 'sample.ts'): FixedNames {
  const options: ts.CompilerOptions = { strict: true, target: ts.ScriptTarget.ES2020, types: [] };
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (path, target) =>
    path === SRC + name ? ts.createSourceFile(path, text, target, true) : readSource(path, target);
  return readProgram(ts.createProgram([SRC + name], options, host));
}

function readProgram(program: ts.Program): FixedNames {
  const checker = program.getTypeChecker();
  const fixed = new Map<string, string>();
  const seen = new Set<ts.Type>();
  const isOurs = (file: ts.SourceFile) => resolve(file.fileName).startsWith(SRC);

  function fix(name: string, why: string): void {
    if (!fixed.has(name)) fixed.set(name, why);
  }

  function placeOf(node: ts.Node): string {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    return `src/${resolve(file.fileName).slice(SRC.length)}:${line + 1}`;
  }

  /** Type arguments, of an array its item. */
  const heldBy = (type: ts.Type) => checker.getTypeArguments(type as ts.TypeReference);
  const isOpen = (type: ts.Type): boolean => (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  const holdsOpen = (type: ts.Type): boolean => isOpen(type) || heldBy(type).some(isOpen);

  /** The names of a type itself. */
  function fixOwn(type: ts.Type, why: string): void {
    for (const part of type.isUnionOrIntersection() ? type.types : [type])
      for (const { name } of checker.getPropertiesOfType(part)) fix(name, why);
  }

  /** The names of a type and of all that can be reached from it. */
  function fixAll(type: ts.Type, why: string): void {
    if (seen.has(type) || isOpen(type)) return;
    seen.add(type);
    const parts = type.isUnionOrIntersection() ? type.types : heldBy(type);
    const indexed = checker.getIndexInfosOfType(type).map((index) => index.type);
    for (const part of [...parts, ...indexed]) fixAll(part, why);
    for (const signature of type.getCallSignatures()) {
      fixAll(signature.getReturnType(), why);
      for (const parameter of signature.parameters) fixAll(checker.getTypeOfSymbol(parameter), why);
    }
    for (const property of checker.getPropertiesOfType(type)) {
      if (property.declarations?.every((each) => !isOurs(each.getSourceFile()))) continue;
      fix(property.name, why);
      fixAll(checker.getTypeOfSymbol(property), why);
    }
  }

  /** What is given to the language, to Google or to a library as something of any shape. */
  function fixHandedOver(call: ts.CallExpression): void {
    const signature = checker.getResolvedSignature(call);
    const file = signature?.declaration?.getSourceFile();
    if (!signature || !file || isOurs(file)) return;
    const callee = call.expression.getText();
    if (callee === 'Object.values') return;
    const why = `handed over in ${placeOf(call)}`;
    call.arguments.forEach((argument, index) => {
      const type = checker.getTypeAtLocation(argument);
      const declared =
        signature.parameters[Math.min(index, signature.parameters.length - 1)]?.valueDeclaration;
      const wanted = declared && ts.isParameter(declared) ? (declared.type?.getText() ?? 'any') : 'any';
      if (/^Object\.(?:keys|entries|assign)$/.test(callee)) fixOwn(type, why);
      else if (type.getCallSignatures().length > 0) return;
      else if (
        file.fileName.includes('/zod/') ||
        /\b(?:any|unknown|object)\b|\{\}|\[\w+: string\]/.test(wanted)
      )
        fixAll(type, why);
    });
  }

  function visit(node: ts.Node): void {
    if (ts.isStringLiteralLike(node)) fix(node.text, `a text in ${placeOf(node)}`);
    else if (ts.isElementAccessExpression(node)) {
      const key = checker.getTypeAtLocation(node.argumentExpression);
      if (isOpen(key) || !checker.isTypeAssignableTo(key, checker.getNumberType()))
        fixOwn(checker.getTypeAtLocation(node.expression), `looked up in ${placeOf(node)}`);
    } else if (ts.isComputedPropertyName(node)) {
      const whole = node.parent.parent;
      const wanted = ts.isExpression(whole) ? checker.getContextualType(whole) : undefined;
      for (const type of [checker.getTypeAtLocation(whole), wanted])
        if (type) fixOwn(type, `a computed name in ${placeOf(node)}`);
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
      if (!ts.isStringLiteralLike(node.left))
        fixOwn(checker.getTypeAtLocation(node.right), `asked with "in" in ${placeOf(node)}`);
    } else if (ts.isForInStatement(node)) {
      fixOwn(checker.getTypeAtLocation(node.expression), `walked through in ${placeOf(node)}`);
    } else if (ts.isPropertyAccessExpression(node)) {
      if (isOpen(checker.getTypeAtLocation(node.expression)))
        fix(node.name.text, `of something of any shape in ${placeOf(node)}`);
    } else if (ts.isAsExpression(node)) {
      if (holdsOpen(checker.getTypeAtLocation(node.expression)))
        fixAll(checker.getTypeAtLocation(node.type), `taken as known in ${placeOf(node)}`);
    } else if (ts.isVariableDeclaration(node) && node.type && node.initializer) {
      if (!ts.isNewExpression(node.initializer) && holdsOpen(checker.getTypeAtLocation(node.initializer)))
        fixAll(checker.getTypeAtLocation(node.type), `taken as known in ${placeOf(node)}`);
    } else if (ts.isTypePredicateNode(node) && node.type) {
      fixAll(checker.getTypeAtLocation(node.type), `known by asking in ${placeOf(node)}`);
    } else if (ts.isCallExpression(node)) fixHandedOver(node);
    // Texts in types name properties for the compiler alone; what is looked up by them is found above.
    if (!ts.isLiteralTypeNode(node) && !ts.isImportDeclaration(node)) node.forEachChild(visit);
  }

  /** What somebody else than us declares. */
  function visitForeign(node: ts.Node): void {
    const named = ts.isTypeElement(node) || ts.isClassElement(node) || ts.isVariableDeclaration(node);
    if (named && node.name && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)))
      fix(node.name.text, `declared in ${basename(node.getSourceFile().fileName)}`);
    node.forEachChild(visitForeign);
  }

  for (const file of program.getSourceFiles()) {
    if (isOurs(file)) file.forEachChild(visit);
    else if (!NOT_ASKED.test(file.fileName) && !file.fileName.includes('/zod/')) visitForeign(file);
  }
  for (const door of DOORS) {
    const file = program.getSourceFile(SRC + door);
    const module = file && checker.getSymbolAtLocation(file);
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const why = `crosses to the page: ${symbol.name} in src/${door}`;
      const isType =
        (symbol.flags & ts.SymbolFlags.Type) !== 0 && (symbol.flags & ts.SymbolFlags.Value) === 0;
      fixAll(isType ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeOfSymbol(symbol), why);
    }
  }
  return fixed;
}
