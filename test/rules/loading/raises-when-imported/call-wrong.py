import dagster as dg

def evaluate(orders): ...
evaluate()  # expect: raises-when-imported
defs = dg.Definitions()
