/** The package `jinja2`: templates that module-level code renders, from texts and from folders of the repository. Nothing undefined is refused unless the environment is strict. */
import { parseJinja } from "../../../formats/jinja/parse.ts";
import type { JinjaBody } from "../../../formats/jinja/syntax.ts";
import { argumentOf, selfOf, textOf, unknownIn } from "../../builtins/arguments.ts";
import type { CallContext, MethodModel, SymbolModel } from "../../library.ts";
import { dict, list, NONE, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import { pathText, repositoryPath } from "../../stdlib/filesystem/paths.ts";
import type { LibraryPart } from "../../stdlib/part.ts";
import type { LibraryObject, Value } from "../../value.ts";
import { evaluateExpression } from "./evaluate.ts";
import { LENIENT_NAMES, UNDEFINED } from "./names.ts";
import { FILTER, TEST } from "./python-expression.ts";
import { renderText, type TemplateRun } from "./render-body.ts";

const TEMPLATE = "jinja2.Template";
const ENVIRONMENT = "jinja2.Environment";
const LOADER = "jinja2.BaseLoader";

const OPTIONS = ["trim_blocks", "lstrip_blocks", "keep_trailing_newline", "undefined", "loader"];

function optionsOf({ args }: CallContext): readonly (readonly [string, Value])[] {
  return OPTIONS.map((name) => [name, args.keywords.get(name)?.value ?? NONE] as const);
}

function made(type: string, fields: Iterable<readonly [string, Value]>, at: CallContext["at"]): LibraryObject {
  return { kind: "object", type, fields: new Map(fields), at };
}

const template: SymbolModel = (context) => made(TEMPLATE, [["source", selfOf(context)], ...optionsOf(context)], context.at);

const environment: SymbolModel = (context) => {
  const own = ["filters", "tests", "globals"].map((name) => [name, dict([])] as const);
  const loader = argumentOf(context.args, 16, "loader");
  return made(ENVIRONMENT, [...optionsOf(context), ...own, ...(loader ? [["loader", loader] as const] : [])], context.at);
};

/** A template of an environment: it shares the environment's options, filters and loader. */
function templateOf(source: Value, env: Value, at: CallContext["at"]): Value {
  if (source.kind === "unknown") return source;
  return made(TEMPLATE, [...(env.kind === "object" ? env.fields : []), ["source", source]], at);
}

const folderLoader: SymbolModel = (context) => {
  const given = argumentOf(context.args, 0, "searchpath") ?? NONE;
  const folders = given.kind === "list" || given.kind === "tuple" ? given.items : [given];
  return made(LOADER, [["folders", list(folders)]], context.at);
};

const packageLoader: SymbolModel = (context) => {
  const { interpreter, at, args } = context;
  const files = interpreter.call(
    { kind: "symbol", name: "importlib.resources.files" },
    { ...args, positional: args.positional.slice(0, 1) },
    at,
  );
  if (files.kind === "unknown") return files;
  const below = argumentOf(args, 1, "package_path") ?? str("templates");
  const folder = interpreter.call(
    interpreter.attribute(files, "joinpath", at),
    { positional: [{ value: below, at }], keywords: new Map(), complete: true },
    at,
  );
  return made(LOADER, [["folders", list([folder])]], at);
};

const textLoader: SymbolModel = (context) => made(LOADER, [["texts", selfOf(context)]], context.at);

/** The text that a loader finds under a name. */
function loadSource(loader: Value | undefined, name: string, context: CallContext): Value {
  const { interpreter, at } = context;
  if (loader?.kind !== "object")
    return loader?.kind === "unknown" ? loader : raise("TypeError", "no loader for this environment specified", at);
  const texts = loader.fields.get("texts");
  if (texts) return interpreter.subscript(texts, str(name), at);
  const folders = loader.fields.get("folders");
  for (const folder of folders?.kind === "list" ? folders.items : []) {
    const text = pathText(folder);
    const inside = text === undefined ? undefined : repositoryPath(context, `${text}/${name}`);
    if (text === undefined)
      return folder.kind === "unknown" ? folder : interpreter.unknown("unsupported", "the folder of the templates is not known", at);
    if (inside === undefined) return interpreter.unknown("runtime-input", `what \`${text}\` holds is known at run time only`, at);
    if (!interpreter.tree.has(inside)) continue;
    const content = interpreter.readText(inside, at);
    return typeof content === "string" ? { kind: "str", value: content, origin: { path: inside, start: 0, end: content.length } } : content;
  }
  return raise("LookupError", name, at);
}

const getTemplate: MethodModel = (self, context) => {
  const name = textOf(context.args, 0, "name");
  if (name === undefined || self.kind !== "object")
    return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "which template this is, is not known", context.at);
  return templateOf(loadSource(self.fields.get("loader"), name, context), self, context.at);
};

