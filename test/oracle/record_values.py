#!/usr/bin/env python3
"""Record what CPython makes of the fixtures in test/python/fixtures.

record_values.py [--check]    Python 3.11 or later, no packages. Writes <fixture>.values.json beside each fixture: the
representation of every module-level value that is plain data. With --check nothing is written and a difference is an error.
"""
import json
import pathlib
import runpy
import sys

FIXTURES = pathlib.Path(__file__).parent.parent / "python" / "fixtures"
PLAIN = (type(None), bool, int, float, str, list, tuple, dict)


def plain(value):
    """Only data whose representation does not name a memory address or the order of a set."""
    if isinstance(value, (list, tuple)):
        return type(value) in (list, tuple) and all(plain(item) for item in value)
    if isinstance(value, dict):
        return type(value) is dict and all(plain(key) and plain(item) for key, item in value.items())
    return type(value) in PLAIN


def record(path):
    names = runpy.run_path(str(path), run_name=path.stem)
    return {name: repr(value) for name, value in sorted(names.items()) if not name.startswith("__") and plain(value)}


def main():
    stale = []
    for path in sorted(FIXTURES.glob("*.py")):
        text = json.dumps(record(path), indent=1, ensure_ascii=False) + "\n"
        golden = path.with_suffix(".values.json")
        if "--check" in sys.argv and (not golden.exists() or golden.read_text("utf8") != text):
            stale.append(path.name)
        elif "--check" not in sys.argv:
            golden.write_text(text, "utf8")
    if stale:
        sys.exit(f"stale: {', '.join(stale)}")


if __name__ == "__main__":
    main()
