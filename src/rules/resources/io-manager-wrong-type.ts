import type { Interpreter } from "../../python/interpreter.ts";
import type { Value } from "../../python/value.ts";
import { requirementsOf } from "../facts/resources/resource-requirements.ts";
import { typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const ioManagerWrongType = defineRule({
  name: "io-manager-wrong-type",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "What is given under the key of an I/O manager is a resource of another kind.",
    why: "Dagster refuses: `io manager with key '...' required by output 'result' of op '...'', but received <class '...'>.`",
    example: `import dagster as dg

class Warehouse(dg.ConfigurableResource):
    url: str = ""

@dg.asset(io_manager_key="warehouse")
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"warehouse": Warehouse()})
`,
    instead: `import dagster as dg

class Warehouse(dg.ConfigurableIOManager):
    url: str = ""

    def handle_output(self, context, obj): ...

    def load_input(self, context): ...

@dg.asset(io_manager_key="warehouse")
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"warehouse": Warehouse()})
`,
    source: "dagster/_core/definitions/resource_requirement.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const wrong = requirementsOf(graph).flatMap((requirement) => {
        const { kind, provided } = requirement;
        return kind !== "resource" && provided && isNoManager(provided, location.interpreter) ? [{ requirement, provided }] : [];
      });
      for (const { requirement, provided } of wrong) {
        report({
          message: `\`${requirement.key}\` is a \`${typeName(provided)}\`, and ${requirement.owner} asks for an I/O manager there`,
          why: `Dagster: "${requirement.description}, but received <class '…'>."`,
          help:
            provided.kind === "class" && MANAGERS.some((type) => location.interpreter.isSubclass(provided, type))
              ? `Call it: \`${typeName(provided)}()\`.`
              : "Derive the class from `ConfigurableIOManager`, or use another key.",
          location: requirement.at,
          subject: requirement.subject,
        });
      }
    }
  },
});

const MANAGERS = [
  "IOManagerDefinition",
  "IOManager",
  "InputManagerDefinition",
  "InputManager",
  "ConfigurableIOManagerFactory",
  "ConfigurableLegacyIOManagerAdapter",
].map((name) => `dagster.${name}`);

/** A class of the repository whose bases are all known, or a plain value. */
function isNoManager(value: Value, interpreter: Interpreter): boolean {
  // A class or function that is not called is a resource as it is.
  if (["str", "int", "float", "bool", "dict", "list", "class", "function"].includes(value.kind)) return true;
  if (value.kind === "object" && value.type === "dagster.ResourceDefinition") return true;
  if (value.kind !== "instance" || value.class.mro.some((base) => base.kind === "unknown")) return false;
  if (value.class.mro.some((base) => base.kind === "symbol" && !base.name.startsWith("dagster.") && !base.name.startsWith("builtins.")))
    return false;
  return !MANAGERS.some((type) => interpreter.isInstance(value, type));
}
