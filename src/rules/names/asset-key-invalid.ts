import { hasValidNameChars, isReservedName, NAME_MESSAGE } from "../facts/names/dagster-names.ts";
import { refusedNodeNames } from "../facts/names/node-names.ts";
import { defineRule } from "../rule.ts";

export const assetKeyInvalid = defineRule({
  name: "asset-key-invalid",
  group: "names",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset key from which Dagster cannot make the name of an op: it has characters other than ASCII letters, digits, `_`, `-` and `.`.",
    why: 'The op behind an executable asset is named after its key. Dagster refuses: `"..." is not a valid name in Dagster. Names must be in regex ^[A-Za-z0-9_]+$.`',
    example: `import dagster as dg

@dg.asset(name="daily orders")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(name="daily-orders")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/asset_key.py (to_python_identifier), 1.13.27",
  },
  check(context) {
    for (const { what, name, part, key, at, subject } of refusedNodeNames(context)) {
      if (hasValidNameChars(name) || isReservedName(name) || part.includes("/") || (key === "" && what === "asset")) continue;
      context.report({
        message: `\`${key}\` is not a key that an executable asset can have or depend on`,
        why: `Dagster makes a name of it: ""${name}" is not a valid name in Dagster. ${NAME_MESSAGE}"`,
        help: "Use ASCII letters, digits, `_`, `-` and `.` in each part of the key.",
        location: at,
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
