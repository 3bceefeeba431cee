/** Files of the repository as text, for `open`, `Path.read_text` and the models that read data files. */
import type { Location } from "../../base/span.ts";
import type { Machine } from "../machine.ts";
import type { Unknown } from "../value.ts";

export function readTextOfFile(machine: Machine, path: string, at: Location): string | Unknown {
  const content = machine.tree.read(path);
  if (content === "absent")
    return { ...machine.unknown("runtime-input", `the file \`${path}\` is not in the repository`, at), absentFile: path };
  if (content === "not-loaded") {
    machine.needs.add(path);
    return machine.unknown("limit", `the file \`${path}\` was not loaded`, at);
  }
  if (content.length > machine.options.budget.size * 100) return machine.unknown("limit", `the file \`${path}\` is too large to read`, at);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return machine.unknown("unsupported", `the file \`${path}\` is not UTF-8`, at);
  }
}
