"""Asks real Dagster for its verdict on each single-file code location in verdicts/refused and verdicts/loads.

    record_verdicts.py          prints {"dagster", "cases": {"refused/name": {"loads", "error", "message"}}}

Run it in an environment with requirements.txt. The folder a case lies in is what its author expects; the verdict is Dagster's.
A file may name its entry with a first line `# entry: module-scope`: it is then found as Dagster's command line finds it.
"""

import importlib.util
import json
import logging
import os
import re
import sys
import warnings
from pathlib import Path

import dagster as dg
from dagster._core.definitions.definitions_load_context import DefinitionsLoadContext, DefinitionsLoadType
from dagster._core.workspace import autodiscovery

HERE = Path(__file__).resolve().parent
LIBRARIES = Path(dg.__file__).parent.parent


def load(path):
    if path.read_text().startswith("# entry: module-scope"):
        found = autodiscovery.loadable_targets_from_python_file(str(path), str(path.parent))
        definitions = found[0].target_definition
    else:
        spec = importlib.util.spec_from_file_location("case_" + path.stem.replace("-", "_"), path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        definitions = module.defs
    if isinstance(definitions, dg.Definitions):
        dg.Definitions.validate_loadable(definitions)
        definitions.get_repository_def().load_all_definitions()


def verdict(path):
    """In a process of its own: a refused case may leave half a module behind."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        try:
            load(path)
            answer = {"loads": True, "error": None, "message": None}
        except BaseException as error:  # noqa: BLE001 the verdict is whatever Dagster raises
            message = str(error).replace(f"{LIBRARIES}/", "").replace(f"{path.parent}/", "")
            message = re.sub(r" at 0x[0-9a-f]+", "", message)
            # The items of a cycle come out of a set, in another order each time.
            message = re.sub(r"(Circular dependencies exist among these items): .*", r"\1", message)
            answer = {"loads": False, "error": type(error).__name__, "message": message[:400]}
        os.write(writer, json.dumps(answer).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        text = pipe.read()
    os.wait()
    return json.loads(text)


def main():
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    sys.dont_write_bytecode = True
    DefinitionsLoadContext.set(DefinitionsLoadContext(load_type=DefinitionsLoadType.INITIALIZATION))
    cases = {}
    for path in sorted((HERE / "verdicts").glob("*/*.py")):
        cases[f"{path.parent.name}/{path.stem}"] = verdict(path)
    print(json.dumps({"dagster": dg.__version__, "cases": cases}, sort_keys=True))


main()
