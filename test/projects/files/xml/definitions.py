import xml.etree.ElementTree as ET
from pathlib import Path

import dagster as dg

HERE = Path(__file__).parent
feeds = ET.parse(str(HERE / "feeds.xml")).getroot()
again = ET.fromstring((HERE / "feeds.xml").read_text())


def build(feed):
    regions = [partition.attrib["key"] for partition in feed.findall("partition")]

    @dg.asset(
        name=feed.get("name"),
        group_name=feed.get("group", "other"),
        description=feed.findtext("description"),
        deps=[on.text for on in feed.iter("on")],
        owners=[feeds.attrib["owner"]],
        tags={tag.get("key"): tag.get("value") for tag in feed.findall("meta:tag", {"meta": "urn:shop:meta"})},
        partitions_def=dg.StaticPartitionsDefinition(regions) if regions else None,
    )
    def _feed(): ...

    return _feed


audit = dg.AssetSpec("audit", deps=[feed.get("name") for feed in again.findall("feed[@group]")], metadata={"feeds": len(list(again))})
named = dg.AssetSpec(again.find("./feed[@name='prices']/partition").get("key"), group_name=again[1].tag)
lists = [dg.AssetSpec(["lists", feed.attrib["name"]]) for feed in again if feed.find("description") is not None]
upstream = [dg.AssetSpec(on.text) for on in again.findall(".//on")]

defs = dg.Definitions(assets=[*(build(feed) for feed in feeds if feed.get("retired") != "yes"), audit, named, *lists, *upstream])
