import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { ClassValue, Value } from "../../python/value.ts";
import { subclassCalls } from "../facts/logged.ts";
import { defineRule } from "../rule.ts";

/** Methods that a class of Dagster's leaves to be written; the first that it derives from decides, as it has those of the others. */
const ABSTRACT: readonly (readonly [string, readonly string[]])[] = [
  ["dagster.UPathIOManager", ["dump_to_path", "load_from_path"]],
  ["dagster.ConfigurableIOManager", ["handle_output", "load_input"]],
  ["dagster.ConfigurableLegacyIOManagerAdapter", ["wrapped_io_manager"]],
  ["dagster.ConfigurableIOManagerFactory", ["create_io_manager"]],
  ["dagster.IOManager", ["handle_output", "load_input"]],
  ["dagster.InputManager", ["load_input"]],
];

export const abstractClassInstantiated = defineRule({
  name: "abstract-class-instantiated",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A resource or I/O manager is made of a class that lacks a method it must have.",
    why: "Python raises `TypeError: Can't instantiate abstract class ... with abstract method ...` when the module is imported.",
    example: `import dagster as dg

class Warehouse(dg.ConfigurableIOManager):
    def handle_output(self, context, obj): ...

defs = dg.Definitions(resources={"io_manager": Warehouse()})
`,
    instead: `import dagster as dg

class Warehouse(dg.ConfigurableIOManager):
    def handle_output(self, context, obj): ...

    def load_input(self, context): ...

defs = dg.Definitions(resources={"io_manager": Warehouse()})
`,
    source: "dagster/_config/pythonic_config/io_manager.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { subclass, at, condition, guarded } of subclassCalls(location)) {
      if (condition || guarded) continue;
      const missing = missingMethods(subclass, location);
      const [first] = missing;
      if (first === undefined) continue;
      const names = missing.map((name) => `\`${name}\``).join(", ");
      report({
        message: `\`${subclass.name}\` cannot be made: it lacks ${names}`,
        why: `Python: "TypeError: Can't instantiate abstract class ${subclass.name} with abstract method${missing.length > 1 ? "s" : ""} ${missing.join(", ")}".`,
        help: `Define ${names} in \`${subclass.name}\`.`,
        location: at,
        subject: `class:${subclass.name}`,
      });
    }
  },
});

function missingMethods(cls: ClassValue, { interpreter }: LoadedLocation): readonly string[] {
  const isKnown = cls.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && isReadBase(base.name)));
  if (!isKnown) return [];
  const [, names = []] = ABSTRACT.find(([base]) => interpreter.isSubclass(cls, base)) ?? [];
  const undefinedHere = names.filter((name) => !cls.mro.some((base) => base.kind === "class" && base.namespace.has(name)));
  return [...undefinedHere, ...(isOfAbstractKind(cls) ? ownAbstract(cls) : [])];
}

/** Classes of which Python knows what is abstract: those of Dagster's and pydantic's, and whoever says so. */
function isOfAbstractKind({ mro }: ClassValue): boolean {
  return mro.some((base) => base.kind === "symbol" && /^(?:dagster|pydantic|abc)\./.test(base.name));
}

/** Methods marked with `@abstractmethod` that no class before the one with the mark defines. */
function ownAbstract({ mro }: ClassValue): readonly string[] {
  const defined = new Map<string, boolean>();
  for (const base of mro)
    for (const [name, value] of base.kind === "class" ? base.namespace : []) if (!defined.has(name)) defined.set(name, isAbstract(value));
  return [...defined].flatMap(([name, isLeft]) => (isLeft ? [name] : []));
}

function isAbstract(value: Value): boolean {
  const fn = value.kind === "object" ? value.fields.get("function") : value;
  if (fn?.kind !== "function" || fn.definition.kind !== "function") return false;
  const { text } = fn.file;
  return fn.definition.decorators.some(({ start, end }) => /(?:^|\.)abstract(?:method|property)$/.test(text.slice(start, end)));
}

/** A base of another library may define anything, and so may the I/O managers of Dagster's that are used as they are. */
function isReadBase(name: string): boolean {
  return /^(?:dagster\.(?:Configurable\w+|IOManager|InputManager|UPathIOManager|Config|\w*IOManagerBase)|builtins\.object|abc\.ABC|typing\.Generic|pydantic\.BaseModel)$/.test(
    name,
  );
}
