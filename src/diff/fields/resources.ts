/** What of a resource is compared: its class, its configuration key by key, the code of its class. */
import type { ConfigValue, Resource } from "../../types/graph-document.ts";
import { codeField, mappingField, printValue, scalarField, stableJson } from "../compare-field.ts";
import { type ObjectKind, plainEntry } from "../entry.ts";

export const RESOURCES: ObjectKind<Resource> = {
  kind: "resource",
  entries: (location) => location.document.resources.map((resource) => plainEntry("resource", resource.key, resource, location)),
  nameAtHead: (entry) => entry.name,
  fields: [
    scalarField("type", "type", (entry) => entry.object.type),
    mappingField("config", "config", (entry) =>
      Object.fromEntries(Object.entries(entry.object.config).map(([field, value]) => [field, printConfig(value)])),
    ),
    codeField(),
  ],
  identities: ({ object }) =>
    object.type === null || Object.keys(object.config).length === 0 ? [] : [stableJson([object.type, object.config])],
};

function printConfig(value: ConfigValue): string {
  if ("env" in value) {
    return `EnvVar(${value.env})`;
  }
  return "value" in value ? printValue(value.value) : "unresolved";
}
