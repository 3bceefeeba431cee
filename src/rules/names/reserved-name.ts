import { refusedNames } from "../facts/names/checked-names.ts";
import { isReservedName, RESERVED_MESSAGE } from "../facts/names/dagster-names.ts";
import { refusedNodeNames } from "../facts/names/node-names.ts";
import { defineRule } from "../rule.ts";

export const reservedName = defineRule({
  name: "reserved-name",
  group: "names",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A name that Dagster or Python reserves: `config`, `type`, `input`, `class`.",
    why: 'Dagster refuses: `"..." is not a valid name in Dagster. It conflicts with a Dagster or python reserved keyword.`',
    example: `import dagster as dg

@dg.asset
def output(): ...

defs = dg.Definitions(assets=[output])
`,
    instead: `import dagster as dg

@dg.asset
def order_output(): ...

defs = dg.Definitions(assets=[order_output])
`,
    source: "dagster/_core/definitions/utils.py (DISALLOWED_NAMES), 1.13.27",
  },
  check(context) {
    const names = [...refusedNames(context), ...refusedNodeNames(context)];
    for (const { what, name, at, subject } of names) {
      if (!isReservedName(name)) continue;
      context.report({
        message: `\`${name}\` is reserved and cannot be the name of ${/^[aeio]/.test(what) ? "an" : "a"} ${what}`,
        why: `Dagster: ""${name}" is not a valid name in Dagster. ${RESERVED_MESSAGE}"`,
        help:
          what === "asset"
            ? "Choose another name, or give the key a prefix: with `key_prefix` the last part may be reserved."
            : "Choose another name.",
        location: at,
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
