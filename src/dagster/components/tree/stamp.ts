/**
 * Marks what a component built: its nodes name it, and stand in its YAML file unless their own literal stands in a data file already
 * (a replication, a model). Copies share the identity of the definition that they are copies of.
 */
import type { Location } from "../../../base/span.ts";
import { list, NOWHERE, str, strDict } from "../../../python/make-value.ts";
import type { DictValue, LibraryObject, Value } from "../../../python/value.ts";
import { mergeDicts } from "../../library/assets/asset-spec.ts";
import { copy, isObject } from "../../library/construct.ts";

/** The field that `loading/document` reads. */
const COMPONENT = "\0component";

export interface Stamp {
  /** Path of the component below the `defs` folder, as Dagster writes it: `ingest`, `ingest[1]`. Absent for a folder: what is in it is not its own. */
  readonly component?: string;
  /** Its class, for the metadata that Dagster adds. */
  readonly className: string;
  /** Written in YAML: Dagster adds a reference to the file. */
  readonly inYaml: boolean;
  /** Where nodes stand that Python code made. Absent: where they are. */
  readonly at?: Location;
}

export function stampComponent(definitions: Value, stamp: Stamp): Value {
  if (definitions.kind === "one-of") return { ...definitions, options: definitions.options.map((option) => stampComponent(option, stamp)) };
  if (!isObject(definitions, "dagster.Definitions")) return definitions;
  const stamped = (name: string): Value | undefined => {
    const members = definitions.fields.get(name);
    if (members?.kind !== "list" && members?.kind !== "tuple") return undefined;
    return list(
      members.items.map((member) => stampMember(member, stamp)),
      members.gap,
    );
  };
  const [assets, checks] = [stamped("assets"), stamped("asset_checks")];
  return copy(definitions, { ...(assets && { assets }), ...(checks && { asset_checks: checks }) });
}

function stampMember(member: Value, stamp: Stamp): Value {
  if (member.kind === "one-of") return { ...member, options: member.options.map((option) => stampMember(option, stamp)) };
  if (member.kind === "list" || member.kind === "tuple")
    return list(
      member.items.map((item) => stampMember(item, stamp)),
      member.gap,
    );
  if (member.kind !== "object") return member;
  if (member.type === "dagster.AssetSpec" || member.type === "dagster.SourceAsset") return stampObject(member, stamp);
  if (member.type !== "dagster.AssetsDefinition" && member.type !== "dagster.AssetChecksDefinition") return member;
  const each = (name: string): Value | undefined => {
    const specs = member.fields.get(name);
    return specs?.kind === "list"
      ? list(
          specs.items.map((spec) => stampSpec(spec, stamp)),
          specs.gap,
        )
      : undefined;
  };
  const [specs, checks] = [each("specs"), each("check_specs")];
  return copy(member, { ...(specs && { specs }), ...(checks && { check_specs: checks }) });
}

function stampSpec(spec: Value, stamp: Stamp): Value {
  if (spec.kind === "one-of") return { ...spec, options: spec.options.map((option) => stampSpec(option, stamp)) };
  return spec.kind === "object" ? stampObject(spec, stamp) : spec;
}

function stampObject(object: LibraryObject, stamp: Stamp): LibraryObject {
  const component = object.fields.get(COMPONENT) ?? (stamp.component === undefined ? undefined : str(stamp.component));
  const metadata = object.type === "dagster.AssetSpec" ? { metadata: mergeDicts(object.fields.get("metadata"), addedMetadata(stamp)) } : {};
  const stamped = copy(object, { ...metadata, ...(component && { [COMPONENT]: component }) });
  return stamp.at && isPython(object.at) ? { ...stamped, at: stamp.at } : stamped;
}

/** What Dagster adds to the metadata of everything that a component builds. */
function addedMetadata({ className, inYaml }: Stamp): DictValue {
  const references: Value = { kind: "object", type: "dagster.CodeReferencesMetadataValue", fields: new Map(), at: NOWHERE };
  const origin = ["dagster/component_origin", str(className)] as const;
  return strDict(inYaml ? [["dagster/code_references", references], origin] : [origin]);
}

function isPython({ path }: Location): boolean {
  return path === "" || path.endsWith(".py");
}

/** Of an instance, or of the class itself. */
export function classNameOf(component: Value): string {
  if (component.kind === "instance") return component.class.name;
  if (component.kind === "class") return component.name;
  const name = component.kind === "object" ? component.type : component.kind === "symbol" ? component.name : "";
  return name.slice(name.lastIndexOf(".") + 1);
}
