/**
 * The names that every template of dbt sees, in SQL as in YAML: variables, the environment, the target, and functions that
 * compute. What a run decides (the clock, an environment variable that is not set) is unknown.
 */

import { md5 } from "../../../base/hash/md5.ts";
import { parseYaml } from "../../../formats/yaml.ts";
import {
  callable,
  cloneValue,
  type DbtMapping,
  type DbtObject,
  type DbtValue,
  dbtUnknown,
  fromFormat,
  fromJson,
  isMapping,
  isUnknown,
  pythonStr,
  record,
  UNDEFINED,
} from "../../value.ts";
import { toJsonText } from "../builtins/json-text.ts";
import type { JinjaRun, NameSource } from "../run.ts";
import { iterate } from "../sequence.ts";
import { MODULES } from "./modules.ts";

export interface BaseContext {
  readonly projectName: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly target: DbtObject;
  /** The value of a variable for the package that asks; undefined when it is not set anywhere. */
  readonly variable: (name: string) => DbtValue | undefined;
}

const atRunTime = (what: string): DbtValue => dbtUnknown("runtime-input", `${what} is known at run time only`);

const nothing = (name: string): DbtObject => callable(name, () => "");

/** What neither the project nor the run decides. */
const FIXED_NAMES: ReadonlyMap<string, DbtValue> = new Map<string, DbtValue>([
  ["fromjson", callable("fromjson", ({ positional }) => parsed(positional[0], positional[1], (text) => fromJson(JSON.parse(text))))],
  [
    "fromyaml",
    callable("fromyaml", ({ positional }) => parsed(positional[0], positional[1], (text) => fromFormat(parseYaml(text, "libyaml").root))),
  ],
  ["tojson", callable("tojson", ({ positional }) => toJsonText(positional[0] ?? null))],
  ["toyaml", callable("toyaml", () => dbtUnknown("unsupported", "`toyaml` is not read"))],
  [
    "local_md5",
    callable("local_md5", ({ positional }) => (isUnknown(positional[0]) ? positional[0] : md5(pythonStr(positional[0] ?? "")))),
  ],
  ["set", callable("set", ({ positional }) => asList(positional[0]))],
  ["set_strict", callable("set_strict", ({ positional }) => asList(positional[0]))],
  ["zip", callable("zip", ({ positional }) => zipped(positional))],
  ["zip_strict", callable("zip_strict", ({ positional }) => zipped(positional))],
  ["range", callable("range", ({ positional }) => range(positional))],
  ["dict", callable("dict", ({ positional, keywords }) => new Map([...(isMapping(positional[0]) ? positional[0] : []), ...keywords]))],
  ["list", callable("list", ({ positional }) => asList(positional[0]))],
  ["namespace", callable("namespace", ({ positional, keywords }) => namespace(positional[0], keywords))],
  ["log", nothing("log")],
  ["print", nothing("print")],
  ["debug", nothing("debug")],
  [
    "exceptions",
    record({
      warn: nothing("warn"),
      raise_compiler_error: nothing("raise_compiler_error"),
      raise_not_implemented: nothing("raise_not_implemented"),
    }),
  ],
  ["modules", MODULES],
  ["flags", record({ FULL_REFRESH: false, WHICH: atRunTime("the command"), STORE_FAILURES: false }, "flags")],
  ["invocation_id", atRunTime("the invocation's id")],
  ["run_started_at", atRunTime("the time of the run")],
  ["dbt_version", atRunTime("dbt's version")],
  ["builtins", UNDEFINED],
  ["execute", false],
]);

/** `run` is where `return` leaves its value. A name is made when it is asked for: most templates ask for none of these. */
export function baseNames(context: BaseContext, run: JinjaRun): NameSource {
  const made = new Map<string, DbtValue>();
  return (name) => {
    const fixed = FIXED_NAMES.get(name);
    if (fixed !== undefined) return fixed;
    if (!Object.hasOwn(PROJECT_NAMES, name)) return undefined;
    const value = made.get(name) ?? PROJECT_NAMES[name]?.(context, run);
    if (value !== undefined) made.set(name, value);
    return value;
  };
}

const PROJECT_NAMES: Readonly<Record<string, (context: BaseContext, run: JinjaRun) => DbtValue>> = {
  env_var: (context) =>
    callable("env_var", ({ positional, keywords }) =>
      environmentVariable(context, positional[0] ?? "", positional[1] ?? keywords.get("default")),
    ),
  var: variableFunction,
  target: ({ target }) => target,
  project_name: ({ projectName }) => projectName,
  return: (_context, run) => returnFunction(run),
};

function environmentVariable({ environment }: BaseContext, name: DbtValue, fallback: DbtValue | undefined): DbtValue {
  if (isUnknown(name)) return name;
  const value = environment.get(pythonStr(name));
  if (value !== undefined) return value;
  if (fallback !== undefined && fallback !== null) return pythonStr(fallback);
  return dbtUnknown("runtime-input", `the environment variable \`${pythonStr(name)}\` is not set`);
}

/** A variable that is not set is None while dbt parses. */
function variableFunction({ variable }: BaseContext): DbtObject {
  const look = (name: DbtValue): DbtValue | undefined => (isUnknown(name) ? name : variable(pythonStr(name)));
  return {
    ...callable("var", ({ positional, keywords }) => {
      const value = look(positional[0] ?? "");
      return value === undefined ? (positional[1] ?? keywords.get("default") ?? null) : cloneValue(value);
    }),
    attribute: (name) => (name === "has_var" ? callable(name, ({ positional }) => look(positional[0] ?? "") !== undefined) : undefined),
  };
}

function returnFunction(run: JinjaRun): DbtObject {
  return callable("return", ({ positional }) => {
    const condition = run.conditions.at(-1);
    run.returned = { value: condition ?? positional[0] ?? null };
    return "";
  });
}

function parsed(value: DbtValue | undefined, fallback: DbtValue | undefined, parse: (text: string) => DbtValue): DbtValue {
  if (isUnknown(value)) return value;
  try {
    return parse(pythonStr(value ?? ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fallback ?? null;
  }
}

function asList(value: DbtValue | undefined): DbtValue {
  const items = value === undefined ? [] : iterate(value);
  return isUnknown(items) ? items : [...new Set(items)];
}

function zipped(lists: readonly DbtValue[]): DbtValue {
  const rows: DbtValue[][] = [];
  for (const value of lists) {
    const items = iterate(value);
    if (isUnknown(items)) return items;
    rows.push(items);
  }
  const length = Math.min(...rows.map((items) => items.length));
  return Number.isFinite(length) ? Array.from({ length }, (_, index) => rows.map((items) => items[index] ?? null)) : [];
}

const MAX_RANGE = 10_000;

function range(args: readonly DbtValue[]): DbtValue {
  const unknown = args.find(isUnknown);
  if (unknown !== undefined) return unknown;
  const [first = 0, second, third = 1] = args.map(Number);
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const length = third === 0 ? 0 : Math.max(0, Math.ceil((to - from) / third));
  if (!(length <= MAX_RANGE)) return dbtUnknown("limit", "the range is too long");
  return Array.from({ length }, (_, index) => from + index * third);
}

function namespace(initial: DbtValue | undefined, keywords: ReadonlyMap<string, DbtValue>): DbtObject {
  const names: DbtMapping = new Map([...(isMapping(initial) ? initial : []), ...keywords]);
  return {
    kind: "object",
    text: "<Namespace>",
    truth: true,
    attribute: (name) => names.get(name),
    assign: (name, value) => {
      names.set(name, value);
    },
  };
}
