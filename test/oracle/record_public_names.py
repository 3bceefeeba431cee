"""Writes src/dagster/version/public-names.generated.ts: which names `dagster` had in which release, read from wheels without running them.

  pip download dagster==1.9.13 --no-deps --only-binary :all: -d WHEELS     (once for each release)
  python test/oracle/record_public_names.py WHEELS > src/dagster/version/public-names.generated.ts
Record the first and the last release of each minor release: between two of them a name may have come or gone at any.
"""
import ast
import json
import pathlib
import re
import sys
import zipfile


def release(path):
    return tuple(map(int, re.search(r"-(\d+\.\d+\.\d+)-", path.name).group(1).split(".")))


def names_of(path):
    archive = zipfile.ZipFile(path)
    found = set()

    def visit(body):
        for node in body:
            if isinstance(node, ast.ImportFrom):
                found.update(alias.asname or alias.name for alias in node.names)
            elif isinstance(node, ast.Import):
                found.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                found.add(node.name)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    found.add(getattr(target, "id", ""))
                    # Given by the module's `__getattr__`, with a warning; those "with error" raise.
                    if getattr(target, "id", "") in ("_DEPRECATED", "_DEPRECATED_RENAMED"):
                        found.update(key.value for key in node.value.keys)
            elif isinstance(node, ast.If):
                visit([] if "TYPE_CHECKING" in ast.dump(node.test) else node.body)
                visit(node.orelse)

    visit(ast.parse(archive.read("dagster/__init__.py")).body)
    modules = (re.match(r"dagster/(\w+)(?:\.py|/__init__\.py)$", name) for name in archive.namelist())
    found.update(match.group(1) for match in modules if match)
    return {name for name in found if name and not name.startswith("_")}


def main():
    wheels = sorted(pathlib.Path(sys.argv[1]).glob("dagster-1.*.whl"), key=release)
    print("/**")
    print(" * Written by test/oracle/record_public_names.py from the releases that are named. The names of the oldest, then of each later one what came and")
    print(" * what went.")
    print(" */")
    print("export const RECORDED_NAMES: readonly (readonly [release: string, came: string, went: string])[] = [")
    before = set()
    for wheel in wheels:
        now = names_of(wheel)
        came, went = sorted(now - before), sorted(before - now)
        print(f"  [{json.dumps('.'.join(map(str, release(wheel))))}, {json.dumps(' '.join(came))}, {json.dumps(' '.join(went))}],")
        before = now
    print("];")


main()
