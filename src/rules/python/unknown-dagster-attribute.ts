/** Reads what calls are logged as, and the enumerations' members that they are given: what else mentions a name is not followed. */
import { nearestWord } from "../../base/edit-distance.ts";
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { CLASS_MEMBERS, ENUMERATIONS } from "../../dagster/library/signatures.generated.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { isOnNewestDagster } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

export const unknownDagsterAttribute = defineRule({
  name: "unknown-dagster-attribute",
  group: "python",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A class or an enumeration of Dagster's has no such function or member.",
    why: "Python raises `AttributeError: type object 'AutomationCondition' has no attribute '...'` when the module is imported.",
    example: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.egaer())
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/__init__.py, 1.13.27",
  },
  check({ location, report }) {
    if (!isOnNewestDagster(location)) return;
    for (const [name, places] of mentionsIn(location)) {
      const [, cls = "", member = ""] = /^(dagster\.\w+)\.(\w+)$/.exec(name) ?? [];
      const members = membersOf(cls);
      if (members.size === 0 || members.has(member) || member.startsWith("_")) continue;
      const short = cls.slice("dagster.".length);
      const near = nearestWord(member, members);
      for (const at of places) {
        const fix = near === undefined ? undefined : memberFix(at, { short, member, near }, location);
        report({
          message: `\`${short}\` has no \`${member}\``,
          why: `Python: "AttributeError: type object '${short}' has no attribute '${member}'".`,
          help: near === undefined ? "Use what the class has." : `Did you mean \`${short}.${near}\`?`,
          location: at,
          subject: `file:${at.path}`,
          ...(fix && { fix }),
        });
      }
    }
  },
});

interface MisspeltMember {
  readonly short: string;
  readonly member: string;
  readonly near: string;
}

/** Where the class and its member stand there, once. */
function memberFix({ path, start, end }: Location, { short, member, near }: MisspeltMember, { files }: LoadedLocation): Fix | undefined {
  const written = files.get(path)?.text.slice(start, end) ?? "";
  const found = [...written.matchAll(new RegExp(`\\b${short}\\s*\\.\\s*${member}\\b`, "g"))];
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const to = start + only.index + only[0].length;
  return {
    title: `Write \`${short}.${near}\``,
    applicability: "unsafe",
    edits: [{ path, start: to - member.length, end: to, text: near }],
  };
}

/** Names as `dagster.AutomationCondition.egaer`, with the places that surely mention them. */
function mentionsIn({ calls }: LoadedLocation): ReadonlyMap<string, readonly Location[]> {
  const mentions = new Map<string, Location[]>();
  const add = (name: string, at: Location): void => {
    const places = mentions.get(name);
    if (places) places.push(at);
    else mentions.set(name, [at]);
  };
  for (const { name, args, at, receiver, condition, guarded, subclass } of calls) {
    if (condition || guarded || subclass) continue;
    if (receiver === undefined) add(name, at);
    for (const { value, at: place } of args.positional) if (value.kind === "symbol") add(value.name, place);
    for (const { value, at: place } of args.keywords.values()) if (value.kind === "symbol") add(value.name, place);
  }
  return mentions;
}

function membersOf(cls: string): ReadonlySet<string> {
  const enumeration = ENUMERATIONS[cls];
  if (enumeration) return new Set([...Object.keys(enumeration), "name", "value", "mro"]);
  return new Set((CLASS_MEMBERS[cls] ?? "").split(" ").filter((member) => member !== ""));
}
