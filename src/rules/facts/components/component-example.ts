/** The project around an example of a rule for components: `dg`'s layout, a package `shop` whose `defs` folder is loaded. */
import type { RuleDocs } from "../../rule.ts";

const DEFINITIONS = `from pathlib import Path

from dagster import definitions, load_from_defs_folder


@definitions
def defs():
    return load_from_defs_folder(path_within_project=Path(__file__).parent)
`;

/** A component of the project's own, `shop.components.Orders`, that takes no attributes. */
const COMPONENTS = `import dagster as dg


class Orders(dg.Component):
    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec("orders")])
`;

/** `shop.lib.run`, for an op. */
const LIB = "def run(context):\n    return None\n";

/** The example is the file of one component, or at another path below `shop/defs`. */
export function componentExample(path = "orders/defs.yaml"): NonNullable<RuleDocs["setting"]> {
  return {
    path: `shop/defs/${path}`,
    files: {
      "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "shop"\n',
      "shop/__init__.py": "",
      "shop/definitions.py": DEFINITIONS,
      "shop/components.py": COMPONENTS,
      "shop/lib.py": LIB,
      "shop/defs/__init__.py": "",
    },
  };
}
