from dagster import AssetSpec, Definitions

from shop import one, two  # noqa: F401 they register their assets
from shop.registry import ASSETS, registered_count

extra = [AssetSpec("a"), AssetSpec("b")]
extra.insert(0, AssetSpec("c"))
extra += [AssetSpec("d")]
extra.extend(AssetSpec(n) for n in "ef")
del extra[1]
extra[-1] = AssetSpec("g")
extra.remove(extra[0])
last = extra.pop()
numbers = [AssetSpec(f"count_{registered_count()}")]
numbers *= 1

defs = Definitions(assets=ASSETS + extra + numbers + [last.replace_attributes(key="last")])
