/** Our tree in the words of `record/record_jinja.py`: nested lists under the names of Jinja's own nodes. */
import type {
  AssignTarget,
  JinjaArguments,
  JinjaBody,
  JinjaExpression,
  JinjaParameter,
  JinjaSlice,
  JinjaStatement,
} from "../../../src/formats/jinja/syntax.ts";

type Dump = string | number | boolean | null | Dump[];

const BINARY = { "+": "Add", "-": "Sub", "*": "Mul", "/": "Div", "//": "FloorDiv", "%": "Mod", "**": "Pow", and: "And", or: "Or" };
const UNARY = { not: "Not", "-": "Neg", "+": "Pos" };
const COMPARE = { "==": "eq", "!=": "ne", ">": "gt", ">=": "gteq", "<": "lt", "<=": "lteq", in: "in", "not in": "notin" };

/** Jinja gathers what is printed between two tags in one node. */
export function dumpBody(body: JinjaBody): Dump[] {
  const dumped: Dump[] = [];
  let printed: Dump[] | undefined;
  for (const statement of body) {
    if (statement.kind === "comment") continue;
    const output = printedBy(statement);
    if (output === undefined) {
      printed = undefined;
      const dump = dumpStatement(statement);
      if (dump !== undefined) dumped.push(dump);
    } else if (printed === undefined) {
      printed = output;
      dumped.push(["Output", printed]);
    } else {
      printed.push(...output);
    }
  }
  return dumped;
}

/** Data and `{{ … }}`; a `{% print %}` of several stands alone. */
function printedBy(statement: JinjaStatement): Dump[] | undefined {
  if (statement.kind === "data") return [["TemplateData", statement.text]];
  return statement.kind === "output" && statement.expressions.length === 1 ? statement.expressions.map(dump) : undefined;
}

function dumpStatement(statement: JinjaStatement): Dump | undefined {
  switch (statement.kind) {
    case "data":
    case "comment":
      return undefined;
    case "output":
      return ["Output", statement.expressions.map(dump)];
    case "if": {
      const [first, ...others] = statement.branches.map(({ test, body }) => ["If", dump(test), dumpBody(body)]);
      return [...(first ?? []), others.map((branch) => [...branch, [], []]), dumpBody(statement.otherwise ?? [])];
    }
    case "for": {
      const { target, iterable, body, otherwise, condition, recursive } = statement;
      return ["For", dumpTarget(target), dump(iterable), dumpBody(body), dumpBody(otherwise ?? []), optional(condition), recursive];
    }
    case "set":
      return ["Assign", dumpTarget(statement.target), dump(statement.value)];
    case "set-block":
      return ["AssignBlock", dumpTarget(statement.target), optional(statement.filter), dumpBody(statement.body)];
    case "with":
      return [
        "With",
        statement.bindings.map(({ target }) => dumpTarget(target)),
        statement.bindings.map(({ value }) => dump(value)),
        dumpBody(statement.body),
      ];
    case "macro":
      return ["Macro", statement.name, ...dumpParameters(statement.parameters), dumpBody(statement.body)];
    case "call-block":
      return ["CallBlock", dump(statement.call), ...dumpParameters(statement.parameters), dumpBody(statement.body)];
    case "filter-block":
      return ["FilterBlock", dumpBody(statement.body), dump(statement.filter)];
    case "do":
      return ["ExprStmt", dump(statement.expression)];
    case "autoescape":
      return ["Scope", [["ScopedEvalContextModifier", [["autoescape", dump(statement.enabled)]], dumpBody(statement.body)]]];
    case "block":
      return ["Block", statement.name, dumpBody(statement.body), statement.scoped, statement.required];
    case "extends":
      return ["Extends", dump(statement.template)];
    case "include":
      return ["Include", dump(statement.template), statement.withContext, statement.ignoreMissing];
    case "import":
      return ["Import", dump(statement.template), statement.name, statement.withContext];
    case "from-import":
      return [
        "FromImport",
        dump(statement.template),
        statement.names.map(({ name, alias }) => (name === alias ? name : [name, alias])),
        statement.withContext,
      ];
    case "block-tag":
      return dumpBlockTag(statement);
  }
}

