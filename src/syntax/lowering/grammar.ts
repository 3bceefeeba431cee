/** What becomes of each node type: the one table in which the families meet. */
import type { Language } from "web-tree-sitter";
import type { Expression } from "../expression.ts";
import type { Statement } from "../statement.ts";
import { lowerFor, lowerIf, lowerStrayAs, lowerTry, lowerWhile, lowerWith } from "./blocks.ts";
import { lowerClass, lowerDecorated, lowerFunction } from "./definitions.ts";
import { lowerBareTuple, lowerComprehension, lowerDict, lowerSequence, lowerTuplePattern } from "./displays.ts";
import { lowerImport, lowerImportFrom } from "./imports.ts";
import { END, NODE, NODE_COUNT, type NodeName, nodeTypes } from "./node-type.ts";
import { lowerAwait, lowerBinary, lowerBoolean, lowerComparison, lowerConditional, lowerUnary } from "./operators.ts";
import { lowerLambda } from "./parameters.ts";
import { lowerMatch } from "./patterns.ts";
import {
  lowerKeywordConstant,
  lowerName,
  lowerNamedExpression,
  lowerNumber,
  lowerParenthesized,
  lowerPrimary,
  lowerSlice,
  lowerStarred,
  lowerYield,
} from "./primaries.ts";
import {
  lowerAssert,
  lowerDelete,
  lowerExec,
  lowerExpressionStatement,
  lowerPrint,
  lowerRaise,
  lowerReturn,
  lowerScopeDeclaration,
  lowerSimple,
  lowerTypeAlias,
} from "./simple-statements.ts";
import { lowerConcatenation, lowerString } from "./strings.ts";
import type { Grammar, Lower, TreeReader } from "./tree-reader.ts";
import { lowerConstrainedType, lowerGenericType, lowerMemberType, lowerType, lowerTypeArguments, lowerUnionType } from "./types.ts";

const EXPRESSIONS: Readonly<Partial<Record<NodeName, Lower<Expression>>>> = {
  identifier: lowerName,
  integer: lowerNumber,
  float: lowerNumber,
  true: lowerKeywordConstant("true"),
  false: lowerKeywordConstant("false"),
  none: lowerKeywordConstant("none"),
  ellipsis: lowerKeywordConstant("ellipsis"),
  string: lowerString,
  concatenated_string: lowerConcatenation,
  attribute: lowerPrimary,
  subscript: lowerPrimary,
  call: lowerPrimary,
  slice: lowerSlice,
  parenthesized_expression: lowerParenthesized,
  list: lowerSequence("list"),
  list_pattern: lowerSequence("list"),
  tuple: lowerSequence("tuple"),
  expression_list: lowerBareTuple,
  pattern_list: lowerBareTuple,
  tuple_pattern: lowerTuplePattern,
  set: lowerSequence("set"),
  list_splat: lowerStarred,
  dictionary_splat: lowerStarred,
  list_splat_pattern: lowerStarred,
  dictionary_splat_pattern: lowerStarred,
  splat_type: lowerStarred,
  dictionary: lowerDict,
  list_comprehension: lowerComprehension("list"),
  set_comprehension: lowerComprehension("set"),
  dictionary_comprehension: lowerComprehension("dict"),
  generator_expression: lowerComprehension("generator"),
  binary_operator: lowerBinary,
  boolean_operator: lowerBoolean,
  unary_operator: lowerUnary,
  not_operator: lowerUnary,
  comparison_operator: lowerComparison,
  conditional_expression: lowerConditional,
  lambda: lowerLambda,
  named_expression: lowerNamedExpression,
  await: lowerAwait,
  yield: lowerYield,
  as_pattern: lowerStrayAs,
  type: lowerType,
  generic_type: lowerGenericType,
  type_parameter: lowerTypeArguments,
  union_type: lowerUnionType,
  constrained_type: lowerConstrainedType,
  member_type: lowerMemberType,
};

const STATEMENTS: Readonly<Partial<Record<NodeName, Lower<Statement>>>> = {
  expression_statement: lowerExpressionStatement,
  return_statement: lowerReturn,
  delete_statement: lowerDelete,
  raise_statement: lowerRaise,
  assert_statement: lowerAssert,
  pass_statement: lowerSimple("pass"),
  break_statement: lowerSimple("break"),
  continue_statement: lowerSimple("continue"),
  global_statement: lowerScopeDeclaration("global"),
  nonlocal_statement: lowerScopeDeclaration("nonlocal"),
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  future_import_statement: lowerImportFrom,
  type_alias_statement: lowerTypeAlias,
  print_statement: lowerPrint,
  exec_statement: lowerExec,
  if_statement: lowerIf,
  while_statement: lowerWhile,
  for_statement: lowerFor,
  try_statement: lowerTry,
  with_statement: lowerWith,
  match_statement: lowerMatch,
  function_definition: (reader) => lowerFunction(reader),
  class_definition: (reader) => lowerClass(reader),
  decorated_definition: lowerDecorated,
};

/** Where the grammar lost its way: the statements that it still found, and the gaps between them. */
function lowerError(reader: TreeReader, into: Statement[]): void {
  const { start, end } = reader.span();
  let at = start;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (!isStatement(kind)) continue;
    const childStart = reader.start();
    if (at < childStart) into.push({ kind: "invalid-statement", start: at, end: childStart });
    at = reader.end();
    reader.statement(into);
  }
  reader.up();
  if (at < end) into.push({ kind: "invalid-statement", start: at, end });
}

const STATEMENT_TYPES: ReadonlySet<number> = new Set([
  ...Object.keys(STATEMENTS).map((name) => NODE[name as NodeName]),
  NODE.error,
  NODE.block,
]);

function isStatement(kind: number): boolean {
  return STATEMENT_TYPES.has(kind);
}

/** Built once for a parser. */
export function pythonGrammar(language: Language): Grammar {
  const expressions: (Lower<Expression> | undefined)[] = new Array(NODE_COUNT).fill(undefined);
  for (const [name, lower] of Object.entries(EXPRESSIONS)) expressions[NODE[name as NodeName]] = lower;
  const statements: Grammar["statements"][number][] = new Array(NODE_COUNT).fill(lowerError);
  for (const [name, lower] of Object.entries(STATEMENTS)) {
    statements[NODE[name as NodeName]] = (reader, into) => {
      into.push(lower(reader));
    };
  }
  const tokens = Array.from({ length: language.nodeTypeCount }, (_, id) => language.nodeTypeForId(id) ?? "");
  return { types: nodeTypes(language), tokens, expressions, statements };
}
