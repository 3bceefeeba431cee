import dagster as dg

class ASSETS: ...
ASSETS().amount  # expect: raises-when-imported
defs = dg.Definitions()
