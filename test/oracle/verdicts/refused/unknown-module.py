import dagster as dg
from shop_settings_that_nobody_wrote import GROUP

defs = dg.Definitions(assets=[dg.AssetSpec("orders", group_name=GROUP)])
