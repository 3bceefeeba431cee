import { selectionTexts } from "../facts/automation/selection-arguments.ts";
import { replaceText } from "../facts/fixes/replace-text.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const selectionPlusDepth = defineRule({
  name: "selection-plus-depth",
  group: "selections",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "A selection such as `orders+` goes one level down, while `key:orders+` goes all the way.",
    why: "The older spelling counts each `+` as one level; the language of selections does not.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders+")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="key:orders+")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/asset_selection.py (from_string), 1.13.27",
  },
  check({ location, report }) {
    for (const { text, argument } of selectionTexts(location)) {
      const [, up = "", name, down = ""] = /^(\++)?([\w./-]+)(\++)?$/u.exec(text.value.trim()) ?? [];
      const depth = Math.max(up.length, down.length);
      if (name === undefined || depth === 0) continue;
      const same = `${up && `${up.length}+`}key:${name}${down && `+${down.length}`}`;
      const edit = /^[\w/]+$/.test(name) ? replaceText(text, same, location) : undefined;
      report({
        message: `\`${text.value}\` goes ${depth === 1 ? "one level" : `${depth} levels`} only`,
        why: `A bare name with \`+\` counts levels; \`${up && "+"}key:${name}${down && "+"}\` would go all the way.`,
        help: `Write \`${up && `${up.length}+`}key:"${name}"${down && `+${down.length}`}\` for that depth, or \`${up && "+"}key:"${name}"${down && "+"}\` for all.`,
        location: placeInArgument(text, argument),
        ...(edit && { fix: { title: `Write \`${same}\`, which selects the same`, applicability: "safe", edits: [edit] } }),
      });
    }
  },
});
