/** Abstract methods: what `ABCMeta` collects of a class when it is made, and refuses to instantiate it for. */
import type { CallContext } from "../library.ts";
import type { ClassValue, Value } from "../value.ts";
import { ownerOf } from "../values/derived.ts";

/** Where `@abstractmethod` leaves its mark. */
export const ABSTRACT = "__isabstractmethod__";

/** Library classes whose metaclass is `ABCMeta`, and which have no abstract methods of their own. */
const BASES: ReadonlySet<string> = new Set(["abc.ABC", "typing.Protocol", "typing.Generic", "pydantic.BaseModel"]);

/** Names in order; `undefined` for a class that nobody asks for them. */
export function abstractNames(cls: ClassValue, keywords: CallContext["args"]["keywords"]): readonly string[] | undefined {
  const metaclass = keywords.get("metaclass")?.value;
  const isAsked =
    (metaclass?.kind === "symbol" && metaclass.name === "abc.ABCMeta") ||
    cls.mro.some((base) =>
      base.kind === "symbol" ? base.name === "abc.ABC" || base.name === "typing.Protocol" : base.kind === "class" && base.abstract,
    );
  // What else a base brings may stand in for what is abstract.
  if (!isAsked || cls.mro.some((base) => base.kind === "unknown" || (base.kind === "symbol" && !BASES.has(base.name)))) return undefined;
  const names = new Set<string>();
  for (const base of cls.bases) if (base.kind === "class") for (const name of base.abstract ?? []) names.add(name);
  for (const name of cls.namespace.keys()) names.add(name);
  return [...names].filter((name) => isAbstract(ownerOf(cls, name)?.namespace.get(name))).sort();
}

function isAbstract(value: Value | undefined): boolean {
  if (value?.kind === "function") return value.attributes.has(ABSTRACT);
  return value?.kind === "object" && isAbstract(value.fields.get("function"));
}
