/**
 * One configuration file to what it says. Whatever is wrong with it is a finding at the place in the file, and only the value that is
 * wrong is left out: a typo in one key must not switch a whole configuration off.
 *
 * YAML is read as YAML 1.2 here, where `off` is a word and no boolean.
 */
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import schema from "../../schemas/configuration.schema.json" with { type: "json" };
import { nearestWord } from "../base/edit-distance.ts";
import type { Span } from "../base/span.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { entryOf, type FormatMapping, type FormatNode, type FormatProblem, nodeAt, toPlain } from "../formats/format-node.ts";
import { parseToml } from "../formats/toml.ts";
import { parseYaml } from "../formats/yaml.ts";
import type { ConfigurationFile } from "../types/configuration.ts";
import { configurationProblem } from "./configuration-problem.ts";

export interface ParsedConfiguration {
  readonly path: string;
  /** False for a pyproject.toml without `[tool.dagsight]`. */
  readonly present: boolean;
  /** Only what is valid. */
  readonly file: ConfigurationFile;
  /** The same, with places. */
  readonly root: FormatMapping | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `.github/dagsight.yml`, or a pyproject.toml with a `[tool.dagsight]` table; `path` decides by its ending. */
export function parseConfiguration(text: string, path: string): ParsedConfiguration {
  const toml = path.endsWith(".toml");
  const { root: whole, problems } = toml ? parseToml(text) : parseYaml(text, "core");
  const root = toml ? nodeAt(whole, ["tool", "dagsight"]) : whole;
  const present = toml ? root !== undefined : true;
  const diagnostics = !toml || present ? problems.map((problem) => problemDiagnostic(problem, path)) : [];
  if (root === undefined || (root.kind === "scalar" && root.type === "null"))
    return { path, present, file: {}, root: undefined, diagnostics };
  if (root.kind !== "mapping") {
    const message = "the configuration must be a mapping of keys to values";
    return {
      path,
      present,
      file: {},
      root: undefined,
      diagnostics: [...diagnostics, configurationProblem({ message, severity: "error", path, span: root.span })],
    };
  }
  const { valid, findings } = validate(root, path);
  return { path, present, file: toPlain(valid) as ConfigurationFile, root: valid, diagnostics: [...diagnostics, ...findings] };
}

/** Each round takes out every value that the schema refuses; what is left of a value may be refused in turn, never this often. */
const MAX_ROUNDS = 10;

function validate(root: FormatMapping, path: string): { readonly valid: FormatMapping; readonly findings: Diagnostic[] } {
  const check = new Ajv2020({ allErrors: true, verbose: true, strict: false, meta: false, validateSchema: false }).compile(schema);
  const findings: Diagnostic[] = [];
  let valid = root;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (check(toPlain(valid))) return { valid, findings };
    const faults = distinct((check.errors ?? []).map((error) => faultOf(valid, error)));
    for (const fault of faults) findings.push(configurationProblem({ path, ...fault }));
    valid = faults.reduce((rest, fault) => without(rest, fault.steps), valid);
  }
  return { valid: { ...root, entries: [] }, findings };
}

interface Fault {
  /** Where the value to leave out stands. */
  readonly steps: readonly string[];
  readonly message: string;
  readonly severity: Severity;
  readonly help?: string | undefined;
  readonly span: Span;
}

