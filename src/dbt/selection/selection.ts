/** dbt's selection syntax as a tree: `+tag:nightly,path:models other+2` and the definitions of `selectors.yml`. */
import type { DbtSelectors } from "../dbt-project.ts";
import { textOf } from "../project/project-file.ts";
import { type DbtMapping, type DbtValue, isMapping, numberOf, pythonStr } from "../value.ts";

export interface SelectionCriteria {
  readonly kind: "criteria";
  /** `tag`, `config`, … */
  readonly method: string;
  /** `["materialized"]` of `config.materialized`. */
  readonly arguments: readonly string[];
  readonly value: string;
  /** `@`. */
  readonly childrensParents: boolean;
  /** Steps upstream and downstream; 0 is none. */
  readonly parents: number;
  readonly children: number;
}

export type Selection =
  | SelectionCriteria
  | { readonly kind: "union" | "intersection"; readonly parts: readonly Selection[] }
  | { readonly kind: "difference"; readonly from: Selection; readonly without: Selection }
  /** What is no selection; nothing is selected by it. */
  | { readonly kind: "invalid"; readonly text: string };

const CRITERIA = /^(@)?(?:(\d*)(\+))?(?:([\w.]+):)?(.*?)(?:(\+)(\d*))?$/s;

/** A space is a union, a comma an intersection. */
export function parseSelection(text: string): Selection {
  const words = text.split(" ").filter((word) => word !== "");
  return {
    kind: "union",
    parts: words.map((word) => ({ kind: "intersection", parts: word.split(",").map(parseCriteria) })),
  };
}

export function parseCriteria(text: string): Selection {
  const match = CRITERIA.exec(text);
  if (match === null) return { kind: "invalid", text };
  const [, at, parentsDepth, parents, method, value = "", children, childrenDepth] = match;
  if (at !== undefined && children !== undefined) return { kind: "invalid", text };
  const [name = "", ...args] = (method ?? defaultMethod(value)).split(".");
  return {
    kind: "criteria",
    method: name,
    arguments: args,
    value,
    childrensParents: at !== undefined,
    parents: parents === undefined ? 0 : depthOf(parentsDepth),
    children: children === undefined ? 0 : depthOf(childrenDepth),
  };
}

function depthOf(text: string | undefined): number {
  return text === undefined || text === "" ? Number.POSITIVE_INFINITY : Number(text);
}

function defaultMethod(value: string): string {
  if (value.includes("/")) return "path";
  return /\.(sql|py|csv)$/i.test(value) ? "file" : "fqn";
}

/** The named selector of `selectors.yml`; undefined when there is none. */
export function namedSelection(selectors: DbtSelectors, name: string, opened: readonly string[] = []): Selection | undefined {
  const definition = selectors.get(name)?.get("definition");
  if (definition === undefined || opened.includes(name)) return undefined;
  return fromDefinition(selectors, definition, [...opened, name]);
}

function fromDefinition(selectors: DbtSelectors, definition: DbtValue, opened: readonly string[]): Selection {
  if (typeof definition === "string") return parseCriteria(definition);
  if (!isMapping(definition)) return { kind: "invalid", text: pythonStr(definition) };
  for (const kind of ["union", "intersection"] as const) {
    const parts = definition.get(kind);
    if (Array.isArray(parts)) return combined(selectors, kind, parts, opened);
  }
  if (definition.get("method") === "selector") {
    const name = pythonStr(definition.get("value") ?? "");
    return namedSelection(selectors, name, opened) ?? { kind: "invalid", text: `selector:${name}` };
  }
  const [only] = definition;
  if (definition.size === 1 && only !== undefined) return parseWithMethod(only[0], pythonStr(only[1]));
  return withExclusions(selectors, fromMethod(definition), definition.get("exclude"), opened);
}

function combined(
  selectors: DbtSelectors,
  kind: "union" | "intersection",
  parts: readonly DbtValue[],
  opened: readonly string[],
): Selection {
  const isExclusion = (part: DbtValue): part is DbtMapping => isMapping(part) && part.has("exclude") && !part.has("method");
  const included = parts.filter((part) => !isExclusion(part)).map((part) => fromDefinition(selectors, part, opened));
  return withExclusions(selectors, { kind, parts: included }, parts.find(isExclusion)?.get("exclude"), opened);
}

function withExclusions(selectors: DbtSelectors, from: Selection, exclude: DbtValue | undefined, opened: readonly string[]): Selection {
  if (!Array.isArray(exclude) || exclude.length === 0) return from;
  const without = exclude.map((part) => fromDefinition(selectors, part, opened));
  return { kind: "difference", from, without: { kind: "union", parts: without } };
}

function parseWithMethod(method: string, value: string): Selection {
  const [name = "", ...args] = method.split(".");
  return { kind: "criteria", method: name, arguments: args, value, childrensParents: false, parents: 0, children: 0 };
}

function fromMethod(definition: DbtMapping): Selection {
  const base = parseWithMethod(textOf(definition.get("method")) ?? "fqn", pythonStr(definition.get("value") ?? ""));
  if (base.kind !== "criteria") return base;
  const depth = (flag: string): number => {
    if (definition.get(flag) !== true) return 0;
    return numberOf(definition.get(`${flag}_depth`)) ?? Number.POSITIVE_INFINITY;
  };
  return {
    ...base,
    childrensParents: definition.get("childrens_parents") === true,
    parents: depth("parents"),
    children: depth("children"),
  };
}
