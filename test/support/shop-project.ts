/** A small Dagster project for tests that are about what surrounds one. */
export const SHOP_PROJECT: Readonly<Record<string, string>> = {
  "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["dagster>=1.13"]\n\n[tool.dagster]\nmodule_name = "shop.definitions"\n',
  "shop/__init__.py": "",
  "shop/assets.py": `from dagster import asset


@asset(group_name="sales")
def orders():
    return [1, 2, 3]


@asset(group_name="sales")
def daily_revenue(orders):
    return sum(orders)
`,
  "shop/definitions.py": `from dagster import Definitions, load_assets_from_modules

from shop import assets

defs = Definitions(assets=load_assets_from_modules([assets]))
`,
};
