/** The shop of these stories: a small Dagster project, and what people change in it. */
import { SHOP_PROJECT } from "../../support/shop-project.ts";

const ASSETS = SHOP_PROJECT["shop/assets.py"] ?? "";

/** The rules that these stories are about, so that a new one does not change them. */
export const SELECTED_RULES = "select: [missing-upstream-asset, invalid-syntax]\n";

export const SHOP: Readonly<Record<string, string>> = {
  ...SHOP_PROJECT,
  "README.md": "# Shop\n",
  ".github/dagsight.yml": SELECTED_RULES,
};

/** Another asset, `returns`, in a file that is there already. */
export const ADD_RETURNS = { "shop/assets.py": `${ASSETS}\n\n@asset\ndef returns(orders):\n    return orders\n` };

/** A file that Python refuses. */
export const BREAK_SYNTAX = { "shop/assets.py": `${ASSETS}\n\n@asset\ndef broken(:\n    return 1\n` };

/** A new asset, `refunds`, downstream of `orders`. */
export const ADD_REFUNDS = {
  "shop/refunds.py": `from dagster import asset


@asset(group_name="sales")
def refunds(orders):
    return [order for order in orders if order < 0]
`,
  "shop/definitions.py": `from dagster import Definitions, load_assets_from_modules

from shop import assets, refunds

defs = Definitions(assets=load_assets_from_modules([assets, refunds]))
`,
};

/** As the shop was before. */
export const TAKE_REFUNDS_BACK = { "shop/refunds.py": null, "shop/definitions.py": SHOP_PROJECT["shop/definitions.py"] ?? "" };

export const FIX_README = { "README.md": "# The shop\n\nSells things.\n" };

/** A dependency that Dagster refuses to load. */
export const BREAK_ORDERS = {
  "shop/assets.py": `from dagster import asset


@asset(group_name="sales")
def orders():
    return [1, 2, 3]


@asset(group_name="sales")
def daily_revenue(order):
    return sum(order)
`,
};
