import dagster as dg

from factories import Crm, Source

instances = [cls() for cls in Source.registry] + [Crm(region="us")]
overlapping = {repr(source) for source in instances}
seen, unique = set(), []
for source in instances:
    for definition in source.build():
        if definition.key not in seen:
            seen.add(definition.key)
            unique.append(definition)

defs = dg.Definitions.merge(*(source() for source in {type(s): s for s in instances[:2]}.values()), dg.Definitions(assets=[dg.AssetSpec("sources", metadata={"count": len(unique), "kinds": len(overlapping)})]))
