/**
 * The mutants of a source file: small changes that a test should notice. All chosen ones are written
 * into one text, each behind a question `isMutant(n)`, so that a file is compiled once and one
 * mutant is alive in a run. Texts and column widths are left alone: neither is logic.
 */
import ts from "typescript";

export type Mutant = {
  readonly file: string;
  readonly line: number;
  readonly was: string;
  readonly becomes: string;
};

const { factory } = ts;

/** What each operator becomes. */
const otherOperator = new Map<ts.SyntaxKind, ts.BinaryOperator>([
  [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken],
  [ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.LessThanToken],
  [ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken],
  [ts.SyntaxKind.GreaterThanEqualsToken, ts.SyntaxKind.GreaterThanToken],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken],
  [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken],
  [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken],
  [ts.SyntaxKind.MinusToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.SlashToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.MinusEqualsToken],
]);

/** What each method becomes; undefined leaves the call out and keeps what it was called on. */
const otherMethod = new Map<string, string | undefined>([
  ["filter", undefined],
  ["sort", undefined],
  ["toSorted", undefined],
  ["reverse", undefined],
  ["slice", undefined],
  ["negated", undefined],
  ["some", "every"],
  ["every", "some"],
  ["plus", "minus"],
  ["minus", "plus"],
  ["min", "max"],
  ["max", "min"],
]);

/** Every mutant of a file, in the order of its text. */
export function mutantsOf(file: string, text: string): Mutant[] {
  return written(file, text, new Map()).mutants;
}

/**
 * The text with mutants in it.
 * @param numbers the number by which a run asks for each chosen mutant, by its place in
 *   {@link mutantsOf}
 */
export function withMutants(
  file: string,
  text: string,
  numbers: ReadonlyMap<number, number>,
): string {
  return written(file, text, numbers).text;
}

function written(
  file: string,
  text: string,
  numbers: ReadonlyMap<number, number>,
): { readonly text: string; readonly mutants: Mutant[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const printer = ts.createPrinter();
  const mutants: Mutant[] = [];
  const shown = (node: ts.Node) =>
    printer.printNode(ts.EmitHint.Unspecified, node, source).replace(/\s+/g, " ").slice(0, 90);
  const { transformed } = ts.transform(source, [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.Node => {
        if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return node;
        const child = ts.visitEachChild(node, visit, context);
        return changesOf(node).reduce<ts.Node>((kept, change) => {
          const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
          const number = numbers.get(mutants.length);
          mutants.push({ file, line, was: shown(node), becomes: shown(change(node)) });
          return number === undefined ? kept : behindQuestion(number, change(child), kept);
        }, child);
      };
      return ts.visitEachChild(root, visit, context);
    },
  ]);
  const [changed = source] = transformed;
  return { text: numbers.size === 0 ? text : printer.printFile(changed), mutants };
}

/** `(isMutant(n) ? changed : kept)` */
function behindQuestion(number: number, changed: ts.Expression, kept: ts.Node): ts.Expression {
  const asked = factory.createCallExpression(factory.createIdentifier("isMutant"), undefined, [
    factory.createNumericLiteral(number),
  ]);
  return factory.createParenthesizedExpression(
    factory.createConditionalExpression(
      asked,
      undefined,
      factory.createParenthesizedExpression(changed),
      undefined,
      factory.createParenthesizedExpression(kept as ts.Expression),
    ),
  );
}

/** Makes the changed expression of the node, or of the same node with changed children. */
type Change = (node: ts.Node) => ts.Expression;

function changesOf(node: ts.Node): Change[] {
  if (isCondition(node)) return [() => factory.createTrue(), () => factory.createFalse()];
  // Parentheses inside an optional chain would end it.
  if ((node.flags & ts.NodeFlags.OptionalChain) !== 0) return [];
  if (ts.isBinaryExpression(node)) return operatorChanges(node);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [(same) => (same as ts.PrefixUnaryExpression).operand];
  if (ts.isNumericLiteral(node) && !isName(node) && !isWidth(node))
    return [() => factory.createNumericLiteral(Number(node.text.replaceAll("_", "")) + 1)];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [() => factory.createFalse()];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [() => factory.createTrue()];
  if (ts.isCallExpression(node)) return callChanges(node);
  if (ts.isArrayLiteralExpression(node) && isValue(node) && node.elements.length > 0)
    return [(same) => withoutLast(same as ts.ArrayLiteralExpression)];
  return [];
}

/** What an `if` or a `? :` asks, where it is not a comparison, which has changes of its own. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  const isAsked =
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node);
  return isAsked && !ts.isBinaryExpression(node);
}

function operatorChanges(node: ts.BinaryExpression): Change[] {
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.QuestionQuestionToken)
    return [(same) => (same as ts.BinaryExpression).left];
  const other = otherOperator.get(kind);
  if (other === undefined) return [];
  return [
    (same) => {
      const { left, right } = same as ts.BinaryExpression;
      return factory.createBinaryExpression(left, other, right);
    },
  ];
}

function callChanges(node: ts.CallExpression): Change[] {
  if (ts.isExpressionStatement(node.parent)) return [() => factory.createVoidZero()];
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const method = expression.name.text;
  if (!otherMethod.has(method)) return [];
  const other = otherMethod.get(method);
  return [
    (same) => {
      const { expression: called, arguments: given } = same as ts.CallExpression;
      const subject = (called as ts.PropertyAccessExpression).expression;
      if (other === undefined) return subject;
      const access = factory.createPropertyAccessExpression(subject, other);
      return factory.createCallExpression(access, undefined, given);
    },
  ];
}

function isName(node: ts.NumericLiteral): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

/** How wide a column is cannot be right or wrong by one: `widths: [9, 22]`, `column(key, kind, 9)`. */
function isWidth(node: ts.NumericLiteral): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent))
    return parent.expression.getText() === "column" && parent.arguments[2] === node;
  const named = ts.isArrayLiteralExpression(parent) ? parent.parent : parent;
  return ts.isPropertyAssignment(named) && /^widths?$/.test(named.name.getText());
}

/** Whether brackets make a list and do not take one apart. */
function isValue(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node;
  return !(ts.isBinaryExpression(parent) && parent.left === node);
}

function withoutLast({ elements }: ts.ArrayLiteralExpression): ts.Expression {
  return factory.createArrayLiteralExpression(elements.slice(0, -1));
}