/** dbt's extensions make macros of their tags. */
function dumpBlockTag({ tag, name, parameters, options, body }: Extract<JinjaStatement, { kind: "block-tag" }>): Dump {
  if (tag !== "materialization")
    return [
      "Macro",
      `dbt_${tag === "docs" ? "docs" : "macro"}__${tag === "docs" ? "" : `${tag}_`}${name}`,
      ...dumpParameters(parameters),
      dumpBody(body),
    ];
  const option = (wanted: string): JinjaExpression | undefined => options.find((candidate) => candidate.name === wanted)?.value;
  const adapter = option("adapter");
  const languages = option("supported_languages");
  const macro = `dbt_macro__materialization_${name}_${adapter?.kind === "string" ? adapter.value : "default"}`;
  const defaults: Dump[] = [languages ? dump(languages) : ["List", [["str", "sql"]]]];
  return ["Macro", macro, [["Name", "supported_languages"]], defaults, dumpBody(body)];
}

function dumpParameters(parameters: readonly JinjaParameter[]): [Dump, Dump] {
  return [
    parameters.map(({ name }) => ["Name", name]),
    parameters.flatMap((parameter) => (parameter.default === undefined ? [] : [dump(parameter.default)])),
  ];
}

function dumpTarget(target: AssignTarget): Dump {
  if (target.kind === "name") return ["Name", target.name];
  if (target.kind === "namespace-attribute") return ["NSRef", target.namespace, target.attribute];
  return ["Tuple", target.items.map(dumpTarget)];
}

function optional(expression: JinjaExpression | undefined): Dump {
  return expression === undefined ? null : dump(expression);
}

export function dump(node: JinjaExpression | JinjaSlice): Dump {
  switch (node.kind) {
    case "name":
      return ["Name", node.name];
    case "string":
      return ["str", node.value];
    case "integer":
      return ["int", String(node.value)];
    case "float":
      return ["float", Number.isInteger(node.value) ? node.value.toFixed(1) : String(node.value)];
    case "boolean":
      return ["bool", node.value];
    case "none":
      return ["NoneType", null];
    case "tuple":
    case "list":
      return [node.kind === "tuple" ? "Tuple" : "List", node.items.map(dump)];
    case "dict":
      return ["Dict", node.entries.map(({ key, value }) => ["Pair", dump(key), dump(value)])];
    case "conditional":
      return ["CondExpr", dump(node.test), dump(node.value), optional(node.otherwise)];
    case "filter":
      return ["Filter", optional(node.operand), node.name, ...dumpArguments(node.arguments)];
    case "test":
      return ["Test", dump(node.operand), node.name, ...dumpArguments(node.arguments)];
    case "call":
      return ["Call", dump(node.callee), ...dumpArguments(node.arguments)];
    case "attribute":
      return ["Getattr", dump(node.object), node.name];
    case "subscript":
      return ["Getitem", dump(node.object), dump(node.index)];
    case "slice":
      return ["Slice", optional(node.from), optional(node.to), optional(node.step)];
    case "unary":
      return [UNARY[node.operator], dump(node.operand)];
    case "binary":
      return [BINARY[node.operator], dump(node.left), dump(node.right)];
    case "concat":
      return ["Concat", node.items.map(dump)];
    case "compare":
      return ["Compare", dump(node.first), node.rest.map(({ operator, operand }) => ["Operand", COMPARE[operator], dump(operand)])];
  }
}

function dumpArguments({ positional, keywords, spread, spreadKeywords }: JinjaArguments): Dump[] {
  return [positional.map(dump), keywords.map(({ name, value }) => [name, dump(value)]), optional(spread), optional(spreadKeywords)];
}
