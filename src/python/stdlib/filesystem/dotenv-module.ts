/**
 * `dotenv.dotenv_values(…)`: what an environment file of the repository sets, `${NAME}` filled in from the lines before it and the environment.
 * A file that is not committed, as these files mostly are, may set anything.
 */
import { parseDotenv } from "../../../formats/dotenv.ts";
import { argumentOf } from "../../builtins/arguments.ts";
import type { CallContext } from "../../library.ts";
import { dict, NONE, str } from "../../make-value.ts";
import type { Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { valueOfNode } from "./document-formats.ts";
import { contentOfFile } from "./files.ts";

const VARIABLE = /\$\{([^}:]*)(?::-([^}]*))?\}/g;

function dotenvValues(context: CallContext): Value {
  const { args, interpreter, at } = context;
  const given = [argumentOf(args, 0, "dotenv_path"), argumentOf(args, 1, "stream")].find((value) => value && value.kind !== "none");
  const found = interpreter.unknown("runtime-input", "which environment file is found is known at run time only", at);
  const isFound = given === undefined || (given.kind === "str" && given.value === "");
  const content = isFound ? found : contentOfFile(given, context);
  if (!("text" in content)) return dict([], content);
  const interpolate = argumentOf(args, 3, "interpolate");
  const isLiteral = interpolate !== undefined && interpreter.truth(interpolate) === "no";
  const values = new Map<string, Value>();
  for (const { key, value } of parseDotenv(content.text).entries) {
    const read = valueOfNode(value, content.path);
    values.set(String(key.value), read.kind === "str" && !isLiteral ? resolved(read.value, read, { values, context }) : read);
  }
  return dict([...values].map(([name, value]) => [str(name), value] as const));
}

interface Names {
  readonly values: ReadonlyMap<string, Value>;
  readonly context: CallContext;
}

/** `read` itself where nothing is filled in: it has its place in the file. */
function resolved(text: string, read: Value, { values, context }: Names): Value {
  const assumes: string[] = [];
  const filled = text.replaceAll(VARIABLE, (_, name: string, fallback = "") => {
    const before = values.get(name);
    if (before !== undefined) {
      if (before.kind === "str") assumes.push(...(before.assumes ?? []));
      return before.kind === "str" ? before.value : "";
    }
    const variable = context.interpreter.environment.get(name);
    if (variable === undefined) assumes.push(`${name} unset`);
    return variable ?? fallback;
  });
  return filled === text ? read : str(filled, assumes.length > 0 ? assumes : undefined);
}

export const DOTENV: LibraryPart = {
  symbols: {
    "dotenv.dotenv_values": dotenvValues,
    "dotenv.load_dotenv": () => NONE,
    "dotenv.find_dotenv": () => str(""),
  },
  aliases: {
    "dotenv.main.dotenv_values": "dotenv.dotenv_values",
    "dotenv.main.load_dotenv": "dotenv.load_dotenv",
    "dotenv.main.find_dotenv": "dotenv.find_dotenv",
  },
};
