import { decorationsOf } from "../facts/decorations.ts";
import { unresolvableNames } from "../facts/names/unresolvable-names.ts";
import { about } from "../facts/subject.ts";
import { defineRule } from "../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check", "schedule", "sensor"].map((name) => `dagster.${name}`);

export const unresolvableAnnotation = defineRule({
  name: "unresolvable-annotation",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A text annotation names a type that is not there at run time: it is imported under `if TYPE_CHECKING`, or is nowhere.",
    why: 'Dagster resolves the annotations of assets and ops. It refuses: `Failed to resolve type annotation "..." in function ...`',
    example: `from typing import TYPE_CHECKING

import dagster as dg

if TYPE_CHECKING:
    from pandas import DataFrame

@dg.asset
def orders() -> "DataFrame": ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg
from pandas import DataFrame

@dg.asset
def orders() -> "DataFrame": ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/decorator_utils.py (get_type_hints), 1.13.27",
  },
  check({ location, report }) {
    const unresolvable = decorationsOf(location, ...DECORATORS).flatMap(({ function: fn, result }) => {
      const [missing] = unresolvableNames(fn, location.interpreter);
      return missing ? [{ fn, result, missing }] : [];
    });
    for (const { fn, result, missing } of unresolvable) {
      report({
        message: `the annotation names \`${missing.name}\`, which is not there when the module is loaded`,
        why: `Dagster: "Failed to resolve type annotation "${missing.name}" in function ${fn.name}. This can occur when the parameter has a string annotation that references either: (1) a type defined in a local scope (2) a type that is defined or imported in an \`if TYPE_CHECKING\` block."`,
        help: "Import the type outside of `if TYPE_CHECKING`, or leave the annotation out.",
        location: missing.at,
        ...about(result),
      });
    }
  },
});
