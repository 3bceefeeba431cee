"""Writes goldens.json: what real Dagster makes of the module-level values of fixtures/*.py.

  python test/dagster/library/record.py        (an environment with dagster; the values are plain data, conditions and selections)
"""
import json
import pathlib
import runpy
import warnings

warnings.simplefilter("ignore")
from dagster import AssetSelection, AutomationCondition  # noqa: E402
from dagster._core.definitions.declarative_automation.serialized_objects import get_expanded_label  # noqa: E402

HERE = pathlib.Path(__file__).parent
PLAIN = (type(None), bool, int, float, str)


def shown(value):
    """JSON of a value; raises TypeError for what the tests do not look at."""
    if isinstance(value, AutomationCondition):
        return {"label": value.get_label(), "expression": " ".join(get_expanded_label(value.get_snapshot()))}
    if isinstance(value, AssetSelection):
        return str(value)
    if isinstance(value, dict):
        return {shown(key): shown(item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return [shown(item) for item in value]
    if type(value) in PLAIN:
        return value
    raise TypeError(type(value))


def record(path):
    values = {}
    for name, value in runpy.run_path(str(path), run_name=path.stem).items():
        if name.startswith("__"):
            continue
        try:
            values[name] = shown(value)
        except TypeError:
            continue
    return dict(sorted(values.items()))


goldens = {path.stem: record(path) for path in sorted((HERE / "fixtures").glob("*.py"))}
(HERE / "goldens.json").write_text(json.dumps(goldens, indent=1) + "\n")
