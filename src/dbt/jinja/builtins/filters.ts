/** Jinja's filters, and dbt's `as_bool`, `as_native`, `as_number`, `as_text`. */
import type { FilterExpression } from "../../../formats/jinja/syntax.ts";
import {
  type DbtCallArguments,
  type DbtUnknown,
  type DbtValue,
  dbtUnknown,
  equalValues,
  findUnknown,
  isMapping,
  isObject,
  isUnknown,
  numberOf,
  pythonStr,
  truthOf,
  UNDEFINED,
} from "../../value.ts";
import { evaluateArguments } from "../call-arguments.ts";
import { parseNative } from "../native.ts";
import { orderOf } from "../operators.ts";
import type { JinjaRun, JinjaScope } from "../run.ts";
import { iterate, takeItem } from "../sequence.ts";
import { toJsonText } from "./json-text.ts";
import { joined, methodOf } from "./methods.ts";
import { testValue } from "./tests.ts";

type Filter = (value: DbtValue, args: DbtCallArguments) => DbtValue;

const argument = (args: DbtCallArguments, index: number, name: string): DbtValue | undefined =>
  args.positional[index] ?? args.keywords.get(name);

function overItems(work: (items: readonly DbtValue[], args: DbtCallArguments) => DbtValue): Filter {
  return (value, args) => {
    const items = iterate(value);
    return isUnknown(items) ? items : work(items, args);
  };
}

function method(name: string): Filter {
  return (value, args) => methodOf(typeof value === "string" ? value : pythonStr(value), name)?.call?.(args) ?? UNDEFINED;
}

const FILTERS: Readonly<Record<string, Filter>> = {
  lower: method("lower"),
  upper: method("upper"),
  title: method("title"),
  capitalize: method("capitalize"),
  trim: method("strip"),
  replace: method("replace"),
  string: (value) => pythonStr(value),
  safe: (value) => value,
  escape: (value) => value,
  e: (value) => value,
  as_text: (value) => pythonStr(value),
  as_bool: (value) => parseNative(value),
  as_number: (value) => parseNative(value),
  as_native: (value) => parseNative(value),
  int: (value, args) => wholeNumber(value) ?? argument(args, 0, "default") ?? 0,
  float: (value) => ({ kind: "float", value: numberOf(value) ?? (Number.parseFloat(pythonStr(value)) || 0) }),
  abs: (value) => Math.abs(numberOf(value) ?? 0),
  round: (value, args) => {
    const digits = 10 ** (numberOf(argument(args, 0, "precision")) ?? 0);
    return { kind: "float", value: Math.round((numberOf(value) ?? 0) * digits) / digits };
  },
  default: (value, args) => defaulted(value, args),
  d: (value, args) => defaulted(value, args),
  join: (value, args) => {
    const attribute = argument(args, 1, "attribute");
    const separator = pythonStr(argument(args, 0, "d") ?? "");
    const items = attribute === undefined ? value : mapped(value, (item) => takeItem(item, attribute));
    return joined(separator, items);
  },
  list: overItems((items) => [...items]),
  length: overItems((items) => items.length),
  count: overItems((items) => items.length),
  first: overItems((items) => items[0] ?? UNDEFINED),
  last: overItems((items) => items.at(-1) ?? UNDEFINED),
  reverse: overItems((items) => items.toReversed()),
  sum: overItems((items) => items.reduce((total: number, item) => total + (numberOf(item) ?? 0), 0)),
  unique: overItems((items) => items.filter((item, index) => items.findIndex((other) => equalValues(other, item) === true) === index)),
  sort: overItems((items, args) => sorted(items, argument(args, 2, "attribute"), argument(args, 0, "reverse"))),
  min: overItems((items) => sorted(items, undefined, undefined)[0] ?? UNDEFINED),
  max: overItems((items) => sorted(items, undefined, undefined).at(-1) ?? UNDEFINED),
  map: (value, args) => mapFilter(value, args),
  select: (value, args) => selected(value, args, true),
  reject: (value, args) => selected(value, args, false),
  selectattr: (value, args) => selectedBy(value, args, true),
  rejectattr: (value, args) => selectedBy(value, args, false),
  items: (value) => (isMapping(value) ? [...value] : []),
  dictsort: (value) => (isMapping(value) ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : []),
  attr: (value, args) => takeItem(value, argument(args, 0, "name") ?? ""),
  tojson: (value) => toJsonText(value),
  indent: (value) => value,
  batch: overItems((items, args) => batched(items, numberOf(argument(args, 0, "linecount")) ?? 1)),
  truncate: (value) => value,
  wordcount: (value) => pythonStr(value).split(/\s+/).filter(Boolean).length,
};

