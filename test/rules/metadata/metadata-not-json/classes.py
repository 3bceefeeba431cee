import dagster as dg


@dg.asset(
    metadata={
        "rows": dg.JsonMetadataValue({1}),  # expect: metadata-not-json
        "cells": dg.MetadataValue.json({(1, 2): "x"}),  # expect: metadata-not-json
        "plain": dg.JsonMetadataValue([1, {"a": (1, 2)}]),
    }
)
def orders(): ...


defs = dg.Definitions(assets=[orders])
