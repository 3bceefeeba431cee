/** Resolvers of containers, and what `Resolver` itself does before it calls its function. */
import { dict, list } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { raises } from "../../library/construct.ts";
import { render, resolveValue } from "../template/render.ts";
import type { Resolve } from "../template/resolution.ts";

/** Every template in it is rendered, and nothing else happens: strings, numbers, mappings. */
export const plain: Resolve = resolveValue;

/** As it is written, templates and all. */
export const untouched: Resolve = (value) => value;

/** A template that yields anything but text is the value itself. */
export function injected(resolve: Resolve): Resolve {
  return (value, resolution) => {
    if (value.kind !== "str") return value.kind === "unknown" ? value : resolve(value, resolution);
    const rendered = render(value, resolution);
    return rendered.kind === "str" ? resolve(rendered, resolution) : rendered;
  };
}

export function optional(resolve: Resolve): Resolve {
  return (value, resolution) => (value.kind === "none" ? value : resolve(value, resolution));
}

/** A list; a template may stand for the whole of it. */
export function sequence(resolve: Resolve): Resolve {
  return injected((value, resolution) => {
    if (value.kind !== "list" && value.kind !== "tuple") return refused(value, "a list", resolution.context);
    const items = value.items.map((item) => resolve(item, resolution));
    return { ...list(items, value.gap), ...(value.origin && { origin: value.origin }) };
  });
}

export function mapping(resolve: Resolve): Resolve {
  return injected((value, resolution) => {
    if (value.kind !== "dict") return refused(value, "a mapping", resolution.context);
    return dict(
      [...value.entries.values()].map(({ key, value: item }) => [key, resolve(item, resolution)] as const),
      value.gap,
    );
  });
}

export function refused(value: Value, expected: string, context: Parameters<typeof raises>[0]): Value {
  if (value.kind === "unknown") return value;
  const at = "origin" in value && value.origin ? value.origin : context.at;
  return raises({ ...context, at }, `${expected} is expected here`, "wrong-attribute");
}
