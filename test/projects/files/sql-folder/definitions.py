from pathlib import Path
import re
import dagster as dg

SQL_DIR = Path(__file__).parent / "sql"

def refs(text):
    return sorted(set(re.findall(r"(?:from|join)\s+([a-z_]+\.[a-z_]+)", text, flags=re.IGNORECASE)))

def make(path):
    sql = path.read_text()
    deps = [dg.AssetKey(r.split(".")) for r in refs(sql)]
    @dg.asset(name=path.stem, key_prefix=path.parent.name, deps=deps, compute_kind="sql", description=f"```sql\n{sql.strip()}\n```")
    def _a(): ...
    return _a
defs = dg.Definitions(assets=[make(p) for p in sorted(SQL_DIR.rglob("*.sql"))])
