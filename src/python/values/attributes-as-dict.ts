/** `self.__dict__`: the attributes of an instance or a namespace as a dict, through which they can be changed. */
import { str } from "../make-value.ts";
import type { DictEntryValue, DictValue, Value } from "../value.ts";
import { hashKey } from "./hash-key.ts";

/** What is set or deleted in the dict is set or deleted in the instance; keys that are no texts are of the dict alone. */
export function attributesAsDict(attributes: Map<string, Value>): DictValue {
  const entries = new Map<string, DictEntryValue>();
  for (const [name, value] of attributes) {
    if (name.startsWith("\0")) continue;
    const key = str(name);
    entries.set(hashKey(key) as string, { key, value });
  }
  const own = { set: entries.set.bind(entries), delete: entries.delete.bind(entries), clear: entries.clear.bind(entries) };
  entries.set = (hash, entry) => {
    if (entry.key.kind === "str") attributes.set(entry.key.value, entry.value);
    return own.set(hash, entry);
  };
  entries.delete = (hash) => {
    const key = entries.get(hash)?.key;
    if (key?.kind === "str") attributes.delete(key.value);
    return own.delete(hash);
  };
  entries.clear = () => {
    attributes.clear();
    own.clear();
  };
  return { kind: "dict", entries, complete: true };
}