/** `operand` is given where a block is filtered. */
export function applyFilter(run: JinjaRun, scope: JinjaScope, expression: FilterExpression, operand: DbtValue | undefined): DbtValue {
  const inner = expression.operand;
  const value =
    inner === undefined
      ? (operand ?? "")
      : operand !== undefined && inner.kind === "filter"
        ? applyFilter(run, scope, inner, operand)
        : run.evaluate(scope, inner);
  return filterValue(expression.name, value, evaluateArguments(run, scope, expression.arguments));
}

function filterValue(name: string, value: DbtValue, args: DbtCallArguments): DbtValue {
  if (isUnknown(value)) return value;
  const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  return filter === undefined ? dbtUnknown("unsupported", `the Jinja filter \`${name}\` is not read`) : filter(value, args);
}

function defaulted(value: DbtValue, args: DbtCallArguments): DbtValue {
  const fallback = argument(args, 0, "default_value") ?? "";
  if (isObject(value) && !value.truth) return fallback;
  return argument(args, 1, "boolean") === true && truthOf(value) === false ? fallback : value;
}

function wholeNumber(value: DbtValue): number | undefined {
  const number = numberOf(value) ?? Number.parseInt(pythonStr(value), 10);
  return Number.isFinite(number) ? Math.trunc(number) : undefined;
}

function mapped(value: DbtValue, work: (item: DbtValue) => DbtValue): DbtValue {
  const items = iterate(value);
  return isUnknown(items) ? items : items.map(work);
}

function mapFilter(value: DbtValue, args: DbtCallArguments): DbtValue {
  const attribute = args.keywords.get("attribute");
  if (attribute !== undefined) {
    const path = pythonStr(attribute).split(".");
    return mapped(value, (item) => path.reduce<DbtValue>((at, step) => takeItem(at, /^\d+$/.test(step) ? Number(step) : step), item));
  }
  const [name, ...positional] = args.positional;
  return mapped(value, (item) => filterValue(pythonStr(name ?? ""), item, { positional, keywords: args.keywords }));
}

function selected(value: DbtValue, { positional }: DbtCallArguments, wanted: boolean): DbtValue {
  const [name, parameter] = positional;
  return chosen(value, wanted, (item) => (name === undefined ? item : testValue(pythonStr(name), item, parameter ?? null)));
}

function selectedBy(value: DbtValue, { positional }: DbtCallArguments, wanted: boolean): DbtValue {
  const [attribute, name, parameter] = positional;
  return chosen(value, wanted, (item) => {
    const taken = takeItem(item, attribute ?? "");
    return name === undefined ? taken : testValue(pythonStr(name), taken, parameter ?? null);
  });
}

function chosen(value: DbtValue, wanted: boolean, test: (item: DbtValue) => DbtValue): DbtValue {
  const items = iterate(value);
  if (isUnknown(items)) return items;
  const kept: DbtValue[] = [];
  for (const item of items) {
    const truth = truthOf(test(item));
    if (typeof truth !== "boolean") return truth;
    if (truth === wanted) kept.push(item);
  }
  return kept;
}

function sorted(items: readonly DbtValue[], attribute: DbtValue | undefined, reverse: DbtValue | undefined): DbtValue[] {
  const key = (item: DbtValue): DbtValue => (attribute === undefined || attribute === null ? item : takeItem(item, attribute));
  const unknown: DbtUnknown | undefined = findUnknown([...items]);
  if (unknown !== undefined) return [unknown];
  const ascending = items.toSorted((left, right) => {
    const order = orderOf(key(left), key(right));
    return typeof order === "number" ? order : 0;
  });
  return reverse === true ? ascending.reverse() : ascending;
}

function batched(items: readonly DbtValue[], size: number): DbtValue[] {
  const batches: DbtValue[] = [];
  for (let start = 0; start < items.length; start += Math.max(1, size)) batches.push(items.slice(start, start + size));
  return batches;
}
