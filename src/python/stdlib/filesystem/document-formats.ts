/** `json`, `yaml`, `tomllib`: what they read from files of the repository, with the place of every value. */
import type { Location } from "../../../base/span.ts";
import type { FormatNode, ParsedFormat } from "../../../formats/format-node.ts";
import { parseJson } from "../../../formats/json.ts";
import { parseToml } from "../../../formats/toml.ts";
import { parseYaml, parseYamlDocuments } from "../../../formats/yaml.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { bool, dict, float, int, iterator, list, NONE, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { Value } from "../../value.ts";
import { makeMoment, parseMoment } from "../datetime/datetime.ts";
import type { LibraryPart } from "../part.ts";
import { contentOf } from "./files.ts";
import { dumps } from "./json-text.ts";
import { constructTagged, hasConstructors, resolvesPlainValues } from "./yaml-constructors.ts";

/** A node with a tag that its format does not define. */
type OfTag = (node: FormatNode, tag: string) => Value;

/** A node as a Python value; scalars carry their place when the text is that of a file. */
export function valueOfNode(node: FormatNode, path: string | undefined, ofTag?: OfTag): Value {
  const tag = node.kind === "scalar" ? node.tagged?.tag : node.tag;
  if (tag !== undefined && ofTag) return ofTag(node, tag);
  const place = (): { readonly origin?: Location } =>
    path === undefined ? {} : { origin: { path, start: node.span.start, end: node.span.end } };
  if (node.kind === "sequence") return { ...list(node.items.map((item) => valueOfNode(item, path, ofTag))), ...place() };
  if (node.kind === "mapping")
    return {
      ...dict(node.entries.map(({ key, value }) => [valueOfNode(key, path), valueOfNode(value, path, ofTag)] as const)),
      ...place(),
    };
  switch (node.type) {
    case "null":
      return NONE;
    case "bool":
      return { ...bool(node.value), ...place() };
    case "int":
      return { ...int(node.value), ...place() };
    case "float":
      return { ...float(node.value), ...place() };
    case "bytes":
      return { kind: "bytes", value: node.value, ...place() };
    case "date":
    case "datetime": {
      const moment = parseMoment(node.value);
      return moment
        ? makeMoment(node.type === "date" ? "datetime.date" : "datetime.datetime", moment, { path: path ?? "", ...node.span })
        : str(node.value);
    }
    case "time":
    case "str":
      return { kind: "str", value: node.value, ...place() };
  }
}

/** The file or the text, by whatever name the format calls it. */
function documentOf({ args }: CallContext): Value | undefined {
  const named = ["fp", "s", "stream", "f"].map((name) => args.keywords.get(name)?.value);
  return args.positional[0]?.value ?? named.find((value) => value !== undefined);
}

function reader(name: string, parse: (text: string) => ParsedFormat, exception: string): SymbolModel {
  return (context) => {
    const content = contentOf(documentOf(context), context);
    if (!("text" in content)) return content;
    const { root, problems } = parse(content.text);
    const isTaught = hasConstructors(context);
    const refused = problems.find(({ severity, tag }) => severity === "error" && !(isTaught && tag !== undefined));
    if (refused) return raise(exception, `${name}: ${refused.message}`, context.at);
    if (resolvesPlainValues(context.interpreter) && name === "yaml")
      return context.interpreter.unknown("unsupported", "resolvers of YAML values are not followed", context.at);
    return root ? readNode(root, content.path, context) : NONE;
  };
}

function readNode(root: FormatNode, path: string | undefined, context: CallContext): Value {
  const read = (node: FormatNode): Value => valueOfNode(node, path, (tagged, tag) => constructTagged(tagged, tag, { context, read }));
  return read(root);
}

const yaml = reader("yaml", (text) => parseYaml(text, "pyyaml"), "ValueError");
const coreYaml = reader("yaml", (text) => parseYaml(text, "core"), "ValueError");
const json = reader("json", parseJson, "ValueError");
const toml = reader("toml", parseToml, "ValueError");

function yamlDocuments(context: CallContext): Value {
  const content = contentOf(documentOf(context), context);
  if (!("text" in content)) return content;
  return iterator(parseYamlDocuments(content.text, "pyyaml").documents.map((document) => valueOfNode(document, content.path)));
}

const opaque: SymbolModel = ({ interpreter, at }) => interpreter.unknown("unsupported", "what is written here is not read", at);

export const DATA_FORMATS: LibraryPart = {
  symbols: {
    "json.load": json,
    "json.loads": json,
    "json.dumps": dumps,
    "json.dump": () => NONE,
    "yaml.safe_load": yaml,
    "yaml.load": yaml,
    "yaml.full_load": yaml,
    "yaml.unsafe_load": yaml,
    "yaml.safe_load_all": yamlDocuments,
    "yaml.load_all": yamlDocuments,
    "yaml.dump": opaque,
    "tomllib.load": toml,
    "tomllib.loads": toml,
    "ruamel.yaml.YAML": ({ at }) => ({ kind: "object", type: "ruamel.yaml.YAML", fields: new Map(), at }),
    "ruamel.yaml.safe_load": coreYaml,
  },
  types: {
    // YAML 1.2: `yes` is a text there.
    "ruamel.yaml.YAML": {
      methods: {
        load: (_, context) => coreYaml(context),
        load_all: (_, context) => iterator(context.interpreter.iterate(yamlDocuments(context), context.at).items),
      },
    },
  },
  aliases: {
    "json.JSONDecodeError": "builtins.ValueError",
    "json.decoder.JSONDecodeError": "builtins.ValueError",
    "tomllib.TOMLDecodeError": "builtins.ValueError",
    "toml.load": "tomllib.load",
    "tomlkit.load": "tomllib.load",
    "tomlkit.loads": "tomllib.loads",
    "tomlkit.parse": "tomllib.loads",
    "rtoml.load": "tomllib.load",
    "rtoml.loads": "tomllib.loads",
    "toml.loads": "tomllib.loads",
    "tomli.load": "tomllib.load",
    "tomli.loads": "tomllib.loads",
    "ujson.loads": "json.loads",
    "orjson.loads": "json.loads",
    "simplejson.loads": "json.loads",
  },
};
