import type { AssetsPayload } from "../../../dagster/model/objects.ts";
import { ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule, type RuleContext } from "../../rule.ts";

export const assetWithoutTest = defineRule({
  name: "asset-without-test",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A project has tests, and none of them names the asset: neither its function nor its key.",
    why: "What the asset computes is tried out for the first time when it runs.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/guides/test/unit-testing-assets-and-ops",
    setting: {
      path: "shop/definitions.py",
      files: {
        "pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
        "shop/__init__.py": "",
        "tests/test_orders.py": "from shop.definitions import orders\n\n\ndef test_orders():\n    assert orders() is None\n",
      },
    },
  },
  check(context) {
    const tests = textOfTests(context);
    if (tests === "") return;
    const words = new Set(tests.match(/\w+/g) ?? []);
    for (const { asset, claim, key, at, subject } of context.graphs.flatMap(ownAssets)) {
      const names = [asset.path.at(-1) ?? key, functionName(claim.payload)];
      if (names.some((name) => name !== undefined && (words.has(name) || tests.includes(name)))) continue;
      context.report({
        message: `no test names \`${key}\``,
        why: "What it computes is tried out for the first time when it runs.",
        help: "Call its function in a test, or run it with `dg.materialize([…])`.",
        location: at,
        subject,
      });
    }
  },
});

const TEST = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$|(?:^|\/)(?:[^/]*_)?tests?\/.*\.py$/;

/** Of all test files of the repository; empty where there is none, or one is still to be loaded. */
function textOfTests({ files, location }: RuleContext): string {
  const texts = files.tree.paths().flatMap((path) => (TEST.test(path) && !location.files.has(path) ? [files.text(path) ?? ""] : []));
  return texts.some((text) => /\bdef test_/.test(text)) ? texts.join("\n") : "";
}

function functionName(payload: AssetsPayload | undefined): string | undefined {
  return payload?.function?.kind === "function" ? payload.function.name : undefined;
}
