/**
 * `xml.etree.ElementTree`: XML files of the repository as elements, which are walked, asked for attributes and texts, and searched by the paths
 * that ElementTree knows. A search by any other path is not known.
 */
import type { Location } from "../../../base/span.ts";
import { parseXml, type XmlElement, type XmlText } from "../../../formats/xml.ts";
import { argumentOf, selfOf, textOf } from "../../builtins/arguments.ts";
import type { CallContext, MethodModel, TypeModel } from "../../library.ts";
import { dict, entryOf, int, iterator, list, NONE, setEntry, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { DictValue, InstanceValue, LibraryObject, Unknown, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { type Content, contentOf, contentOfFile } from "./files.ts";

const ELEMENT = "xml.etree.ElementTree.Element";
const TREE = "xml.etree.ElementTree.ElementTree";
/** A field that no name of Python reaches. */
const CHILDREN = "\0children";

type Self = LibraryObject | InstanceValue;

function readElements(content: Content | Unknown, context: CallContext): Value {
  if (!("text" in content)) return content;
  const { root, problem } = parseXml(content.text);
  if (root) return elementOf(root, content.path, context.at);
  if (problem?.kind === "unsupported") return context.interpreter.unknown("unsupported", problem.message, context.at);
  return raise("SyntaxError", problem?.message ?? "no element found", context.at);
}

function treeOf(root: Value, { at }: CallContext): Value {
  return root.kind === "unknown" ? root : { kind: "object", type: TREE, fields: new Map([["root", root]]), at };
}

/** Children before their parents: a file may nest as deep as it likes. */
function elementOf(root: XmlElement, path: string | undefined, at: Location): LibraryObject {
  const made = new Map<XmlElement, LibraryObject>();
  const order = [root];
  for (const element of order) order.push(...element.children);
  for (const element of order.toReversed()) {
    const children = element.children.flatMap((child) => made.get(child) ?? []);
    made.set(element, objectOf(element, { children, path, at }));
  }
  return made.get(root) ?? objectOf(root, { children: [], path, at });
}

interface Making {
  readonly children: readonly Value[];
  readonly path: string | undefined;
  readonly at: Location;
}

function objectOf(element: XmlElement, { children, path, at }: Making): LibraryObject {
  const value = (text: XmlText | undefined): Value => {
    if (!text) return NONE;
    return path === undefined ? str(text.value) : { kind: "str", value: text.value, origin: { path, ...text.span } };
  };
  const fields = new Map<string, Value>([
    ["tag", str(element.tag)],
    ["attrib", dict([...element.attributes].map(([name, text]) => [str(name), value(text)] as const))],
    ["text", value(element.text)],
    ["tail", value(element.tail)],
    [CHILDREN, list(children)],
  ]);
  return { kind: "object", type: ELEMENT, fields, at: path === undefined ? at : { path, ...element.span } };
}

function field(self: Value, name: string): Value {
  return self.kind === "object" ? (self.fields.get(name) ?? NONE) : NONE;
}

function childrenOf(self: Value): readonly Value[] {
  const children = field(self, CHILDREN);
  return children.kind === "list" ? children.items : [];
}

function attributesOf(self: Value): DictValue {
  const attributes = field(self, "attrib");
  return attributes.kind === "dict" ? attributes : dict([]);
}

/** The element and all below it, in the order of the document. */
function withDescendants(self: Value): Value[] {
  const found: Value[] = [];
  const stack: Value[] = [self];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    found.push(next);
    stack.push(...childrenOf(next).toReversed());
  }
  return found;
}

function hasTag(element: Value, tag: string): boolean {
  const own = field(element, "tag");
  if (own.kind !== "str") return false;
  const wildcard = /^(\{[^}]*\})\*$/.exec(tag)?.[1];
  if (wildcard !== undefined) return wildcard === "{*}" || own.value.startsWith(wildcard);
  return tag === "*" || own.value === tag || (tag.startsWith("{*}") && own.value.replace(/^\{[^}]*\}/, "") === tag.slice(3));
}

