from dagster import Definitions, asset

from catalogue.factories import Feed, Mirror, build_export


def trim(rows): ...


def rank(rows): ...


class Holder:
    @asset
    def price_index():
        """An asset that lives in a class body."""

    discount_index = asset(name="discount_index", deps=[price_index])(lambda: 1)


loop_assets = []
for season in ["spring", "autumn"]:

    @asset(name=f"{season}_catalogue", group_name="catalogues")
    def _catalogue():
        ...

    loop_assets.append(_catalogue)

exports = [build_export(name, upstream=up, team=team) for name, up, team in [("shopify", "spring_catalogue", "web"), ("print", "autumn_catalogue", None)]]
mirrors = sum((Mirror(t).build() for t in ("products", "brands")), [])

defs = Definitions(
    assets=loop_assets + exports + mirrors + Feed("supplier", transforms=[trim, rank]).assets() + [Holder.price_index, Holder.discount_index]
)
