import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import { insertItem } from "../../../edit/text/delimited.ts";
import { styleOf } from "../../../edit/text/source-style.ts";
import { outerEnd, outerStart } from "../../../syntax/outer-span.ts";
import { notNone } from "../../facts/arguments/exclusive-arguments.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { type Call, callsGiving } from "../../facts/calls.ts";
import { argumentRemoval } from "../../facts/fixes/remove-argument.ts";
import { defineRule } from "../../rule.ts";

export const depsAndNonArgumentDeps = defineRule({
  name: "deps-and-non-argument-deps",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "`deps` together with `non_argument_deps`.",
    why: "Dagster refuses: `Cannot specify both deps and non_argument_deps to @asset. Use only deps instead.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders], non_argument_deps={"orders"})
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/decorators/asset_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsGiving(location, "non_argument_deps", "dagster.asset", "dagster.multi_asset")) {
      const [older] = notNone(call, ["non_argument_deps"]);
      const fix = mergeFix(call, location);
      if (!older || notNone(call, ["deps"]).length === 0) continue;
      report({
        message: "`deps` and `non_argument_deps` are both given",
        why: 'Dagster: "Cannot specify both deps and non_argument_deps to @asset. Use only deps instead."',
        help: "Move everything to `deps`.",
        location: older.argument.at,
        ...subjectOfCall(call.call),
        ...(fix && { fix }),
      });
    }
  },
});

/** The elements of the older one, behind those of `deps`. Never safe: nobody has ever loaded both. */
function mergeFix(call: Call, location: LoadedLocation): Fix | undefined {
  const [newer, older] = [call.given("deps"), call.given("non_argument_deps")];
  const file = newer && location.files.get(newer.at.path);
  const removal = older && argumentRemoval(older.at, "non_argument_deps", "unsafe", location);
  const [list, added] = [newer?.expression, older?.expression];
  if (!file || !removal || list?.kind !== "list" || (added?.kind !== "set" && added?.kind !== "list")) return undefined;
  const items = list.items.map((item) => ({ start: outerStart(item), end: outerEnd(item) }));
  const text = added.items.map((item) => file.text.slice(outerStart(item), outerEnd(item))).join(", ");
  const insertion = insertItem(file.text, { start: list.start, end: list.end, items }, text, { style: styleOf(file) });
  const edits = [...insertion.map((edit) => ({ path: file.path, ...edit })), ...removal.edits];
  return { title: "Move everything to `deps`", applicability: "unsafe", edits };
}
