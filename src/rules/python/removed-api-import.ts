import { nearestWord } from "../../base/edit-distance.ts";
import type { Location, Span } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { PUBLIC_NAMES } from "../../dagster/library/signatures.generated.ts";
import { hasPublicName, lifetimeOf } from "../../dagster/version/public-names.ts";
import { formatRelease, type Release } from "../../dagster/version/release.ts";
import type { Statement } from "../../syntax/statement.ts";
import { callsByName } from "../facts/logged.ts";
import { defineRule } from "../rule.ts";

/** Modules that the package imports itself, and its own. */
const ALWAYS: ReadonlySet<string> = new Set(["version", "sys", "importlib"]);

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
    what: "A name is imported from `dagster` that the release which the project pins does not have: not any more, not yet, or never.",
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
    source: "dagster/__init__.py, releases 1.0 to 1.13",
  },
  check({ location, report }) {
    const { release } = location;
    const lacks = (name: string) => !name.startsWith("_") && !ALWAYS.has(name) && hasPublicName(name, release) === "no";
    const version = release ? ` ${formatRelease(release)}` : "";
    const reportMissing = (name: string, at: Location, error: string) =>
      report({
        message: `\`dagster\`${version} has no \`${name}\``,
        why: `Python: "${error}".`,
        help: adviceFor(name, release),
        location: at,
        subject: `file:${at.path}`,
      });
    for (const file of location.files.values()) {
      for (const { name, module, start, end } of file.tree.body.flatMap(importsFromDagster)) {
        const error =
          module === undefined
            ? `ImportError: cannot import name '${name}' from 'dagster'`
            : `ModuleNotFoundError: No module named 'dagster.${name}'`;
        if (lacks(name)) reportMissing(name, { path: file.path, start, end }, error);
      }
    }
    for (const [called, calls] of callsByName(location)) {
      const name = /^dagster\.([A-Za-z]\w*)$/.exec(called)?.[1];
      if (name === undefined || !lacks(name)) continue;
      for (const { at, condition, guarded } of calls) {
        if (condition || guarded || !isWritten(at, name, location)) continue;
        reportMissing(name, at, `AttributeError: module 'dagster' has no attribute '${name}'`);
      }
    }
  },
});

function adviceFor(name: string, release: Release | undefined): string {
  const lifetime = lifetimeOf(name, release);
  if (lifetime && "came" in lifetime) return `It came with Dagster ${lifetime.came}: require that release, or do without it.`;
  const gone = lifetime ? `It went after Dagster ${lifetime.last}. ` : "";
  const near = lifetime ? undefined : nearestWord(name, PUBLIC_NAMES);
  const successor = SUCCESSORS[name] ?? (near === undefined ? undefined : `\`${near}\``);
  return `${gone}${successor === undefined ? "Remove it, or pin a release that has the name." : `Use ${successor}.`}`;
}

/** As an attribute of the module: `dg.solid(…)`, `@dg.solid`. What is imported by name is judged at its import. */
function isWritten({ path, start, end }: Location, name: string, { files }: LoadedLocation): boolean {
  const text = files.get(path)?.text ?? "";
  return new RegExp(`^@?\\s*(?:dg|dagster)\\.${name}\\b`).test(text.slice(start, Math.max(end, start + name.length + 10)));
}

interface DagsterImport {
  readonly name: string;
  /** The dotted module, where a module of the package is imported rather than a name. */
  readonly module?: string;
  readonly start: number;
  readonly end: number;
}

/** Of statements that surely run and whose failure nothing catches: those of the module itself. */
function importsFromDagster(statement: Statement): readonly DagsterImport[] {
  if (statement.kind === "import") return statement.names.flatMap(({ name, start, end }) => submodule(name, { start, end }));
  if (statement.kind !== "import-from" || statement.level > 0) return [];
  const { module, names, start } = statement;
  if (module !== "dagster") return submodule(module, { start, end: start + "from ".length + module.length });
  return names === "*" ? [] : names;
}

/** `dagster.core.definitions` is below `core`. */
function submodule(module: string, span: Span): readonly DagsterImport[] {
  const [top, name] = module.split(".");
  return top === "dagster" && name !== undefined ? [{ name, module, ...span }] : [];
}
