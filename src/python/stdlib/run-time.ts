/** What only a run can tell (clocks, chance, networks), what is done for its effect (logs, warnings), and plain arithmetic of text and numbers. */

import { argumentOf, textOf, unknownIn } from "../builtins/arguments.ts";
import { makeModule } from "../builtins/execute-text.ts";
import type { SymbolModel, TypeModel } from "../library.ts";
import { int, NONE, NOWHERE, str } from "../make-value.ts";

import { passThrough } from "./functions/functools.ts";
import type { LibraryPart } from "./part.ts";

const LOGGER = "logging.Logger";
/** An object on which every method may be called, for nothing. */
const SILENT: TypeModel = {
  attribute: (_, name) => (name.startsWith("__") ? undefined : { kind: "native", name, call: () => NONE }),
};

const logger: SymbolModel = () => ({ kind: "object", type: LOGGER, fields: new Map(), at: NOWHERE });

function atRunTime(what: string): SymbolModel {
  return ({ interpreter, at }) => interpreter.unknown("runtime-input", `${what} is known at run time only`, at);
}

function runTime(module: string, names: readonly string[], what: string): Readonly<Record<string, SymbolModel>> {
  return Object.fromEntries(names.map((name) => [`${module}.${name}`, atRunTime(what)]));
}

/** `textwrap.dedent`: the common leading whitespace of all lines goes. */
const dedent: SymbolModel = ({ args }) => {
  const text = textOf(args, 0);
  if (text === undefined) return unknownIn(args) ?? NONE;
  const lines = text.split("\n").map((line) => (line.trim() === "" ? "" : line));
  const margins = lines.flatMap((line) => (line === "" ? [] : [/^[ \t]*/.exec(line)?.[0] ?? ""]));
  const margin = margins.reduce(
    (shared, other) => (other.startsWith(shared) ? shared : shared.startsWith(other) ? other : ""),
    margins[0] ?? "",
  );
  return str(lines.map((line) => line.slice(margin.length)).join("\n"));
};

/** `textwrap.indent`: every line that is not blank. */
const indent: SymbolModel = ({ args }) => {
  const [text, prefix] = [textOf(args, 0, "text"), textOf(args, 1, "prefix")];
  if (text === undefined || prefix === undefined || args.keywords.has("predicate")) return unknownIn(args) ?? NONE;
  return str(text.replaceAll(/^(?=.*\S)/gm, () => prefix));
};

const none: SymbolModel = () => NONE;

export const RUN_TIME: LibraryPart = {
  symbols: {
    "logging.getLogger": logger,
    "structlog.get_logger": logger,
    ...Object.fromEntries(
      ["basicConfig", "info", "debug", "warning", "error", "critical", "exception", "disable", "captureWarnings", "config.dictConfig"].map(
        (name) => [`logging.${name}`, none],
      ),
    ),
    ...Object.fromEntries(["warn", "filterwarnings", "simplefilter"].map((name) => [`warnings.${name}`, none])),
    ...runTime("random", ["random", "randint", "choice", "choices", "sample", "uniform", "shuffle", "randrange"], "a random value"),
    ...runTime("time", ["time", "time_ns", "perf_counter", "monotonic", "localtime", "gmtime", "strftime"], "the present time"),
    ...runTime("uuid", ["uuid1", "uuid4"], "a random identifier"),
    ...runTime("secrets", ["token_hex", "token_urlsafe", "choice"], "a random value"),
    ...runTime("socket", ["gethostname", "getfqdn"], "the machine's name"),
    ...runTime("platform", ["system", "node", "machine", "platform"], "the machine"),
    ...runTime("getpass", ["getuser", "getpass"], "the user"),
    ...runTime("subprocess", ["run", "check_output", "call", "check_call", "Popen"], "what another program prints"),
    ...runTime("urllib.request", ["urlopen", "urlretrieve"], "what the network answers"),
    ...runTime("tempfile", ["mkdtemp", "gettempdir", "mkstemp"], "a temporary folder"),
    "time.sleep": none,
    "random.seed": none,
    "textwrap.dedent": dedent,
    "types.ModuleType": makeModule,
    "textwrap.indent": indent,
    // Its text and its arithmetic are exact where those of a float are not: only that it is one is known.
    "decimal.Decimal": (context) => ({
      kind: "object",
      type: "decimal.Decimal",
      fields: new Map([["\0value", argumentOf(context.args, 0) ?? int(0)]]),
      at: context.at,
    }),
    "typing_extensions.deprecated": passThrough,
  },
  constants: {
    ...Object.fromEntries(
      ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"].map((name, index) => [`logging.${name}`, int((index + 1) * 10)]),
    ),
  },
  types: { "decimal.Decimal": {}, [LOGGER]: SILENT },
};