function isOn(fields: ReadonlyMap<string, Value>, name: string): boolean {
  const value = fields.get(name);
  return value?.kind === "bool" && value.value;
}

/** Newlines behind block tags and blanks before them go where the environment says so. */
function bodyOf(source: string, fields: ReadonlyMap<string, Value>): { readonly body: JinjaBody; readonly problem: string | undefined } {
  const left = isOn(fields, "lstrip_blocks") ? source.replace(/^[ \t]+(?=\{[%#](?!\+))/gm, "") : source;
  const trimmed = isOn(fields, "trim_blocks") ? left.replace(/((?<!\+)[%#]\})\n/g, "$1") : left;
  const { body, problems } = parseJinja(trimmed, { keepTrailingNewline: isOn(fields, "keep_trailing_newline") });
  return { body, problem: problems[0]?.message };
}

/** Names under which the filters and tests of an environment are called. */
function ownNames(fields: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  const entries = (name: string, prefix: string): readonly (readonly [string, Value])[] => {
    const own = fields.get(name);
    if (own?.kind !== "dict") return [];
    return [...own.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [[prefix + key.value, value] as const] : []));
  };
  return [...entries("filters", FILTER), ...entries("tests", TEST), ...entries("globals", "")];
}

const render: MethodModel = (self, context) => {
  const { args, at, interpreter } = context;
  const source = self.kind === "object" ? self.fields.get("source") : undefined;
  if (self.kind !== "object" || source?.kind !== "str")
    return source?.kind === "unknown" ? source : interpreter.unknown("unsupported", "what this template says is not known", at);
  if (args.gap) return args.gap;
  const given = args.positional.flatMap(({ value }) => (value.kind === "dict" ? [...value.entries.values()] : []));
  const names = new Map<string, Value>([
    ...LENIENT_NAMES,
    ...ownNames(self.fields),
    ...given.flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : [])),
    ...[...args.keywords].map(([name, argument]) => [name, argument.value] as const),
  ]);
  const module = interpreter.currentModule();
  const { body, problem } = bodyOf(source.value, self.fields);
  if (problem !== undefined) return raise("ValueError", problem, at);
  if (module.kind !== "module") return interpreter.unknown("unsupported", "this template is rendered nowhere", at);
  const undefinedClass = self.fields.get("undefined");
  const isStrict = undefinedClass?.kind === "symbol" && undefinedClass.name.endsWith("StrictUndefined");
  const run: TemplateRun = {
    interpreter,
    at,
    evaluate: (expression, scope) =>
      evaluateExpression(expression, scope, { interpreter, module, at }, (name) =>
        isStrict ? raise("NameError", `'${name}' is undefined`, at) : { bound: UNDEFINED },
      ),
    load: (name) => {
      const text = loadSource(self.fields.get("loader"), name, context);
      return text.kind === "str" ? bodyOf(text.value, self.fields).body : undefined;
    },
  };
  return renderText(body, names, run);
};

export const JINJA2: LibraryPart = {
  symbols: {
    [TEMPLATE]: template,
    [ENVIRONMENT]: environment,
    "jinja2.FileSystemLoader": folderLoader,
    "jinja2.PackageLoader": packageLoader,
    "jinja2.DictLoader": textLoader,
    "jinja2.select_autoescape": () => NONE,
  },
  types: {
    [TEMPLATE]: { methods: { render } },
    [ENVIRONMENT]: {
      methods: {
        get_template: getTemplate,
        from_string: (self, context) => templateOf(selfOf(context), self, context.at),
      },
    },
    [LOADER]: {},
  },
  aliases: { "jinja2.environment.Template": TEMPLATE, "jinja2.sandbox.SandboxedEnvironment": ENVIRONMENT },
};
