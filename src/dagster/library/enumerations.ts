/** Dagster's public enumerations: members are objects with `name` and `value`, equal by name. */

import type { SymbolModel } from "../../python/library.ts";
import { int, NOWHERE, str } from "../../python/make-value.ts";
import type { LibraryObject, Value } from "../../python/value.ts";
import { EQUALITY_FIELD } from "../../python/values/hash-key.ts";
import type { Models } from "./models.ts";
import { ENUMERATIONS } from "./signatures.generated.ts";

const members = new Map<string, LibraryObject>();
for (const [type, names] of Object.entries(ENUMERATIONS)) {
  for (const [name, value] of Object.entries(names)) members.set(`${type}.${name}`, makeMember(type, name, value));
}

function makeMember(type: string, name: string, value: string | number): LibraryObject {
  const fields = new Map<string, Value>([
    ["name", str(name)],
    ["value", typeof value === "number" ? int(value) : str(value)],
    [EQUALITY_FIELD, str(name)],
  ]);
  return { kind: "object", type, fields, at: NOWHERE };
}

/** `dagster.DefaultScheduleStatus.RUNNING`. */
export function enumMember(name: string): LibraryObject | undefined {
  return members.get(name);
}

/** `DefaultScheduleStatus("RUNNING")`. */
function callModel(type: string): SymbolModel {
  return ({ args, interpreter, at }) => {
    const argument = args.positional[0]?.value;
    if (argument?.kind === "object" && argument.type === type) return argument;
    if (argument?.kind === "str") {
      for (const member of members.values()) {
        const value = member.fields.get("value");
        if (member.type === type && value?.kind === "str" && value.value === argument.value) return member;
      }
    }
    return interpreter.unknown(argument?.kind === "unknown" ? argument.reason : "unsupported", `a member of ${type} is not known`, at);
  };
}

export const enumerationModels: Models = {
  constants: Object.fromEntries(members),
  symbols: Object.fromEntries(Object.keys(ENUMERATIONS).map((type) => [type, callModel(type)])),
  types: Object.fromEntries(Object.keys(ENUMERATIONS).map((type) => [type, {}])),
};
