from dagster import asset

for _name in ("north", "south"):

    @asset(name=f"stock_{_name}")
    def _stock(): ...

    globals()[f"stock_{_name}"] = _stock

del _stock
