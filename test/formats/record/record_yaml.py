"""Records what PyYAML reads: `python test/formats/record/record_yaml.py > test/formats/yaml.golden.json`.

Run it in an environment with PyYAML (built with libyaml) and dagster-shared. Values are written as [type, text], so that 1 and 1.0 stay apart.
"""

import base64
import datetime
import json
import math
import sys

import yaml
from dagster_shared.yaml_utils import DagsterYamlLoader

SCALARS = """
yes|Yes|YES|yEs|y|Y|no|No|NO|n|on|On|ON|off|Off|OFF|true|True|TRUE|tRue|false|False|FALSE
~|null|Null|NULL|nULL|none|None|
0|-0|+0|1|-1|+1|12|007|017|018|0o17|0O17|0x1F|0X1f|-0x1f|0b101|0b|0x|1_000|_1|1__0|0_7|08|-010|+012
9007199254740993|-9223372036854775809|123456789012345678901234567890
1.0|1.|.5|-.5|+.5|-1.5|1e3|1e+3|1.0e3|1.0e+3|1.0E-3|.5e+3|1_0.5|.inf|-.inf|+.inf|.Inf|.INF|.iNF|.nan|.NaN|.NAN|-.nan|inf|nan|._5|1.5.2
1:30|1:30:15|-1:30|1:60|01:30|1:5|12:30:45.5|1:30.|0:30|190:20:30
2024-01-02|2024-1-2|2024-01-02T03:04:05|2024-01-02 03:04:05|2024-01-02 03:04:05.25|2024-01-02T03:04:05Z|2024-01-02t03:04:05+02:00
2024-01-02 03:04:05 -5|2024-01-02T03:04:05.1234567Z|2024-13-01|2024-02-30|2024-01-02T25:00:00|2024-01|20240102|2024-01-02T03:04|0001-01-01|2024-01-02 03:04:05-05:30
=|<<|-|--|.|..|...a|a b|1.2.3|1,000|#c|a#b|a:b|http://x|0.1.0|3.10|v1|@daily a|e3|0.0|-0.0|00|1e5|0e0|12e03|1_000.5|+|-a|1:2:3|100_|0b1_0|0x_1
!!str 1|!!str yes|!!str|!!int "3"|!!int 0x1F|!!int x|!!int 0o7|!!float 1|!!float "1e3"|!!float x|!!bool "on"|!!bool 1|!!null ""|!!null x|!!timestamp "2024-01-02"|!!binary aGVsbG8=|!custom x|! 12|!!python/name:os.system x|!!set a
"yes"|'yes'|"1"|'2024-01-02'|"\\x41\\u00e9\\n"|'it''s'|"a\\
"""
LONG = ["|\n  yes\n  no\n", ">\n  1\n  2\n", "|-\n  1\n", "a\n b\n  c\n", '"a\n  b\n\n  c"', "|2\n   x\n", ">+\n a\n\n\n"]

