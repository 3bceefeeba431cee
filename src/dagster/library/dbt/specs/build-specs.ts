/** `build_dbt_specs`: the specs and check specs of the nodes that a selection means. */
import { existenceGap } from "../../../../dbt/manifest/manifest-entry.ts";
import type { DbtNode } from "../../../../dbt/nodes/dbt-node.ts";
import { selectNodes } from "../../../../dbt/selection/select-nodes.ts";
import type { CallContext } from "../../../../python/library.ts";
import { list, NONE, str } from "../../../../python/make-value.ts";
import type { ListValue, Unknown, Value } from "../../../../python/value.ts";
import { hashKey } from "../../../../python/values/hash-key.ts";
import { perhaps } from "../../../../python/values/one-of.ts";
import { isEmpty, isObject } from "../../construct.ts";
import { type ManifestPayload, payloadOfManifest } from "../project/manifest.ts";
import { callTranslator } from "../translator/call-translator.ts";
import { setting } from "../translator/translator-settings.ts";
import { isAsset, materializationGap, upstreamOf } from "./upstream.ts";

export interface SpecsParts {
  /** The manifest object. */
  readonly manifest: Value;
  readonly translator: Value;
  readonly project: Value;
  readonly select: Value;
  readonly exclude: Value;
  readonly selector: Value;
  readonly ioManagerKey: Value;
}

export interface BuiltSpecs {
  readonly specs: ListValue;
  readonly checks: ListValue;
}

/** The selected ids, or why they are not known. */
export function selectedIds(
  manifest: ManifestPayload,
  { select, exclude, selector }: Pick<SpecsParts, "select" | "exclude" | "selector">,
  context: CallContext,
): { readonly ids: ReadonlySet<string>; readonly gap?: Unknown } {
  const text = (value: Value): string | undefined => (value.kind === "str" ? value.value : undefined);
  const open = [select, exclude, selector].find((value) => value.kind !== "str" && value.kind !== "none");
  if (open !== undefined) {
    const gap = open.kind === "unknown" ? open : context.interpreter.unknown("unsupported", "the dbt selection is not known", context.at);
    return { ids: new Set(), gap };
  }
  const found = selectNodes(manifest.graph, { select: text(select), exclude: text(exclude), selector: text(selector) });
  const [undecided] = found.undecided.values();
  if (undecided === undefined) return { ids: found.ids };
  return { ids: found.ids, gap: context.interpreter.unknown(undecided.reason, undecided.message, context.at) };
}

export function buildSpecs(parts: SpecsParts, context: CallContext): BuiltSpecs {
  const manifest = payloadOfManifest(parts.manifest);
  if (manifest === undefined) {
    const gap =
      parts.manifest.kind === "unknown"
        ? parts.manifest
        : context.interpreter.unknown("unsupported", "the dbt manifest is not known", context.at);
    return { specs: list([], gap), checks: list([], gap) };
  }
  const { ids, gap } = selectedIds(manifest, parts, context);
  const specs: Value[] = [];
  const checks = new Map<string, Value>();
  const nodes = [...ids].flatMap((id) => manifest.project.nodes.get(id) ?? []).filter(isAsset);
  for (const node of parentsFirst(manifest, nodes)) {
    const spec = specOf(parts, node, context);
    specs.push(asClaim(withIoManager(spec, parts.ioManagerKey, context), node));
    addChecks(parts, { manifest, node, spec, checks, ids }, context);
    addSourceChecks(parts, { manifest, node, spec, checks, ids }, context);
  }
  const open = gap ?? projectGap(manifest);
  return { specs: list(specs, open), checks: list([...checks.values()], open) };
}

function specOf({ translator, manifest, project }: SpecsParts, node: DbtNode, context: CallContext): Value {
  return callTranslator(translator, "get_asset_spec", [manifest, str(node.uniqueId), project], context);
}

/** A translator asks for the specs of parents: in this order each is there already. */
function parentsFirst(manifest: ManifestPayload, nodes: readonly DbtNode[]): DbtNode[] {
  const wanted = new Set(nodes.map(({ uniqueId }) => uniqueId));
  const done = new Set<string>();
  const order: DbtNode[] = [];
  const stack = nodes.toReversed().map((node) => ({ node, opened: false }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, opened } = next;
    if (opened) order.push(node);
    if (opened || done.has(node.uniqueId)) continue;
    done.add(node.uniqueId);
    stack.push({ node, opened: true });
    for (const parent of upstreamOf(manifest, node).nodes) if (wanted.has(parent.uniqueId)) stack.push({ node: parent, opened: false });
  }
  return order;
}

function withIoManager(spec: Value, key: Value, { interpreter, at }: CallContext): Value {
  if (key.kind === "none" || !isObject(spec, "dagster.AssetSpec")) return spec;
  const method = interpreter.attribute(spec, "with_io_manager_key", at);
  return interpreter.call(method, { positional: [{ value: key, at }], keywords: new Map(), complete: true }, at);
}

/** A node that may be disabled, or ephemeral, is an asset only if it is not. */
function asClaim(spec: Value, node: DbtNode): Value {
  const gap = existenceGap(node);
  const message = gap?.message ?? materializationGap(node);
  if (message === undefined) return spec;
  return perhaps(spec, { kind: "unknown", reason: gap?.reason ?? "runtime-input", message, at: node.location });
}

interface CheckParts {
  readonly manifest: ManifestPayload;
  readonly node: DbtNode;
  readonly spec: Value;
  readonly checks: Map<string, Value>;
  readonly ids: ReadonlySet<string>;
}

function addChecks(parts: SpecsParts, { manifest, node, spec, checks, ids }: CheckParts, context: CallContext): void {
  for (const child of manifest.children.get(node.uniqueId) ?? []) {
    if (ids.has(child) && child.startsWith("test")) addCheck(parts, { spec, child, checks }, context);
  }
}

function addSourceChecks(parts: SpecsParts, { manifest, node, checks }: CheckParts, context: CallContext): void {
  if (context.interpreter.truth(setting(parts.translator, "enable_source_tests_as_checks", context)) !== "yes") return;
  for (const parent of upstreamOf(manifest, node).nodes) {
    if (parent.resourceType !== "source") continue;
    const spec = specOf(parts, parent, context);
    for (const child of manifest.children.get(parent.uniqueId) ?? [])
      if (child.startsWith("test")) addCheck(parts, { spec, child, checks }, context);
  }
}

interface OneCheck {
  readonly spec: Value;
  readonly child: string;
  readonly checks: Map<string, Value>;
}

/** Of checks with one name on one asset the last counts. */
function addCheck({ translator, manifest, project }: SpecsParts, { spec, child, checks }: OneCheck, context: CallContext): void {
  const check = callTranslator(translator, "get_asset_check_spec", [spec, manifest, str(child), project], context);
  if (check.kind === "none") return;
  const name = check.kind === "object" ? check.fields.get("name") : undefined;
  const key = check.kind === "object" ? hashKey(check.fields.get("asset_key") ?? NONE) : undefined;
  checks.set(name?.kind === "str" && key !== undefined ? `${key}\n${name.value}` : child, check);
}

/** A package that is not in the repository may bring nodes of its own. */
function projectGap({ project }: ManifestPayload): Unknown | undefined {
  const gap = project.gaps.find(({ node }) => node === undefined);
  return gap && { kind: "unknown", reason: gap.reason, message: gap.message, at: gap.location };
}

/** `select="fqn:*"` and its like, where nothing was given. */
export function orDefault(value: Value, fallback: string): Value {
  return isEmpty(value) ? str(fallback) : value;
}
