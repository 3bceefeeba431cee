import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { FunctionValue } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { mistakenParameters } from "../facts/functions/mistaken-parameters.ts";
import { defineRule } from "../rule.ts";

export const optionalResourceAnnotation = defineRule({
  name: "optional-resource-annotation",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
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
      const fix = place.function && annotationFix(place.function, name);
      context.report({
        message: `\`${name}\` is taken for an upstream asset: an optional resource is not seen as one`,
        why: `Dagster: "Input asset "["${name}"]" is not produced by any of the provided asset ops and is not one of the provided sources."`,
        help: "Annotate with the resource class itself; a resource cannot be left out.",
        location: place.at,
        subject: place.subject,
        doubts: place.doubts,
        ...(fix && { fix }),
      });
    }
  },
});

/** `Optional[Shop]` and `Shop | None` become `Shop`; a default of `None` goes with them where the parameters in front have none. */
function annotationFix({ definition, file }: FunctionValue, name: string): Fix | undefined {
  const index = definition.parameters.findIndex((each) => each.name === name);
  const parameter = definition.parameters[index];
  const annotation = parameter?.annotation;
  const inner = annotation && withoutNone(annotation);
  if (!parameter || !inner) return undefined;
  const isDefaultFree = definition.parameters.slice(0, index).every((each) => each.default === undefined);
  const text = file.text.slice(inner.start, inner.end);
  const end = parameter.default?.kind === "none" && isDefaultFree ? parameter.end : annotation.end;
  const edit = { path: file.path, start: annotation.start, end, text };
  return { title: `Write \`${text}\``, applicability: "unsafe", edits: [edit] };
}

function withoutNone(annotation: Expression): Expression | undefined {
  if (annotation.kind === "subscript") return annotation.index.kind === "tuple" ? undefined : annotation.index;
  if (annotation.kind !== "binary") return undefined;
  const sides = [annotation.left, annotation.right];
  const others = sides.filter(({ kind }) => kind !== "none");
  return others.length === 1 ? others[0] : undefined;
}
