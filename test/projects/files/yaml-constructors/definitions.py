from pathlib import Path

import dagster as dg
import yaml

HERE = Path(__file__).parent


class ConfigLoader(yaml.SafeLoader):
    """Includes other files."""


def include(loader, node):
    with open(HERE / loader.construct_scalar(node)) as file:
        return yaml.load(file, Loader=ConfigLoader)


def join(loader, node):
    return "_".join(str(part) for part in loader.construct_sequence(node))


def table(loader, node):
    fields = loader.construct_mapping(node)
    return {"key": [fields["schema"], fields["name"]], "group": fields.get("group", "tables")}


ConfigLoader.add_constructor("!include", include)
yaml.add_constructor("!join", join, Loader=ConfigLoader)
yaml.SafeLoader.add_constructor("!upper", lambda loader, node: node.value.upper())
yaml.add_constructor("!table", table, ConfigLoader)

with open(HERE / "assets.yml") as file:
    config = yaml.load(file, Loader=ConfigLoader)
kinds = yaml.safe_load((HERE / "kinds.yml").read_text())

defs = dg.Definitions(
    assets=[
        dg.AssetSpec(config["name"], description=kinds["description"], group_name=config["shared"]["group"]),
        *(dg.AssetSpec(dg.AssetKey(entry["key"]), group_name=entry["group"]) for entry in config["tables"]),
    ]
)
