"""Records what Python's tomllib, json and csv read: `python test/formats/record/record_stdlib.py > test/formats/stdlib.golden.json`.

Values are written as [type, text], so that 1 and 1.0 stay apart.
"""

import csv
import datetime
import io
import json
import math
import sys
import tomllib

TOML = [
    "", "# c\n", "a = 1", "a = 1\nb = 'x'\n", "a.b.c = 1\na.b.d = 2\n", "[a]\nx = 1\n[a.b]\ny = 2\n[c]\n[a.d]\n", "[[k]]\nn=1\n[[k]]\nn=2\n[k.sub]\nm=3\n",
    "a = {x = 1, y.z = 'q'}\n", "a = [1, [2, 3], {b = 'c'},\n # c\n 4,]\n", "a = 1\na = 2\n", "[a]\n[a]\n", "a = \n", "a = 01\n", "a = 1_000\n", "a = 0x1F\nb = 0o17\nc = 0b11\n",
    "a = 1.5\nb = 1e3\nc = inf\nd = -inf\ne = nan\nf = 1_0.5\ng = 6.0\n", "a = 9007199254740993\n", "a = true\nb = false\n", "a = True\n",
    "a = 1979-05-27\nb = 1979-05-27T07:32:00Z\nc = 1979-05-27 07:32:00.5-07:00\nd = 07:32:00\ne = 1979-05-27T07:32:00\nf = 07:32:00.999999\n",
    'a = "x\\n\\u00e9\\U0001F600"\n', "a = 'C:\\x'\n", 'a = """\nx\ny\\\n   z"""\n', "a = '''\nx\n'''\n", 'a = """x\r\ny"""\r\nb = 1\r\n',
    '"q k" = 1\n\'l.k\' = 2\nbare-key_1 = 3\n1234 = 4\n', "'' = 1\n", "[tool.dagster]\nmodule_name = \"shop.definitions\"\n\n[tool.dg.project]\nroot_module = 'shop'\n",
    "a = [1, 'x', 1.5, true]\n", "a = 1 b = 2\n", "[a\n", "a = 'x\n", "a = [1, 2", "a = {x = 1,}\n", "= 1\n", "[x]\ny = 1\n[x.y]\n", "a = -0\nb = +1\n",
    "__proto__ = 1\n", "[[a.b]]\nx=1\n[a]\ny=2\n", "a = []\nb = {}\n", "a = [{x=1},{x=2}]\n",
]
JSON = [
    "", "null", "1", "-0", "1.0", "1e3", "01", "+1", ".5", "1.", "12345678901234567890", "NaN", "-Infinity", "Infinity", "nan", '"a\\u00e9\\n"', '"\\x"', '"a\nb"', "'a'",
    "[]", "[1,]", "[1 2]", "[1, [2, {}], \"x\"]", "{}", '{"a": 1, "b": [true, false, null]}', '{"a": 1, "a": 2}', "{a: 1}", '{"a" 1}', '{"a": 1,}', '[', '{"a":', ' [1] ', '[1] 2', "// c\n1", '{"__proto__": 1}', "\u00a01", "tru", '"\\ud83d\\ude00"', '"abc',
]
CSV = [
    "", "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a\n\nb\n", "\n", "a,,b\n,\n", '"a,b",c\n', '"a""b",c\n', 'a"b,c\n', '"a"b,c\n', '"a" ,b\n', ' "a",b\n', '"a\nb",c\n', '"a\r\nb",c\n',
    '"open,c\nd\n', '""\n', '"",""\n', "a,b", "a,b,", '"a', '"a""', "a;b\n", "'a,b'\n", '"a"""\n', '""a""\n', "a\tb\n", '"x"y"z",1\n',
]


def value(v):
    if v is None:
        return ["null", None]
    if isinstance(v, bool):
        return ["bool", v]
    if isinstance(v, int):
        return ["int", str(v)]
    if isinstance(v, float):
        return ["float", "nan" if math.isnan(v) else "inf" if v == math.inf else "-inf" if v == -math.inf else v.hex()]
    if isinstance(v, str):
        return ["str", v]
    if isinstance(v, datetime.datetime):
        return ["datetime", v.isoformat()]
    if isinstance(v, datetime.date):
        return ["date", v.isoformat()]
    if isinstance(v, datetime.time):
        return ["time", v.isoformat()]
    if isinstance(v, list):
        return ["sequence", [value(x) for x in v]]
    if isinstance(v, dict):
        return ["mapping", [[value(k), value(x)] for k, x in v.items()]]
    raise TypeError(type(v))


def read(text, loads):
    try:
        return value(loads(text))
    except Exception:
        return "refused"


json.dump(
    {
        "toml": {t: read(t, tomllib.loads) for t in TOML},
        "json": {t: read(t, json.loads) for t in JSON},
        "csv": {t: read(t, lambda s: list(csv.reader(io.StringIO(s, newline="")))) for t in CSV},
    },
    sys.stdout,
    indent=1,
)