function faultOf(root: FormatMapping, error: ErrorObject): Fault {
  const steps = error.instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (error.keyword === "additionalProperties") return unknownKey(root, steps, error);
  const span = (nodeBelow(root, steps) ?? root).span;
  const name = `\`${steps.join(".")}\``;
  if (error.keyword === "type") return { steps, message: `${name} must be ${wantedType(error)}`, severity: "error", span };
  if (error.keyword === "pattern" && error.parentSchema?.["description"]) return unlikePattern(error, steps, span);
  if (error.keyword === "required") return missingKey(root, steps, error);
  if (error.keyword !== "enum") return { steps, message: `${name} ${error.message}`, severity: "error", span };
  const allowed: string[] = error.params["allowedValues"].map(String);
  const nearest = nearestWord(String(error.data), allowed);
  const help = nearest && `Did you mean \`${nearest}\`?`;
  return { steps, message: `${name} must be one of ${allowed.map((value) => `\`${value}\``).join(", ")}`, severity: "error", help, span };
}

/** The schema says in words what the pattern is for; of a list of words the nearest is named. */
function unlikePattern({ data, parentSchema }: ErrorObject, steps: readonly string[], span: Span): Fault {
  const wanted = String(parentSchema?.["description"]);
  const words = [...wanted.matchAll(/`([\w.]+)`/g)].flatMap(([, word]) => word ?? []);
  const nearest = nearestWord(String(data), words);
  const help = nearest && `Did you mean \`${nearest}\`?`;
  return { steps, message: `\`${steps.join(".")}\` must be ${wanted}`, severity: "error", help, span };
}

/** Where a key is wanted that is there under a misspelt name, that is named. */
function missingKey(root: FormatMapping, steps: readonly string[], { params, data, parentSchema }: ErrorObject): Fault {
  const key = String(params["missingProperty"]);
  const holder = nodeBelow(root, steps) ?? root;
  const known = new Set(Object.keys(parentSchema?.["properties"] ?? {}));
  const near = nearestWord(
    key,
    Object.keys(data ?? {}).filter((given) => !known.has(given)),
  );
  return {
    steps,
    message: near === undefined ? `\`${steps.join(".")}\` lacks the key \`${key}\`` : `unknown key \`${[...steps, near].join(".")}\``,
    severity: "error",
    help: near === undefined ? undefined : `Did you mean \`${key}\`?`,
    span: (near === undefined ? undefined : entryOf(holder, near)?.key.span) ?? holder.span,
  };
}

/** What people call the types of JSON. */
const TYPES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a mapping of keys to values",
  string: "a text",
  boolean: "`true` or `false`",
  integer: "a whole number",
  number: "a number",
  null: "null",
};

function wantedType({ params }: ErrorObject): string {
  const types: readonly string[] = [params["type"]].flat();
  return types.map((type) => TYPES[type] ?? type).join(" or ");
}

function unknownKey(root: FormatMapping, parent: readonly string[], { params, parentSchema }: ErrorObject): Fault {
  const key = String(params["additionalProperty"]);
  const known = Object.keys(parentSchema?.["properties"] ?? {});
  const nearest = nearestWord(key, known);
  const holder = nodeBelow(root, parent);
  return {
    steps: [...parent, key],
    message: `unknown key \`${[...parent, key].join(".")}\``,
    severity: "warning",
    help: nearest === undefined ? `Known keys: ${known.filter((name) => name !== "$schema").join(", ")}` : `Did you mean \`${nearest}\`?`,
    span: (entryOf(holder, key)?.key ?? holder ?? root).span,
  };
}

function nodeBelow(root: FormatNode, path: readonly string[]): FormatNode | undefined {
  return path.reduce<FormatNode | undefined>(
    (node, step) =>
      node?.kind === "sequence"
        ? node.items[Number(step)]
        : node?.kind === "mapping"
          ? node.entries.find(({ key }) => String(key.value) === step)?.value
          : undefined,
    root,
  );
}

/** Several branches of one schema complain about one value: the first complaint is enough. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map([...faults].reverse().map((fault) => [fault.steps.join("\0"), fault])).values()].reverse();
}

/** A wrong item takes its whole list along: half a list would mean something else. */
function without(root: FormatMapping, [step, ...rest]: readonly string[]): FormatMapping {
  const entries = root.entries.flatMap((entry) => {
    if (String(entry.key.value) !== step) return [entry];
    return rest.length > 0 && entry.value.kind === "mapping" ? [{ key: entry.key, value: without(entry.value, rest) }] : [];
  });
  return { ...root, entries };
}

function problemDiagnostic({ message, severity, span }: FormatProblem, path: string): Diagnostic {
  return configurationProblem({ message, severity, path, span });
}
