/**
 * The node types of the tree-sitter grammar as small numbers of our own, so that the lowering can switch on constants
 * whatever numbers a build of the grammar gives them. One name may have several ids there (aliases); here it has one.
 */
import type { Language } from "web-tree-sitter";

/** No node: the end of the children. */
export const END = 0;

const NAMES = [
  "end",
  "token",
  "error",
  "comment",
  "line_continuation",
  "module",
  "block",
  "identifier",
  "integer",
  "float",
  "true",
  "false",
  "none",
  "ellipsis",
  "string",
  "concatenated_string",
  "string_content",
  "interpolation",
  "format_expression",
  "format_specifier",
  "type_conversion",
  "attribute",
  "subscript",
  "slice",
  "call",
  "argument_list",
  "keyword_argument",
  "list_splat",
  "dictionary_splat",
  "parenthesized_expression",
  "list",
  "tuple",
  "set",
  "dictionary",
  "pair",
  "expression_list",
  "pattern_list",
  "tuple_pattern",
  "list_pattern",
  "list_splat_pattern",
  "dictionary_splat_pattern",
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
  "for_in_clause",
  "if_clause",
  "binary_operator",
  "boolean_operator",
  "unary_operator",
  "not_operator",
  "comparison_operator",
  "conditional_expression",
  "lambda",
  "lambda_parameters",
  "named_expression",
  "await",
  "yield",
  "as_pattern",
  "as_pattern_target",
  "type",
  "splat_type",
  "generic_type",
  "union_type",
  "constrained_type",
  "member_type",
  "type_parameter",
  "parameters",
  "typed_parameter",
  "default_parameter",
  "typed_default_parameter",
  "keyword_separator",
  "positional_separator",
  "expression_statement",
  "assignment",
  "augmented_assignment",
  "return_statement",
  "delete_statement",
  "raise_statement",
  "assert_statement",
  "pass_statement",
  "break_statement",
  "continue_statement",
  "global_statement",
  "nonlocal_statement",
  "import_statement",
  "import_from_statement",
  "future_import_statement",
  "dotted_name",
  "aliased_import",
  "relative_import",
  "import_prefix",
  "wildcard_import",
  "print_statement",
  "chevron",
  "exec_statement",
  "type_alias_statement",
  "if_statement",
  "elif_clause",
  "else_clause",
  "while_statement",
  "for_statement",
  "try_statement",
  "except_clause",
  "finally_clause",
  "with_statement",
  "with_clause",
  "with_item",
  "match_statement",
  "case_clause",
  "case_pattern",
  "keyword_pattern",
  "class_pattern",
  "splat_pattern",
  "union_pattern",
  "dict_pattern",
  "complex_pattern",
  "function_definition",
  "class_definition",
  "decorated_definition",
  "decorator",
] as const;

export type NodeName = (typeof NAMES)[number];

function numbered(): Readonly<Record<NodeName, number>> {
  const entries = NAMES.map((name, index) => [name, index] as const);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<NodeName, number>>;
}

/** Our number of each node type; anonymous tokens are all `token`, what the grammar could not read is `error`. */
export const NODE = numbered();

/** How many numbers there are. */
export const NODE_COUNT = NAMES.length;

/** Our number by the grammar's id. Ids outside of the table (the parser's own error node) are `NODE.error`. */
export function nodeTypes(language: Language): Uint8Array {
  const known = new Map<string, number>(NAMES.map((name, index) => [name, index]));
  return Uint8Array.from({ length: language.nodeTypeCount }, (_, id) => {
    if (!language.nodeTypeIsNamed(id)) return NODE.token;
    return known.get(language.nodeTypeForId(id) ?? "") ?? NODE.token;
  });
}
