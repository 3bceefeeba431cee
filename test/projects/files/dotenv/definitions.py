from pathlib import Path

import dagster as dg
from dotenv import dotenv_values

config = dotenv_values(Path(__file__).parent / "shop.env")
literal = dotenv_values(dotenv_path=str(Path(__file__).parent / "shop.env"), interpolate=False)

tables = [
    dg.AssetSpec([config["PREFIX"], table], group_name=config["GROUP"].split(" ")[0], description=config["TEXT"])
    for table in config["TABLES"].split(",")
]
settings = dg.AssetSpec(
    "settings",
    metadata={
        "names": ",".join(config),
        "locale": config["LOCALE"],
        "literal": literal["PREFIX"],
        "flag": str(config["FLAG"]),
        "empty": config.get("EMPTY", "none") + config["HASH"],
    },
)

defs = dg.Definitions(assets=[*tables, settings])
