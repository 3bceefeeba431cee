from pathlib import Path
import re, yaml
import dagster as dg
def parse(path):
    text = path.read_text(encoding="utf-8")
    m = re.match(r"/\*\s*\n(.*?)\n\s*\*/\s*(.*)", text, re.DOTALL)
    header = yaml.safe_load(m.group(1)) if m else {}
    return header, (m.group(2) if m else text)
def factory(path):
    header, sql = parse(path)
    @dg.asset(name=path.stem, deps=header.get("deps", []), group_name=header.get("group", "sql"), kinds={"sql"}, description=header.get("description"), code_version=str(header["version"]) if "version" in header else None)
    def _f(): ...
    return _f
defs = dg.Definitions(assets=[factory(f) for f in sorted((Path(__file__).parent / "queries").iterdir()) if f.suffix == ".sql"])
