/** Reads what calls are logged as, and the enumerations' members that they are given: what else mentions a name is not followed. */
import { nearestWord } from "../../base/edit-distance.ts";
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { CLASS_MEMBERS, ENUMERATIONS } from "../../dagster/library/signatures.generated.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import { isOnNewestDagster } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

interface Mention {
  /** `dagster.AutomationCondition.egaer` */
  readonly name: string;
  readonly at: Location;
}

export const unknownDagsterAttribute = defineRule({
  name: "unknown-dagster-attribute",
  group: "python",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
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
    for (const { name, at } of mentionsIn(location)) {
      const [, cls = "", member = ""] = /^(dagster\.\w+)\.(\w+)$/.exec(name) ?? [];
      const members = membersOf(cls);
      if (members.size === 0 || members.has(member) || member.startsWith("_")) continue;
      const [, short] = cls.split(".");
      const near = nearestWord(member, members);
      report({
        message: `\`${short}\` has no \`${member}\``,
        why: `Python: "AttributeError: type object '${short}' has no attribute '${member}'".`,
        help: near === undefined ? "Use what the class has." : `Did you mean \`${short}.${near}\`?`,
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});

function mentionsIn({ calls }: LoadedLocation): readonly Mention[] {
  return calls.filter(({ condition, guarded, subclass }) => !condition && !guarded && !subclass).flatMap(mentionsOf);
}

function mentionsOf({ name, args, at, receiver }: LibraryCall): readonly Mention[] {
  const given = [...args.positional, ...args.keywords.values()].flatMap(({ value, at: place }) =>
    value.kind === "symbol" ? [{ name: value.name, at: place }] : [],
  );
  return receiver === undefined ? [{ name, at }, ...given] : given;
}

function membersOf(cls: string): ReadonlySet<string> {
  const enumeration = ENUMERATIONS[cls];
  if (enumeration) return new Set([...Object.keys(enumeration), "name", "value", "mro"]);
  return new Set((CLASS_MEMBERS[cls] ?? "").split(" ").filter((member) => member !== ""));
}
