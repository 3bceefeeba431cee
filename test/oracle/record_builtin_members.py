"""Writes src/python/builtins/members.generated.ts: what builtin types and modules of the standard library have, in any release of Python.

  python test/oracle/record_builtin_members.py PYTHON ... > src/python/builtins/members.generated.ts
Each PYTHON is an interpreter to ask (3.9 and whatever is newer); a name that one of them knows is there.
"""

import json
import subprocess
import sys

ASKED = """
import collections, importlib, json
TYPES = {
    "str": [str], "bytes": [bytes], "int": [int], "float": [float], "bool": [bool],
    # What is read as a list, a set or a dict may be one of these.
    "list": [list, collections.deque, type({}.values()), type({}.items()), range, tuple, type(iter([])), type(x for x in [])],
    "set": [set, frozenset, type({}.keys()), type({}.items())],
    "dict": [dict, collections.OrderedDict, collections.Counter, collections.defaultdict, collections.ChainMap, type(type.__dict__)],
    "none": [type(None)],
}
MODULES = "typing datetime json math re random time itertools functools operator dataclasses enum abc collections contextlib copy decimal fractions pathlib string textwrap uuid hashlib base64 statistics glob shutil tempfile csv io logging types inspect os.path".split()
found = {"types": {k: sorted({m for t in v for m in dir(t)}) for k, v in TYPES.items()}, "modules": {}}
for name in MODULES:
    found["modules"][name] = dir(importlib.import_module(name))
print(json.dumps(found))
"""


def main():
    types, modules = {}, {}
    for python in sys.argv[1:]:
        found = json.loads(subprocess.run([python, "-W", "ignore", "-c", ASKED], check=True, capture_output=True, text=True).stdout)
        for table, asked in ((types, found["types"]), (modules, found["modules"])):
            for owner, members in asked.items():
                table.setdefault(owner, set()).update(members)
    print("/** Written by test/oracle/record_builtin_members.py: what builtin types have, by the kind of the value, and modules of the standard library; in any release of Python from 3.9 on. */")
    show("BUILTIN_MEMBERS", types)
    print()
    print("/** Submodules are not among them. */")
    show("MODULE_MEMBERS", modules)


def show(name, table):
    print(f"export const {name}: Readonly<Record<string, string>> = {{")
    for owner in sorted(table):
        members = " ".join(sorted(m for m in table[owner] if not m.startswith("_")))
        print(f"  {json.dumps(owner)}: {json.dumps(members)},")
    print("};")


main()