DOCUMENTS = [
    "",
    "# only a comment\n",
    "---\n",
    "---\na: 1\n---\nb: 2\n",
    "a: 1\na: 2\n",
    "a: 1\nb: 2\na: 3\n",
    "1: a\n'1': b\ntrue: c\n1.0: d\n",
    "on: push\nno: x\n",
    "base: &b {x: 1, y: 2}\nd:\n  <<: *b\n  y: 3\n  z: 4\n",
    "d:\n  y: 3\n  <<: {x: 1, y: 2}\n",
    "d:\n  <<: [{x: 1, y: 1}, {y: 2, z: 2}]\n  z: 9\n",
    "d:\n  '<<': {x: 1}\n",
    "d:\n  <<: 3\n",
    "d:\n  <<: [1]\n",
    "a: &x\n  - 1\nb: *x\nc: *missing\n",
    "a: &x [1]\nb: &x [2]\nc: *x\n",
    "a: &x\n  <<: {p: 1}\n  q: 2\nb:\n  <<: *x\n  p: 3\n",
    "? [a]\n: 1\n",
    "a: {{ x }}\n",
    "a: '{{ x }}'\n",
    "- a\n-\n- - b\n  - c\n",
    "a:\n- 1\n- 2\n",
    "a: [1, 2\n",
    "a: 1\n b: 2\n",
    "a: b: c\n",
    "a:\n\t- 1\n",
    "key: >-\n  folded\n  text\n\nother: |\n  kept\n    indented\n",
    "{a: 1, b: [x, y], c: {d: e}}\n",
    "{a, b: , c: null}\n",
    "'quoted key': 1\n\"dq\": 2\n3: 4\nnull: 5\n",
    "\ufeffa: 1\n",
    "a: 1\r\nb:\r\n  - x\r\n",
    "%YAML 1.2\n---\na: yes\n",
    "a: !custom {x: 1}\n",
    "? a\n? b\n",
    "2024-01-01: x\n",
    "type: dagster_dbt.DbtProjectComponent\n\nattributes:\n  project: '{{ context.project_root }}/dbt'\n  cron: 0 0 * * *\n",
    "a: *\n",
    "a: @x\n",
    "a: `x`\n",
    "a: %x\n",
    "a: \"\\q\"\n",
    "--- a\n...\n--- b\n",
    "a: 1\rb: x\r",
    "a: \u0000\n",
    "a: x\u0007\n",
    "a: \u00e9\U0001f600\n",
    "a:\tb\nc: d\te\n",
    "a: b\t# comment\n",
    "a: [1,\t2]\n",
    "a:\n  - b\n \t- c\n",
    "a: |\n  x\n\t y\n",
    "a: |#c\n  x\n",
    "{a: x:, b: 1}\n",
    "[a?b, c]\n",
    "[a: 1, ? b : 2, : 3]\n",
    "{? a, b: }\n",
    "a: &x !!str 1\nb: !!int &y '2'\nc: [*x, *y]\n",
    "%TAG !e! tag:e:\n---\na: !e!x 1\n",
    "a: !e!x 1\n",
    "%foo\n--- a\n",
    "- a\n - b\n",
    "'a\n  b': 1\n",
    "a: 'b\n---\nc'\n",
    "a: x\u0085b: y\n",
    "a: >\n  one\n  two\n\n   more\n  three\n",
    "a: |+\n  x\n\n\nb: 1\n",
    "a: |-\n\n  x\n   y\nb: 1\n",
    "a: |1\n x\n",
    "a: |0\n x\n",
    "=: 1\n",
    "? - a\n  - b\n: c\n",
    "? |\n  a\n: b\n",
    "- - - a\n    - b\n  - c\n- d\n",
    "a:\n- b: 1\n  c:\n  - d\n-\n",
    "a: {b: [c, {d: e}], f}\ng: h\n",
    "a: b\n...\n# c\n...\n",
    "x" * 1100 + ": 1\n",
    "a\nb: 1\n",
    "a: b\n  c\n\n  d\ne: f\n",
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
    if isinstance(v, bytes):
        return ["bytes", v.decode("latin-1")]
    if isinstance(v, datetime.datetime):
        return ["datetime", v.isoformat()]
    if isinstance(v, datetime.date):
        return ["date", v.isoformat()]
    if isinstance(v, list):
        return ["sequence", [value(x) for x in v]]
    if isinstance(v, dict):
        return ["mapping", [[value(k), value(x)] for k, x in v.items()]]
    return [type(v).__name__, str(v)]


def read(text, loader):
    try:
        return value(yaml.load(text, loader))
    except Exception:
        return "refused"


scalars = [s for line in SCALARS.strip("\n").split("\n") for s in line.split("|")] + LONG
json.dump(
    {
        "pyyaml": {t: read("- " + t, yaml.SafeLoader) for t in dict.fromkeys(scalars)},
        "dagster": {t: read("- " + t, DagsterYamlLoader) for t in dict.fromkeys(scalars)},
        "documents": {t: read(t, yaml.SafeLoader) for t in DOCUMENTS},
        "libyaml": {t: read(t, yaml.CSafeLoader) for t in DOCUMENTS},
    },
    sys.stdout,
    indent=1,
    ensure_ascii=True,
)
