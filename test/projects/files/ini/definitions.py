import configparser
from pathlib import Path
import dagster as dg
cp = configparser.ConfigParser()
cp.read(Path(__file__).parent / "settings.ini")
def make(section):
    s = cp[section]
    @dg.asset(name=s.get("name", section), group_name=cp.get(section, "group", fallback="other"), tags={"retries": str(cp.getint(section, "retries", fallback=0))})
    def _a(): ...
    return _a
defs = dg.Definitions(assets=[make(s) for s in cp.sections() if cp.getboolean(s, "enabled")])
