import { nearestWord } from "../../base/edit-distance.ts";
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { PUBLIC_NAMES } from "../../dagster/library/signatures.generated.ts";
import type { Statement } from "../../syntax/statement.ts";
import { isOnNewestDagster } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

/** Modules of the package, which `from dagster import` finds too. */
const MODULES: ReadonlySet<string> = new Set(["components", "deprecated", "preview", "version", "sys", "importlib"]);

/** What took the place of a name that is gone. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  solid: "`op`",
  pipeline: "`job`",
  composite_solid: "`graph`",
  lambda_solid: "`op`",
  InputDefinition: "`In`",
  OutputDefinition: "`Out`",
  DynamicOutputDefinition: "`DynamicOut`",
  ModeDefinition: "`resource_defs` of a job, or `Definitions(resources=…)`",
  PresetDefinition: "`config` of a job",
  ExperimentalWarning: "`PreviewWarning` or `BetaWarning`",
  FreshnessPolicySensorDefinition: "freshness checks",
  freshness_policy_sensor: "freshness checks",
  build_asset_reconciliation_sensor: "`AutomationCondition`",
  AutoMaterializeSensorDefinition: "`AutomationConditionSensorDefinition`",
  external_asset_from_spec: "the `AssetSpec` itself, in `Definitions(assets=…)`",
  external_assets_from_specs: "the `AssetSpec`s themselves, in `Definitions(assets=…)`",
  load_assets_from_dbt_project: "`@dbt_assets` of `dagster_dbt`",
};

export const removedApiImport = defineRule({
  name: "removed-api-import",
  group: "python",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A name is imported from `dagster` that Dagster does not have any more, or never had.",
    why: "Python raises `ImportError: cannot import name '...' from 'dagster'` when the module is imported.",
    example: `from dagster import Definitions, solid

@solid
def orders(): ...

defs = Definitions()
`,
    instead: `from dagster import Definitions, op

@op
def orders(): ...

defs = Definitions()
`,
    source: "dagster/__init__.py, 1.13.27",
  },
  check({ location, report }) {
    if (!isOnNewestDagster(location)) return;
    for (const file of location.files.values()) {
      for (const { name, start, end } of file.tree.body.flatMap(importedFromDagster)) {
        if (name.startsWith("_") || PUBLIC_NAMES.has(name) || MODULES.has(name)) continue;
        report({
          message: `\`dagster\` has no \`${name}\``,
          why: `Python: "ImportError: cannot import name '${name}' from 'dagster'".`,
          help: adviceFor(name),
          location: { path: file.path, start, end },
          subject: `file:${file.path}`,
        });
      }
    }
    for (const { name: called, at, condition, guarded } of location.calls) {
      const name = /^dagster\.([A-Za-z]\w*)$/.exec(called)?.[1];
      if (name === undefined || condition || guarded || PUBLIC_NAMES.has(name) || MODULES.has(name) || !isWritten(at, name, location))
        continue;
      report({
        message: `\`dagster\` has no \`${name}\``,
        why: `Python: "AttributeError: module 'dagster' has no attribute '${name}'".`,
        help: adviceFor(name),
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});

function adviceFor(name: string): string {
  const near = nearestWord(name, PUBLIC_NAMES);
  const successor = SUCCESSORS[name] ?? (near === undefined ? undefined : `\`${near}\``);
  return successor === undefined ? "Remove it, or pin the release that has the name." : `Use ${successor}.`;
}

/** As an attribute of the module: `dg.solid(…)`, `@dg.solid`. What is imported by name is judged at its import. */
function isWritten({ path, start, end }: Location, name: string, { files }: LoadedLocation): boolean {
  const text = files.get(path)?.text ?? "";
  return new RegExp(`^@?\\s*(?:dg|dagster)\\.${name}\\b`).test(text.slice(start, Math.max(end, start + name.length + 10)));
}

/** Statements that surely run and whose failure nothing catches: those of the module itself. */
function importedFromDagster(statement: Statement) {
  if (statement.kind !== "import-from" || statement.level > 0 || statement.module !== "dagster" || statement.names === "*") return [];
  return statement.names;
}
