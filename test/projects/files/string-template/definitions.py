from string import Template
import textwrap
from pathlib import Path
import dagster as dg
sql = Template((Path(__file__).parent / "q.sql").read_text())
def make(t):
    text = sql.substitute(table=t, schema="raw")
    @dg.asset(name=t, description=textwrap.indent(text.strip(), "    "), metadata={"sql": dg.MetadataValue.md(textwrap.dedent(f"""
        ```sql
        {text.strip()}
        ```
    """))})
    def _a(): ...
    return _a
defs = dg.Definitions(assets=[make(t) for t in ("orders", "items")])
