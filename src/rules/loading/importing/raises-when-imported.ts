import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { PUBLIC_NAMES } from "../../../dagster/library/signatures.generated.ts";
import type { Statement } from "../../../syntax/statement.ts";
import { decorationsOf } from "../../facts/decorations.ts";
import { undefinedNames } from "../../facts/names/unresolvable-names.ts";
import { isOnNewestDagster } from "../../facts/newest.ts";
import { defineRule } from "../../rule.ts";

/** Errors that no environment makes right: of objects of a library (their classes have capitals), not of values that a variable may be. */
const SURE =
  /^(?:NameError: |TypeError: \S+\(\) (?:missing|got an unexpected keyword|takes)|AttributeError: '(?!NoneType')|TypeError: (?!.*'NoneType').*'[A-Z]\w*')/;

/**
 * What else ends a module, if nothing reads the environment or the disk: a variable that is unset here may be set where the code runs. Not
 * what an import or a file does, nor what pydantic says of values; what Dagster raises has rules of its own.
 */
const SURE_OF_VALUES =
  /^(?!Dagster|CheckError|ParameterCheckError|ImportError|ModuleNotFoundError|FileNotFoundError|PermissionError|OSError|LookupError|ValidationError: (?!Value error|Assertion failed))(?:SystemExit|[A-Z]\w*Error)\b/;

const READS_WORLD =
  /\b(?:environ|getenv|BaseSettings|decouple|dotenv|argv|platform|version_info|open|read_text|read_bytes|exists|is_file|is_dir|glob|iterdir|listdir|find_spec|import_module|EnvVar|now|today|random)\b/;

const DECORATORS = ["asset", "multi_asset", "op", "asset_check", "schedule", "sensor", "graph_asset", "job", "graph", "resource"].map(
  (name) => `dagster.${name}`,
);

export const raisesWhenImported = defineRule({
  name: "raises-when-imported",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Running a module stops at an error: a name that is not defined, a call without a required argument, a `raise` that nothing catches.",
    why: "Python raises `NameError`, `TypeError` or another error while Dagster imports the module; nothing of the code location is loaded.",
    example: `import dagster as dg

@dg.asset(group_name=GROUP)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

GROUP = "sales"

@dg.asset(group_name=GROUP)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/code_pointer.py, 1.13.27",
  },
  check({ location, report }) {
    const ofValues = location.problems.some(({ message }) => SURE_OF_VALUES.test(message)) && !readsWorld(location);
    for (const { at, message, gap } of location.problems) {
      // Dagster's own code raises it, and a rule of its own says so.
      if (gap?.refusal?.kind === "definition") continue;
      // What is wrong with a class of fields stands in its own text.
      const isSure = SURE.test(message) || gap?.refusal?.kind === "model" || (ofValues && SURE_OF_VALUES.test(message));
      if (!isSure || isOfAnotherRelease(message, at.path, location)) continue;
      report({
        message: `running this module stops here: ${message}`,
        why: `Python: "${message}". Nothing of the code location is loaded.`,
        help: "Correct the name or the call.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
    for (const { name, at } of decorationsOf(location, ...DECORATORS).flatMap((each) =>
      undefinedNames(each.function, location.interpreter),
    )) {
      report({
        message: `running this module stops here: NameError: name '${name}' is not defined`,
        why: `Python: "NameError: name '${name}' is not defined". Nothing of the code location is loaded.`,
        help: "Import or define the name, or put the annotation in quotes.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});

function readsWorld({ files }: LoadedLocation): boolean {
  return [...files.values()].some(({ text }) => READS_WORLD.test(text));
}

/** A name that a star import of an older Dagster may bind, an attribute that its objects may have. */
function isOfAnotherRelease(message: string, path: string, location: LoadedLocation): boolean {
  if (isOnNewestDagster(location)) return false;
  const owner = /^AttributeError: '(\w+)' object has no attribute/.exec(message)?.[1];
  if (owner !== undefined) return PUBLIC_NAMES.has(owner);
  const imports = location.files.get(path)?.tree.body ?? [];
  return message.startsWith("NameError") && imports.some(isStarOfDagster);
}

function isStarOfDagster(statement: Statement): boolean {
  return statement.kind === "import-from" && statement.module === "dagster" && statement.names === "*";
}
