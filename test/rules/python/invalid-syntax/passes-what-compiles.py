from __future__ import annotations
import dagster as dg

FOLDER = r"C:\Users\orders"
LIMIT = 10

@dg.asset
def orders():
    global LIMIT
    LIMIT = 20
    for row in range(LIMIT):
        if row > 3:
            break
    else:
        LIMIT = 0

    def count():
        nonlocal row
        row += 1

@dg.asset
async def customers():
    return [await row async for row in source()]

defs = dg.Definitions(assets=[orders, customers])
