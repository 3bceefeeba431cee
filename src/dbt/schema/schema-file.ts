/** One YAML file of properties: its entries by section, rendered as dbt renders them, each with its place. */
import type { Location } from "../../base/span.ts";
import { type FormatNode, nodeAt } from "../../formats/format-node.ts";
import type { BaseContext } from "../jinja/context/base-context.ts";
import { type Keypath, renderDeep } from "../jinja/render.ts";
import type { PackageFile } from "../project/package-files.ts";
import type { DbtPackage } from "../project/project-file.ts";
import { noteProblem, type ProjectReading, readProjectYaml } from "../project/project-reading.ts";
import { type DbtMapping, fromFormat, isMapping } from "../value.ts";

export const SCHEMA_SECTIONS = [
  "models",
  "seeds",
  "snapshots",
  "sources",
  "analyses",
  "data_tests",
  "exposures",
  "metrics",
  "groups",
  "semantic_models",
  "saved_queries",
  "unit_tests",
] as const;
export type SchemaSection = (typeof SCHEMA_SECTIONS)[number];

export interface SchemaEntry {
  readonly section: SchemaSection;
  readonly value: DbtMapping;
  readonly package: DbtPackage;
  readonly file: PackageFile;
  readonly location: Location;
  /** The place of a part: `["columns", 0, "data_tests", 1]`. */
  readonly locate: (path: Keypath) => Location;
}

export function readSchemaFile(reading: ProjectReading, dbtPackage: DbtPackage, file: PackageFile, context: BaseContext): SchemaEntry[] {
  const root = readProjectYaml(reading, file.file);
  if (root === undefined || (root.kind === "scalar" && root.value === null)) return [];
  if (root.kind !== "mapping") {
    noteProblem(reading, file.file, {
      kind: "properties",
      severity: "error",
      message: "the file is no mapping of sections",
      span: root.span,
    });
    return [];
  }
  return SCHEMA_SECTIONS.flatMap((section) => entriesOf(reading, { section, dbtPackage, file, context }, nodeAt(root, [section])));
}

interface SectionContext {
  readonly section: SchemaSection;
  readonly dbtPackage: DbtPackage;
  readonly file: PackageFile;
  readonly context: BaseContext;
}

function entriesOf(
  reading: ProjectReading,
  { section, dbtPackage, file, context }: SectionContext,
  list: FormatNode | undefined,
): SchemaEntry[] {
  if (list === undefined) return [];
  const path = file.file;
  if (list.kind !== "sequence") {
    // "Unable to parse 'data_tests' section": dbt says so and reads on; any other section it refuses.
    const severity = section === "data_tests" ? "warning" : "error";
    noteProblem(reading, path, { kind: "properties", severity, message: `\`${section}\` is no list`, span: list.span });
    return [];
  }
  return list.items.flatMap((node) => {
    const raw = fromFormat(node);
    if (!isMapping(raw) || !(raw.has("name") || raw.has("model"))) {
      noteProblem(reading, path, {
        kind: "properties",
        severity: "error",
        message: `an entry of \`${section}\` has no name`,
        span: node.span,
      });
      return [];
    }
    const value = renderDeep(context, raw, (at) => shouldRender(section, at));
    const locate = (at: Keypath): Location => {
      const { start, end } = (nodeAt(node, at) ?? node).span;
      return { path, start, end };
    };
    return isMapping(value) ? [{ section, value, package: dbtPackage, file, location: locate([]), locate }] : [];
  });
}

const LATE = new Set<string | number>(["tests", "data_tests", "description", "loaded_at_query"]);
const LATE_HOOKS = new Set<string | number>(["pre_hook", "post_hook", "pre-hook", "post-hook", "loaded_at_query"]);

/** Tests and descriptions are rendered later, in contexts of their own. */
function shouldRender(section: SchemaSection, path: Keypath): boolean {
  const [first, , third] = path;
  if (section === "sources") {
    if (first === "description") return false;
    return first === "tables" ? !isLate(path.slice(2)) : true;
  }
  if (section === "metrics" && path.includes("filter")) return false;
  if (section === "saved_queries" && first === "query_params" && path[1] === "where") return false;
  if (section === "unit_tests") return first !== "given" && first !== "expect";
  if (["dimensions", "measures", "entities"].includes(String(first)) && third === "description") return false;
  return !isLate(path);
}

function isLate(path: Keypath): boolean {
  const [first = "", second = "", third = ""] = path;
  if (LATE.has(first) || (path.length === 2 && LATE.has(second))) return true;
  if (first === "config" && LATE_HOOKS.has(second)) return true;
  if (path.length === 5 && path[4] === "description") return true;
  return first === "columns" && LATE.has(third);
}
