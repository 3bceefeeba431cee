import { nearestWord } from "../../base/edit-distance.ts";
import type { Location, Span } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { PUBLIC_NAMES } from "../../dagster/library/signatures.generated.ts";
import { hasPublicName, lifetimeOf } from "../../dagster/version/public-names.ts";
import { formatRelease, type Release } from "../../dagster/version/release.ts";
import type { Statement } from "../../syntax/statement.ts";
import { removedNameFix } from "../facts/fixes/replace-removed-name.ts";
import { callsByName } from "../facts/logged.ts";
import { REMOVED_NAMES, type RemovedName } from "../facts/names/removed-names.ts";
import { importsOfDagster } from "../facts/names/written-names.ts";
import { defineRule } from "../rule.ts";

/** Modules that the package imports itself, and its own. */
const ALWAYS: ReadonlySet<string> = new Set(["version", "sys", "importlib"]);

export const removedApiImport = defineRule({
  name: "removed-api-import",
  group: "python",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "safe",
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
    const reportMissing = (name: string, { error, at, alias }: Missing) => {
      const file = location.files.get(at.path);
      const fix = file && removedNameFix({ file, name, ...(alias !== undefined && { alias }) }, successorOf(name, release), location);
      report({
        message: `\`dagster\`${version} has no \`${name}\``,
        why: `Python: "${error}".`,
        help: adviceFor(name, release),
        location: at,
        subject: `file:${at.path}`,
        ...(fix && { fix }),
      });
    };
    for (const file of location.files.values()) {
      for (const { name, alias = name, module, start, end } of file.tree.body.flatMap(importsFromDagster)) {
        const error =
          module === undefined
            ? `ImportError: cannot import name '${name}' from 'dagster'`
            : `ModuleNotFoundError: No module named 'dagster.${name}'`;
        const at = { path: file.path, start, end };
        if (lacks(name)) reportMissing(name, module === undefined ? { error, at, alias } : { error, at });
      }
    }
    for (const [called, calls] of callsByName(location)) {
      const name = /^dagster\.([A-Za-z]\w*)$/.exec(called)?.[1];
      if (name === undefined || !lacks(name)) continue;
      for (const { at, condition, guarded } of calls) {
        if (condition || guarded || !isWritten(at, name, location)) continue;
        reportMissing(name, { error: `AttributeError: module 'dagster' has no attribute '${name}'`, at });
      }
    }
  },
});

interface Missing {
  readonly error: string;
  readonly at: Location;
  /** What an import by name calls it. */
  readonly alias?: string;
}

function adviceFor(name: string, release: Release | undefined): string {
  const lifetime = lifetimeOf(name, release);
  if (lifetime && "came" in lifetime) return `It came with Dagster ${lifetime.came}: require that release, or do without it.`;
  const gone = lifetime ? `It went after Dagster ${lifetime.last}. ` : "";
  const successor = successorOf(name, release);
  return `${gone}${successor === undefined ? "Remove it, or pin a release that has the name." : `Use ${successor.instead}.`}`;
}

/** What took its place, or what it was meant to be. Not for a name that is still to come. */
function successorOf(name: string, release: Release | undefined): RemovedName | undefined {
  const lifetime = lifetimeOf(name, release);
  if (lifetime && "came" in lifetime) return undefined;
  const known = REMOVED_NAMES.get(name);
  if (known || lifetime) return known;
  const near = nearestWord(name, PUBLIC_NAMES);
  return near === undefined ? undefined : { instead: `\`${near}\``, renamed: near };
}

/** As an attribute of the module: `dg.solid(…)`, `@dg.solid`. What is imported by name is judged at its import. */
function isWritten({ path, start, end }: Location, name: string, { files }: LoadedLocation): boolean {
  const text = files.get(path)?.text.slice(start, Math.max(end, start + name.length + 40)) ?? "";
  const [, module] = new RegExp(`^@?\\s*(\\w+)\\.${name}\\b`).exec(text) ?? [];
  const tree = files.get(path)?.tree;
  return module !== undefined && tree !== undefined && importsOfDagster(tree.body).get(module) === "dagster";
}

interface DagsterImport {
  readonly name: string;
  readonly alias?: string;
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
