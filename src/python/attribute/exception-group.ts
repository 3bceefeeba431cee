/** Exception groups: what they hold, and the part of one that an `except*` clause takes. */
import { str, tuple } from "../make-value.ts";
import type { LibraryObject, Value } from "../value.ts";

const GROUPS: ReadonlySet<string> = new Set(["builtins.ExceptionGroup", "builtins.BaseExceptionGroup"]);

export function isGroup(value: Value): value is LibraryObject {
  return value.kind === "object" && GROUPS.has(value.type);
}

/** The exceptions in a group; `undefined` where they are not known. */
function exceptionsOf(group: LibraryObject): readonly Value[] | undefined {
  const args = group.fields.get("args");
  const given = args?.kind === "tuple" ? args.items[1] : undefined;
  return (given?.kind === "list" || given?.kind === "tuple") && given.complete ? given.items : undefined;
}

function messageOf(group: LibraryObject): Value {
  const args = group.fields.get("args");
  return (args?.kind === "tuple" ? args.items[0] : undefined) ?? str("");
}

export function attributeOfGroup(object: LibraryObject, name: string): Value | undefined {
  if (!isGroup(object)) return undefined;
  if (name === "message") return messageOf(object);
  const exceptions = name === "exceptions" ? exceptionsOf(object) : undefined;
  return exceptions && tuple(exceptions);
}

export function groupOf(message: Value, exceptions: readonly Value[], at: LibraryObject["at"]): LibraryObject {
  const fields = new Map<string, Value>([["args", tuple([message, tuple(exceptions)])]]);
  return { kind: "object", type: "builtins.ExceptionGroup", fields, at };
}

/** The part of an exception that `takes`, and the rest; groups in it keep their shape. */
export function split(exception: Value, takes: (each: Value) => boolean): { readonly taken?: Value; readonly rest?: Value } {
  const inner = isGroup(exception) ? exceptionsOf(exception) : undefined;
  if (!inner || !isGroup(exception)) return takes(exception) ? { taken: exception } : { rest: exception };
  const parts = inner.map((each) => split(each, takes));
  const made = (side: "taken" | "rest"): Value | undefined => {
    const items = parts.flatMap((part) => part[side] ?? []);
    return items.length > 0 ? groupOf(messageOf(exception), items, exception.at) : undefined;
  };
  const [taken, rest] = [made("taken"), made("rest")];
  return { ...(taken && { taken }), ...(rest && { rest }) };
}
