/** A component's YAML file as its documents: type, attributes, post-processing, each with its place. What Dagster refuses is a gap in place of a document. */
import type { Span } from "../../../base/span.ts";
import { entryOf, type FormatMapping, type FormatNode } from "../../../formats/format-node.ts";
import { parseYamlDocuments } from "../../../formats/yaml.ts";
import type { CallContext } from "../../../python/library.ts";
import type { ModuleValue, Scope, Unknown } from "../../../python/value.ts";
import { type RefusalKind, refused } from "../../library/refusal.ts";

/** In the order of Dagster's search; the first that is there decides. */
export const COMPONENT_FILES: readonly string[] = ["defs.yaml", "defs.yml", "component.yaml"];

export interface ComponentFile {
  readonly path: string;
  /** For template expressions: they stand in this file. */
  readonly module: ModuleValue;
  readonly documents: readonly (ComponentDocument | Unknown)[];
}

export interface ComponentDocument {
  readonly kind: "document";
  readonly span: Span;
  readonly type: { readonly name: string; readonly span: Span };
  readonly attributes: FormatMapping | undefined;
  readonly templateVarsModule: { readonly name: string; readonly span: Span } | undefined;
  readonly postProcessing: FormatNode | undefined;
}

const KEYS = new Set(["type", "attributes", "template_vars_module", "requirements", "post_processing"]);

export function readComponentFile(path: string, context: CallContext): ComponentFile {
  const text = context.interpreter.readText(path, context.at);
  if (typeof text !== "string") return { path, module: moduleOf(path, ""), documents: [text] };
  const { documents, problems } = parseYamlDocuments(text, "dagster");
  const fault: Fault = ({ start, end }, kind, problem) =>
    refused({ ...context, at: { path, start, end } }, { kind, problem }, "this component");
  const [problem] = problems.filter(({ severity }) => severity === "error");
  if (problem) return { path, module: moduleOf(path, text), documents: [fault(problem.span, "yaml-syntax", problem.message)] };
  return { path, module: moduleOf(path, text), documents: documents.map((root) => readDocument(root, fault)) };
}

type Fault = (span: Span, kind: RefusalKind, problem: string) => Unknown;

function readDocument(root: FormatNode, fault: Fault): ComponentDocument | Unknown {
  if (root.kind !== "mapping") return fault(root.span, "missing-type", "a mapping with a `type` is expected");
  const unknown = root.entries.find(({ key }) => !KEYS.has(String(key.value)));
  if (unknown) return fault(unknown.key.span, "unknown-key", `\`${unknown.key.value}\` is no key of a component`);
  const type = textAt(root, "type");
  if (!type) return fault(root.span, "missing-type", "it has no `type`");
  const attributes = entryOf(root, "attributes")?.value;
  if (attributes && attributes.kind !== "mapping" && !isNull(attributes))
    return fault(attributes.span, "wrong-attribute", "`attributes` is no mapping");
  return {
    kind: "document",
    span: root.span,
    type,
    attributes: attributes?.kind === "mapping" && attributes.entries.length > 0 ? attributes : undefined,
    templateVarsModule: textAt(root, "template_vars_module"),
    postProcessing: entryOf(root, "post_processing")?.value,
  };
}

function isNull(node: FormatNode): boolean {
  return node.kind === "scalar" && node.type === "null";
}

function textAt(root: FormatMapping, key: string): { readonly name: string; readonly span: Span } | undefined {
  const node = entryOf(root, key)?.value;
  return node?.kind === "scalar" && node.type === "str" ? { name: node.value, span: node.span } : undefined;
}

function moduleOf(path: string, text: string): ModuleValue {
  const tree = { kind: "module", start: 0, end: text.length, body: [], comments: [], errors: [] } as const;
  const scope: Scope = {
    kind: "module",
    names: new Map(),
    get module() {
      return module;
    },
  };
  const module: ModuleValue = { kind: "module", name: path, file: { path, text, tree }, scope };
  return module;
}
