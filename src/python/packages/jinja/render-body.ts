/**
 * A template's statements over Python values. What a body prints is a list of values: joined it is the text, alone it is the value itself
 * (native templates). Branches that nobody can decide between make the whole unknown: a text that is half known names nothing.
 */
import type {
  AssignTarget,
  ForStatement,
  JinjaBody,
  JinjaExpression,
  JinjaStatement,
  MacroStatement,
} from "../../../formats/jinja/syntax.ts";
import type { Interpreter } from "../../interpreter.ts";
import type { CallContext } from "../../library.ts";
import { bool, int, native, setEntry, str, strDict } from "../../make-value.ts";
import type { Value } from "../../value.ts";
import { joined, UNDEFINED } from "./names.ts";
import { FILTER } from "./python-expression.ts";

/** Names of a template; loops and blocks have maps of their own. */
export type JinjaNames = Map<string, Value>;

export interface TemplateRun {
  readonly interpreter: Interpreter;
  /** Where the template stands, for messages. */
  readonly at: CallContext["at"];
  evaluate(expression: JinjaExpression, names: JinjaNames): Value;
  /** The body of another template, for `include` and `import`. */
  load?(name: string): JinjaBody | undefined;
}

/** What a body prints, part by part. */
export function renderBody(body: JinjaBody, names: JinjaNames, run: TemplateRun): readonly Value[] {
  return body.flatMap((statement) => renderStatement(statement, names, run));
}

/** What a body prints as one text; the first part that is not known stands for all. */
export function renderText(body: JinjaBody, names: JinjaNames, { interpreter, at, ...run }: TemplateRun): Value {
  const whole = { interpreter, at, ...run };
  return joined(renderBody(body, names, whole), interpreter.toStr.bind(interpreter), at);
}

function renderStatement(statement: JinjaStatement, names: JinjaNames, run: TemplateRun): readonly Value[] {
  switch (statement.kind) {
    case "data":
      return [str(statement.text)];
    case "comment":
      return [];
    case "output":
      return statement.expressions.map((expression) => run.evaluate(expression, names));
    case "if":
      return renderIf(statement, names, run);
    case "for":
      return renderFor(statement, names, run);
    case "set":
      return assign(statement.target, run.evaluate(statement.value, names), names);
    case "set-block":
      return assign(statement.target, renderText(statement.body, new Map(names), run), names);
    case "with": {
      const inner = new Map(names);
      for (const { target, value } of statement.bindings) assign(target, run.evaluate(value, names), inner);
      return renderBody(statement.body, inner, run);
    }
    case "macro":
      names.set(statement.name, macro(statement, names, run));
      return [];
    case "do":
      run.evaluate(statement.expression, names);
      return [];
    case "filter-block": {
      const text = renderText(statement.body, new Map(names), run);
      const filter = names.get(FILTER + statement.filter.name);
      return [filter ? call(filter, [text], run) : unread(statement.kind, run)];
    }
    case "block":
    case "autoescape":
      return renderBody(statement.body, names, run);
    case "include": {
      const name = run.evaluate(statement.template, names);
      const body = name.kind === "str" ? run.load?.(name.value) : undefined;
      return body ? renderBody(body, new Map(names), run) : [unread(statement.kind, run)];
    }
    default:
      return [unread(statement.kind, run)];
  }
}

function unread(kind: string, { interpreter, at }: TemplateRun): Value {
  return interpreter.unknown("unsupported", `\`${kind}\` in a template is not read`, at);
}

function call(callee: Value, values: readonly Value[], { interpreter, at }: TemplateRun): Value {
  return interpreter.call(callee, { positional: values.map((value) => ({ value, at })), keywords: new Map(), complete: true }, at);
}

function renderIf(statement: Extract<JinjaStatement, { kind: "if" }>, names: JinjaNames, run: TemplateRun): readonly Value[] {
  const { interpreter, at } = run;
  for (const branch of statement.branches) {
    const test = run.evaluate(branch.test, names);
    const verdict = interpreter.truth(test);
    if (verdict === "yes") return renderBody(branch.body, names, run);
    if (verdict === "unknown")
      return [test.kind === "unknown" ? test : interpreter.unknown("runtime-input", "this condition is not known", at)];
  }
  return renderBody(statement.otherwise ?? [], names, run);
}

function renderFor(statement: ForStatement, names: JinjaNames, run: TemplateRun): readonly Value[] {
  const { items: all, gap } = run.interpreter.iterate(run.evaluate(statement.iterable, names), run.at);
  if (gap) return [gap];
  const scopeOf = (item: Value): JinjaNames => {
    const inner = new Map(names);
    assign(statement.target, item, inner, run);
    return inner;
  };
  const { condition } = statement;
  const items = condition ? all.filter((item) => run.interpreter.truth(run.evaluate(condition, scopeOf(item))) === "yes") : all;
  if (items.length === 0) return renderBody(statement.otherwise ?? [], names, run);
  return items.flatMap((item, index) => {
    const inner = scopeOf(item);
    inner.set("loop", loopObject(items, index));
    return renderBody(statement.body, inner, run);
  });
}

function loopObject(items: readonly Value[], index: number): Value {
  return strDict([
    ["index", int(index + 1)],
    ["index0", int(index)],
    ["revindex", int(items.length - index)],
    ["revindex0", int(items.length - index - 1)],
    ["first", bool(index === 0)],
    ["last", bool(index === items.length - 1)],
    ["length", int(items.length)],
    ["previtem", items[index - 1] ?? UNDEFINED],
    ["nextitem", items[index + 1] ?? UNDEFINED],
  ]);
}

function assign(target: AssignTarget, value: Value, names: JinjaNames, run?: TemplateRun): readonly Value[] {
  switch (target.kind) {
    case "name":
      names.set(target.name, value);
      break;
    case "target-tuple": {
      const items = value.kind === "tuple" || value.kind === "list" ? value.items : (run?.interpreter.iterate(value, run.at).items ?? []);
      for (const [index, each] of target.items.entries()) assign(each, items[index] ?? UNDEFINED, names, run);
      break;
    }
    case "namespace-attribute": {
      const namespace = names.get(target.namespace);
      if (namespace?.kind === "dict") setEntry(namespace, str(target.attribute), value);
      break;
    }
  }
  return [];
}

function macro(statement: MacroStatement, names: JinjaNames, run: TemplateRun): Value {
  return native(statement.name, ({ args }) => {
    const inner = new Map(names);
    for (const [index, parameter] of statement.parameters.entries()) {
      const given = args.positional[index]?.value ?? args.keywords.get(parameter.name)?.value;
      inner.set(parameter.name, given ?? (parameter.default ? run.evaluate(parameter.default, inner) : UNDEFINED));
    }
    return renderText(statement.body, inner, run);
  });
}
