import { mistakenParameters } from "../facts/functions/mistaken-parameters.ts";
import { defineRule } from "../rule.ts";

export const optionalResourceAnnotation = defineRule({
  name: "optional-resource-annotation",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A resource parameter is annotated `Optional[Resource]` or `Resource | None`.",
    why: 'Dagster sees a resource only where the annotation is the class itself, and takes this one for an upstream asset: `Input asset "[...]" is not produced by any of the provided asset ops …`',
    example: `from typing import Optional

import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset
def orders(shop: Optional[Shop]): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop()})
`,
    instead: `import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset
def orders(shop: Shop): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop()})
`,
    source: "dagster/_core/definitions/resource_annotation.py, 1.13.27",
  },
  check(context) {
    for (const { name, ...place } of mistakenParameters(context, "optional-resource-annotation")) {
      context.report({
        message: `\`${name}\` is taken for an upstream asset: an optional resource is not seen as one`,
        why: `Dagster: "Input asset "["${name}"]" is not produced by any of the provided asset ops and is not one of the provided sources."`,
        help: "Annotate with the resource class itself; a resource cannot be left out.",
        location: place.at,
        subject: place.subject,
        doubts: place.doubts,
      });
    }
  },
});
