/** Projects for property tests: assets of every way of writing them, in files of every manner, with jobs, a schedule, a sensor, a check and a resource. */
import fc from "fast-check";
import type { Files } from "./edit-files.ts";

export const NAMES = ["orders", "customers", "payments", "refunds"] as const;

export interface GeneratedAsset {
  readonly style: "function" | "name" | "key" | "prefix" | "spec";
  readonly takes: "parameter" | "deps-name" | "deps-string" | "ins";
  /** Of those before it. */
  readonly upstream: readonly boolean[];
}

export interface Generated {
  readonly assets: readonly GeneratedAsset[];
  readonly single: boolean;
  readonly crlf: boolean;
  readonly tabs: boolean;
  /** `from dagster import …`, not `import dagster as dg`. */
  readonly direct: boolean;
  /** Every argument of `Definitions` on its own line. */
  readonly exploded: boolean;
  /** Assets in a module of their own. */
  readonly apart: boolean;
}

export const generatedProject: fc.Arbitrary<Generated> = fc.record({
  assets: fc.array(
    fc.record({
      style: fc.constantFrom("function", "name", "key", "prefix", "spec"),
      takes: fc.constantFrom("parameter", "deps-name", "deps-string", "ins"),
      upstream: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: NAMES.length },
  ) as fc.Arbitrary<readonly GeneratedAsset[]>,
  single: fc.boolean(),
  crlf: fc.boolean(),
  tabs: fc.boolean(),
  direct: fc.boolean(),
  exploded: fc.boolean(),
  apart: fc.boolean(),
});

/** `raw/orders` of an asset with a prefix. */
export function keyOf({ style }: Pick<GeneratedAsset, "style">, index: number): string {
  const name = NAMES[index] ?? "";
  return style === "prefix" ? `raw/${name}` : name;
}

export function keysOf({ assets }: Generated): readonly string[] {
  return assets.map(keyOf);
}

export function filesOf(project: Generated): Files {
  const dg = project.direct ? "" : "dg.";
  const head = project.direct ? `from dagster import ${IMPORTED.join(", ")}\n` : "import dagster as dg\n";
  const variables = project.assets.map(
    ({ style }, index) => (style === "function" || style === "prefix" ? NAMES[index] : `made_${index}`) ?? "",
  );
  const assets = project.assets.map((asset, index) => assetText(asset, index, { dg, project, variables })).join("\n\n");
  const rest = restText(project, dg, variables);
  const imports = `from assets import ${variables.join(", ")}\n`;
  const files = project.apart
    ? { "assets.py": `${head}\n\n${assets}`, "definitions.py": `${head}\n${imports}\n\n${rest}` }
    : { "definitions.py": `${head}\n\n${assets}\n\n${rest}` };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, mannered(text, project)]));
}

const IMPORTED = ["AssetCheckResult", "AssetIn", "AssetKey", "AssetSpec", "Definitions", "asset", "asset_check", "define_asset_job"];
IMPORTED.push("ConfigurableResource", "ScheduleDefinition", "sensor", "SkipReason");
IMPORTED.sort();

interface Manner {
  readonly dg: string;
  readonly project: Generated;
  readonly variables: readonly string[];
}

function assetText(asset: GeneratedAsset, index: number, { dg, project, variables }: Manner): string {
  const { style, takes } = asset;
  const wanted = keysOf(project).flatMap((key, before) => (before < index && asset.upstream[before] ? [{ key, before }] : []));
  const plain = takes === "parameter" && wanted.every(({ key }) => !key.includes("/"));
  const keyText = (key: string) =>
    key.includes("/")
      ? `${dg}AssetKey([${key
          .split("/")
          .map((part) => `"${part}"`)
          .join(", ")}])`
      : `"${key}"`;
  const element = (each: { readonly key: string; readonly before: number }) =>
    takes === "deps-name" ? (variables[each.before] ?? "") : keyText(each.key);
  const usesDeps = style === "spec" || (takes !== "ins" && !plain);
  const deps = wanted.length > 0 && usesDeps ? `deps=[${wanted.map(element).join(", ")}]` : "";
  const variable = variables[index] ?? "";
  if (style === "spec") return `${variable} = ${dg}AssetSpec("${NAMES[index]}"${deps === "" ? "" : `, ${deps}`})  # external\n`;
  const loads = takes === "ins" && wanted.length > 0;
  const ins = loads ? `ins={${wanted.map(({ key }, at) => `"in_${at}": ${dg}AssetIn(${keyText(key)})`).join(", ")}}` : "";
  const args = [nameText(style, NAMES[index] ?? "", dg), deps, ins].filter((text) => text !== "").join(", ");
  const parameters = loads ? wanted.map((_, at) => `in_${at}`) : plain ? wanted.map(({ key }) => key) : [];
  return `@${dg}asset${args === "" ? "" : `(${args})`}\ndef ${variable}(${parameters.join(", ")}):\n    return 1  # made\n`;
}

function nameText(style: GeneratedAsset["style"], name: string, dg: string): string {
  if (style === "name") return `name="${name}"`;
  if (style === "prefix") return 'key_prefix="raw"';
  return style === "key" ? `key=${dg}AssetKey(["${name}"])` : "";
}

function restText(project: Generated, dg: string, variables: readonly string[]): string {
  const executable = project.assets.flatMap((asset, index) => (asset.style === "spec" ? [] : [keyOf(asset, index)]));
  const [checked = ""] = keysOf(project);
  const lists = [
    `assets=[${variables.join(", ")}]`,
    "asset_checks=[is_fine]",
    ...(executable.length > 0 ? ["jobs=[nightly, weekly]", "schedules=[at_night]", "sensors=[on_change]"] : []),
    'resources={"warehouse": Warehouse()}',
  ];
  const jobs = `nightly = ${dg}define_asset_job("nightly", selection="${executable
    .map((key) => `key:"${key}"`)
    .join(" or ")
    .replaceAll('"', "'")}")
weekly = ${dg}define_asset_job("weekly", selection=[${executable.map((key) => `"${key}"`).join(", ")}])
at_night = ${dg}ScheduleDefinition(name="at_night", job=nightly, cron_schedule="0 1 * * *")


@${dg}sensor(job_name="nightly")
def on_change():
    yield ${dg}SkipReason("nothing")


`;
  const check = `class Warehouse(${dg}ConfigurableResource):
    """Where tables are."""


@${dg}asset_check(asset=${dg}AssetKey([${checked
    .split("/")
    .map((part) => `"${part}"`)
    .join(", ")}]))
def is_fine():
    return ${dg}AssetCheckResult(passed=True)


`;
  const body = project.exploded ? `\n${lists.map((text) => `    ${text},\n`).join("")}` : lists.join(", ");
  return `${executable.length > 0 ? jobs : ""}${check}defs = ${dg}Definitions(${body})\n`;
}

function mannered(text: string, { single, tabs, crlf }: Generated): string {
  let own = text;
  // A selection holds quotes of the other kind: swapped, not replaced.
  if (single) own = own.replace(/["']/g, (quote) => (quote === '"' ? "'" : '"')).replace(/'''/g, '"""');
  if (tabs) own = own.replaceAll("    ", "\t");
  return crlf ? own.replaceAll("\n", "\r\n") : own;
}
