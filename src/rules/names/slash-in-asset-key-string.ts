import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { Value } from "../../python/value.ts";
import { isLiteral } from "../facts/fixes/replace-text.ts";
import { NAME_MESSAGE } from "../facts/names/dagster-names.ts";
import { refusedNodeNames } from "../facts/names/node-names.ts";
import { defineRule, type RuleContext } from "../rule.ts";

export const slashInAssetKeyString = defineRule({
  name: "slash-in-asset-key-string",
  group: "names",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A string with a slash where one part of an asset key is expected.",
    why: '`AssetKey("a/b")` has one part; only selections and YAML split at slashes. For an executable asset Dagster refuses: `"a/b" is not a valid name in Dagster.`',
    example: `import dagster as dg

@dg.asset(key="raw/orders")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(key=["raw", "orders"])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/asset_key.py, 1.13.27",
  },
  check(context) {
    for (const { name, part, written, at, subject } of refusedNodeNames(context)) {
      if (!part.includes("/")) continue;
      const parts = part.split("/");
      const fix = splitKey(written, context);
      context.report({
        message: `\`${part}\` is one part of a key, slash and all, and no name that Dagster takes`,
        why: `Dagster: ""${name}" is not a valid name in Dagster. ${NAME_MESSAGE}"`,
        help: `Write the parts apart: \`[${parts.map((each) => `"${each}"`).join(", ")}]\`.`,
        location: at,
        ...(subject !== undefined && { subject }),
        ...(fix && { fix }),
      });
    }
  },
});

/** Where the literal is all of `key=` or `key_prefix=`, a list of the parts can take its place. */
function splitKey(written: Value | undefined, { location }: RuleContext): Fix | undefined {
  if (written?.kind !== "str" || !written.origin || !isLiteral(written, location) || /["'\\]/.test(written.value)) return undefined;
  const text = location.files.get(written.origin.path)?.text ?? "";
  if (!/\b(?:key|key_prefix)\s*=\s*$/.test(text.slice(0, written.origin.start))) return undefined;
  const quote = text[written.origin.end - 1] ?? '"';
  const list = `[${written.value
    .split("/")
    .map((part) => `${quote}${part}${quote}`)
    .join(", ")}]`;
  return { title: `Split the key into \`${list}\``, applicability: "unsafe", edits: [{ ...written.origin, text: list }] };
}
