import types
import dagster as dg

sales = types.ModuleType("sales")
exec("import dagster as dg\n@dg.asset(group_name='sales')\ndef orders(): ...\n", sales.__dict__)

loaded = dg.load_assets_from_modules([sales], group_name="finance")  # expect: load-assets-group-conflict

defs = dg.Definitions(assets=loaded)
