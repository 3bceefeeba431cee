import { selectionFromString } from "../../dagster/selection/selection-from-string.ts";
import { selectionTexts } from "../facts/automation/selection-arguments.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const invalidSelectionSyntax = defineRule({
  name: "invalid-selection-syntax",
  group: "selections",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A string is not a selection of assets: it is not in the selection language.",
    why: "Dagster refuses: `Invalid selection string: ...`. Inside `and`, `or` and `not` a name needs its attribute (`key:orders`), and values with `@`, `:` or spaces need quotes.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

nightly = dg.define_asset_job("nightly", selection="orders or customers")

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

nightly = dg.define_asset_job("nightly", selection="key:orders or key:customers")

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
`,
    source: "https://docs.dagster.io/guides/build/assets/asset-selection-syntax, asset_selection.py (from_string), 1.13.27",
  },
  check({ location, report }) {
    for (const { text, argument } of selectionTexts(location)) {
      const parsed = selectionFromString(text.value);
      if (parsed.ok) continue;
      report({
        message: `\`${text.value}\` is not a selection of assets: ${parsed.error.message}`,
        why: `Dagster: "Invalid selection string: ${text.value}".`,
        help: adviceFor(text.value),
        location: placeInArgument(text, argument),
      });
    }
  },
});

function adviceFor(text: string): string {
  const owner = /\bowner:(?!["'])([^\s()]+)/.exec(text);
  if (owner) return `Quote the owner: \`owner:"${owner[1]}"\`.`;
  if (/\s(?:and|or)\s|^not\s/i.test(text)) return "Write each name with its attribute: `key:orders and group:sales`.";
  if (text.trim() === "") return "Name what is selected; `*` is everything.";
  return "Attributes are `key:`, `group:`, `tag:`, `owner:` and `kind:`; several strings make a list.";
}
