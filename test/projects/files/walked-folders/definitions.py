import os, yaml
import dagster as dg
ROOT = os.path.join(os.path.dirname(__file__), "domains")
def domains():
    for root, dirs, files in os.walk(ROOT):
        dirs.sort()
        for fn in sorted(files):
            if fn.endswith((".yml", ".yaml")):
                full = os.path.join(root, fn)
                rel = os.path.relpath(full, ROOT)
                with open(full) as fh:
                    yield rel, yaml.safe_load(fh) or {}
specs = []
for rel, conf in domains():
    parts = os.path.splitext(rel)[0].split(os.sep)
    specs.append(dg.AssetSpec(dg.AssetKey(parts), group_name=parts[0], **{k: v for k, v in conf.items() if k in ("owners", "tags", "description")}))
defs = dg.Definitions(assets=specs)
