import { signatureOfFunction } from "../../dagster/library/function-signature.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import type { LibraryObject, Value } from "../../python/value.ts";
import { ANY, type ConfigType } from "../facts/config-schema/config-type.ts";
import { typeOfAnnotation } from "../facts/config-schema/of-annotation.ts";
import { typeOfSchema } from "../facts/config-schema/of-schema.ts";
import { valueProblem } from "../facts/config-schema/value-problem.ts";
import { functionOf, placeOfArgument } from "../facts/definition-place.ts";
import { annotationOf } from "../facts/functions/parameter-mistake.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { defineRule } from "../rule.ts";

export const jobConfigInvalid = defineRule({
  name: "job-config-invalid",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The `config` of a job of ops names an op that the job does not have, or gives an op what its configuration does not take.",
    why: "Dagster refuses: `Error in config when building job '...': the provided config is missing required fields or contains invalid entries`.",
    example: `import dagster as dg

@dg.op(config_schema={"limit": int})
def load(context): ...

@dg.job(config={"ops": {"laod": {"config": {"limit": 1}}}})
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.op(config_schema={"limit": int})
def load(context): ...

@dg.job(config={"ops": {"load": {"config": {"limit": 1}}}})
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_core/definitions/job_definition.py, _config/validate.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const job of graphs.flatMap(({ jobs }) => jobs)) {
      const config = job.object.fields.get("config");
      if (job.kind !== "op" || job.condition || job.opsGap || !config) continue;
      const problem = problemOf(config, job.ops, location.interpreter);
      if (problem === undefined) continue;
      report({
        message: `the configuration of the job \`${job.name}\` ${problem.message}`,
        why: `Dagster: "Error in config when building job '${job.name}': the provided config is missing required fields or contains invalid entries".`,
        help: problem.help ?? "Give what the ops of the job take.",
        location: placeOfArgument(job.object, "config") ?? job.at,
        subject: `job:${job.name}`,
      });
    }
  },
});

interface Problem {
  readonly message: string;
  readonly help?: string;
}

type Op = { readonly name: string; readonly definition: LibraryObject };

const ROOTS: readonly string[] = ["ops", "resources", "loggers", "execution", "inputs"];

function problemOf(config: Value, ops: readonly Op[], interpreter: Interpreter): Problem | undefined {
  if (config.kind === "object")
    return config.type === "dagster.RunConfig" ? problemOfOps(config.fields.get("ops"), ops, interpreter) : undefined;
  if (config.kind !== "dict" || !config.complete) return undefined;
  for (const { key } of config.entries.values()) {
    if (key.kind === "str" && !ROOTS.includes(key.value))
      return {
        message: `has \`${key.value}\` at its root`,
        help: didYouMean(misspelt(key.value, ROOTS), `At the root stand ${ROOTS.join(", ")}.`),
      };
  }
  return problemOfOps(entryOf(config, "ops"), ops, interpreter);
}

function entryOf(value: Value | undefined, name: string): Value | undefined {
  const entries = value?.kind === "dict" ? [...value.entries.values()] : [];
  return entries.find(({ key }) => key.kind === "str" && key.value === name)?.value;
}

function problemOfOps(given: Value | undefined, ops: readonly Op[], interpreter: Interpreter): Problem | undefined {
  if (given !== undefined && given.kind !== "none" && (given.kind !== "dict" || !given.complete)) return undefined;
  const names = ops.map(({ name }) => name);
  for (const { key } of given?.kind === "dict" ? given.entries.values() : []) {
    if (key.kind === "str" && !names.includes(key.value))
      return {
        message: `names the op \`${key.value}\`, which it does not have`,
        help: didYouMean(misspelt(key.value, names), `Its ops are ${names.map((name) => `\`${name}\``).join(", ")}.`),
      };
  }
  for (const { name, definition } of ops) {
    const type = typeOfOp(definition, interpreter);
    if (type.kind !== "shape") continue;
    const entry = entryOf(given, name);
    // An instance of a configuration class has been judged when it was made.
    if (entry !== undefined && entry.kind !== "dict") continue;
    const config = entryOf(entry, "config");
    if (entry?.kind === "dict" && !entry.complete) continue;
    const problem = valueProblem(config ?? NOTHING, type);
    if (problem !== undefined) return { message: `does not fit the op \`${name}\`: it is ${problem}` };
  }
  return undefined;
}

const NOTHING: Value = { kind: "dict", entries: new Map(), complete: true };

/** What the op takes: the class of its `config` parameter, or its `config_schema`. Of one that is configured already nothing is asked. */
function typeOfOp(definition: LibraryObject, interpreter: Interpreter): ConfigType {
  const fn = functionOf(definition);
  if (definition.type !== "dagster.OpDefinition" || definition.fields.get("config_or_config_fn") || !fn) return ANY;
  const signature = signatureOfFunction(fn, interpreter, definition.at);
  const parameter = signature.parameters.find(({ name }) => name === "config");
  if (parameter) {
    const annotation = annotationOf(parameter, interpreter);
    return annotation?.kind === "class" ? typeOfAnnotation(annotation, interpreter) : ANY;
  }
  const schema = definition.args?.keywords.get("config_schema")?.value;
  return schema?.kind === "dict" ? typeOfSchema(schema) : ANY;
}
