import dagster as dg

try:
    import shop_settings_nobody_wrote
except ImportError:
    shop_settings_nobody_wrote = None
defs = dg.Definitions()