/** One step: `//` before it, a tag, and conditions: `[@name]`, `[@name='…']`, `[tag='…']`, `[.='…']`, `[2]`. */
const STEP = /(\/\/?|^)((?:\{[^}]*\})?[^/[\]{}]+)((?:\[[^\]]*\])*)/y;
const CONDITION = /\[(?:(@)?((?:\{[^}]*\})?[\w.:-]+)\s*(?:(!?=)\s*(?:'([^']*)'|"([^"]*)"))?)\]/g;

type Search = readonly Value[] | undefined;

/** `undefined` for a path that is not followed. */
function search(self: Value, path: string, namespaces: Value | undefined): Search {
  let found: readonly Value[] = [self];
  STEP.lastIndex = 0;
  let at = 0;
  while (at < path.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(path);
    if (!match) return undefined;
    const [whole, slashes, written = "", conditions = ""] = match;
    at += whole.length;
    const tag = inNamespace(written.trim(), namespaces);
    if (tag === undefined || tag === ".." || (at === whole.length && slashes !== "")) return undefined;
    const step = slashes === "//" ? (element: Value) => withDescendants(element).slice(1) : childrenOf;
    if (tag === "." && slashes === "//") return undefined;
    const groups =
      tag === "." ? found.map((element) => [element]) : found.map((element) => step(element).filter((each) => hasTag(each, tag)));
    const kept = groups.map((group) => filtered(group, conditions, slashes === "//"));
    if (kept.includes(undefined)) return undefined;
    found = [...new Set(kept.flatMap((group) => group ?? []))];
  }
  return found;
}

function filtered(group: readonly Value[], conditions: string, isDeep: boolean): Search {
  let kept = group;
  let read = 0;
  for (const [whole, isAttribute, name = "", operator, single, double] of conditions.matchAll(CONDITION)) {
    read += whole.length;
    const wanted = single ?? double;
    if (/^\d+$/.test(name)) {
      // Positions count among siblings, which a deep search mixes.
      if (isDeep || isAttribute || operator || name === "0") return undefined;
      kept = kept.slice(Number(name) - 1, Number(name));
      continue;
    }
    if (/[():]/.test(name)) return undefined;
    kept = kept.filter((element) => {
      const values = isAttribute ? attribute(element, name) : name === "." ? [wholeText(element)] : textsOf(element, name);
      if (operator === undefined) return values.length > 0;
      return operator === "=" ? values.includes(wanted ?? "") : values.length > 0 && !values.includes(wanted ?? "");
    });
  }
  return read === conditions.length ? kept : undefined;
}

function attribute(element: Value, name: string): readonly string[] {
  const value = entryOf(attributesOf(element), name);
  return value?.kind === "str" ? [value.value] : [];
}

function textsOf(element: Value, tag: string): readonly string[] {
  return childrenOf(element)
    .filter((child) => hasTag(child, tag))
    .map(wholeText);
}

function wholeText(element: Value): string {
  const part = (of: Value, name: string): string => {
    const value = field(of, name);
    return value.kind === "str" ? value.value : "";
  };
  return (
    part(element, "text") +
    childrenOf(element)
      .map((child) => wholeText(child) + part(child, "tail"))
      .join("")
  );
}

/** `ns:tag` by the mapping that the search was given; `undefined` for a prefix that is not there. */
function inNamespace(tag: string, namespaces: Value | undefined): string | undefined {
  if (tag.startsWith("{") || !tag.includes(":")) {
    const uri = namespaces?.kind === "dict" && !/^(?:\{|\*$|\.)/.test(tag) ? entryOf(namespaces, "") : undefined;
    return uri?.kind === "str" && uri.value !== "" ? `{${uri.value}}${tag}` : tag;
  }
  const [prefix = "", name = ""] = tag.split(":");
  const uri = namespaces?.kind === "dict" ? entryOf(namespaces, prefix) : undefined;
  return uri?.kind === "str" ? `{${uri.value}}${name}` : undefined;
}

type Found = (found: readonly Value[], context: CallContext) => Value;

function searching(use: Found, namespacesAt = 1): MethodModel {
  return (self, context) => {
    const path = textOf(context.args, 0, "path");
    const root = self.kind === "object" && self.type === TREE ? field(self, "root") : self;
    const found = path === undefined ? undefined : search(root, path, argumentOf(context.args, namespacesAt, "namespaces"));
    return found ? use(found, context) : notKnown(context);
  };
}

function notKnown({ interpreter, at }: CallContext): Unknown {
  return interpreter.unknown("unsupported", "this path of XML elements is not followed", at);
}

const textOfFirst: Found = ([first], { args }) => {
  if (first === undefined) return argumentOf(args, 1, "default") ?? NONE;
  const text = field(first, "text");
  return text.kind === "none" ? str("") : text;
};

const iterate: MethodModel = (self, { args }) => {
  const tag = textOf(args, 0, "tag");
  const root = self.kind === "object" && self.type === TREE ? field(self, "root") : self;
  return iterator(withDescendants(root).filter((element) => tag === undefined || hasTag(element, tag)));
};

const SEARCHES: Readonly<Record<string, MethodModel>> = {
  find: searching(([first]) => first ?? NONE),
  findall: searching((found) => list(found)),
  iterfind: searching((found) => iterator(found)),
  findtext: searching(textOfFirst, 2),
  iter: iterate,
};

function ofAttributes(name: string): MethodModel {
  return (self, { interpreter, args, at }) => interpreter.call(interpreter.attribute(attributesOf(self), name, at), args, at);
}

const element: TypeModel = {
  iterate: (self) => list(childrenOf(self)),
  subscript: (self, index, { interpreter, at }) => interpreter.subscript(list(childrenOf(self)), index, at),
  methods: {
    ...SEARCHES,
    ...Object.fromEntries(["get", "items", "keys"].map((name) => [name, ofAttributes(name)])),
    __len__: (self) => int(childrenOf(self).length),
    set: (self: Self, { args }) => {
      setEntry(attributesOf(self), argumentOf(args, 0, "key") ?? NONE, argumentOf(args, 1, "value") ?? NONE);
      return NONE;
    },
  },
};

export const ELEMENT_TREE: LibraryPart = {
  symbols: {
    "xml.etree.ElementTree.parse": (context) =>
      treeOf(readElements(contentOfFile(argumentOf(context.args, 0, "source"), context), context), context),
    "xml.etree.ElementTree.fromstring": (context) => readElements(contentOf(selfOf(context), context), context),
  },
  types: {
    [ELEMENT]: element,
    [TREE]: { methods: { ...SEARCHES, getroot: (self) => field(self, "root") } },
  },
  aliases: {
    "xml.etree.ElementTree.XML": "xml.etree.ElementTree.fromstring",
    "xml.etree.ElementTree.ParseError": "builtins.SyntaxError",
    "defusedxml.ElementTree.parse": "xml.etree.ElementTree.parse",
    "defusedxml.ElementTree.fromstring": "xml.etree.ElementTree.fromstring",
  },
};
