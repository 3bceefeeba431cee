"""Records how Jinja parses: `python test/formats/record/record_jinja.py > test/formats/jinja/parse.golden.json`.

Run it in an environment with Jinja 3.1 and dbt. A tree is written as nested lists, [kind, field, ...]; `"refused"` is a syntax error.
"""

import json
import sys

import jinja2
from dbt_common.clients.jinja import DocumentationExtension, MaterializationExtension, TestExtension
from jinja2 import nodes

EXPRESSIONS = """
1|1.5|1e3|1.5e-3|1_000|0x1F|0o17|0b101|00|01|1.|.5|'a'|"a"|'a' 'b'|'it\\'s'|"\\x41\\u00e9\\n\\q\\101"|'\\x4'|"a'b"|true|False|none|None|TRUE|x|_x1|é|café|naïve_x + été
a.b|a.b.c|a['b']|a[0]|a[-1]|a.0|a.0.b|a[1:2]|a[:]|a[::2]|a[1:]|a[:2]|a[1:2:3]|a[b, c]|a[]|a.|a['b'].c(d)[e]|a.items()
f()|f(1)|f(1, 2,)|f(a=1)|f(1, a=2, b=3)|f(*a)|f(**k)|f(1, *a, **k)|f(*a, b=1)|f(a=1, 2)|f(**k, a=1)|f(,)|f(1 2)|f(a = 1 if b else 2)|f(a)(b)
ref('orders')|ref('pkg', 'orders', v=2)|source("raw", "orders")|config(materialized='table', tags=['a', 'b'], meta={'owner': 'x'})|var('start', none)|env_var('X', 'd') | int
()|(1)|(1,)|(1, 2)|1, 2|1,|[]|[1, 2]|[1, 2,]|[,]|{}|{'a': 1}|{'a': 1, 'b': {'c': 2},}|{a: b}|{1: 2, (3): [4]}|{'a' 1}|{'a': {'b': {'c': {}}}}
1 + 2|1 + 2 * 3|1 - 2 - 3|a ~ b|a ~ b ~ c + d|a + b ~ c|2 ** 3|2 ** 3 ** 2|-2 ** 2|-a.b|-1 | abs|- -1|+1|-a|upper|a // b|a / b % c|(1 + 2) * 3|a * -b
a and b|a or b and c|not a|not a and b|not not a|a == b|a != b|a < b <= c|a in b|a not in b|not a in b|a == b == c|a is b|a is not b|a and not b or c|a + b in c
a is defined|a is not none|a is divisibleby 3|a is divisibleby(3)|a is sameas b.c|a is defined and b|a is defined or b is none|a is x is y|a is string else b|a is in [1]|a is not defined|b|a is foo.bar|not a is defined
a|b|a | b(1)|a | b | c|a | b(c=1).d|a | b.c|a | b(x)|a.b | c ~ d|a | map(attribute='x') | list|a | default('b', true)|(a | b).c|a | |a | 1|'a' | upper + 'b'
a if b|a if b else c|a if b else c if d else e|(a if b else c) ~ d|a if b if c|a if b else|not a if b else c|a or b if c
loop.index0|caller()|varargs|x.y.z(1)[2:3].w|"{{ nested }}"|'{% raw %}'|a if a is mapping else {}|[a, b] | join(', ')|{'a': [1, {'b': (2,)}]}['a'][1]
a b|1 +|* 2|a..b|a[1|f(|(1|{'a': 1|a)|]|}|a = 1|a; b|a ! b|$a|a @ b|'open|a == |not|is|in|if|else|a not b|not in|a is not|@|a.b.|?
""".strip("\n")

TEMPLATES = [
    "", "plain", "plain\n", "plain\n\n", "plain\r\n", "a\r\nb\rc\n", "{", "{ {", "}}", "%}", "{{}}", "{{ }}", "{%%}", "{% %}", "{##}", "{# c #}", "a {# c #} b", "a {#- c -#} b", "{# {{ x }} #}", "{# open", "{{ open", "{% if open",
    "a {{- x -}} b", "a\n  {{- x }}\n", "{{ x -}}   \n b", "{{+ x }}", "{{ x +}}", "a {%- if x -%} b {%- endif -%} c", "a {%+ if x +%} b {% endif %}", "{{-1}}", "{{ -1 }}", "{{ {'a': {'b': 1}} }}", "{{ '}}' }}", "{% set x = '%}' %}", "{{ x }}{{ y }}", "{{ a }} {{ b\n}}",
    "{% raw %}{{ x }}{% endraw %}", "{%- raw -%} {{ x }} {%- endraw -%} z", "{% raw %}open", "{% raw %}{% raw %}{% endraw %}", "{% endraw %}", "{% raw x %}{% endraw %}",
    "{% if a %}1{% endif %}", "{% if a %}1{% elif b %}2{% elif c %}3{% else %}4{% endif %}", "{% if a, b %}x{% endif %}", "{% if a %}1", "{% if %}1{% endif %}", "{% if a %}1{% else %}2{% else %}3{% endif %}", "{% endif %}", "{% if a: %}x{% endif %}", "{% if a %}{% if b %}x{% endif %}{% endif %}", "{% if a %}{% for b in c %}{% endif %}{% endfor %}",
    "{% for a in b %}x{% endfor %}", "{% for a, b in c.items() %}{{ a }}{% endfor %}", "{% for a in b if c %}x{% else %}y{% endfor %}", "{% for a in b recursive %}x{% endfor %}", "{% for (a, b), c in d %}x{% endfor %}", "{% for a in 1, 2, 3 %}x{% endfor %}", "{% for a in [1, 2] if a is odd recursive %}{% endfor %}", "{% for a.b in c %}{% endfor %}", "{% for 1 in c %}{% endfor %}", "{% for a b %}{% endfor %}",
    "{% set x = 1 %}", "{% set x, y = 1, 2 %}", "{% set x = a if b else c %}", "{% set ns.x = 1 %}", "{% set x %}body{% endset %}", "{% set x | upper | trim %}body{% endset %}", "{% set x = %}", "{% set 1 = 2 %}", "{% set true = 2 %}", "{% set x = [\n 1,\n 2\n] %}", "{%- set x = ref('a') -%}", "{% set x.y.z = 1 %}", "{% set (x, y) = z %}", "{% set x, = z %}",
    "{% with %}x{% endwith %}", "{% with a = 1, b = a %}x{% endwith %}", "{% with a %}x{% endwith %}",
    "{% macro m() %}x{% endmacro %}", "{% macro m(a, b=1, c='x') -%}x{%- endmacro %}", "{% macro m(a=1, b) %}{% endmacro %}", "{% macro m %}{% endmacro %}", "{% macro m(a,) %}{% endmacro %}", "{% macro m(a.b) %}{% endmacro %}",
    "{% call f(1) %}x{% endcall %}", "{% call(a, b=1) f(1) %}x{% endcall %}", "{% call f %}x{% endcall %}", "{% call statement('x', fetch_result=True) -%} select 1 {%- endcall %}",
    "{% filter upper %}x{% endfilter %}", "{% filter a(1) | b %}x{% endfilter %}", "{% do a.append(1) %}", "{% do a, b %}", "{% print a, b %}", "{% autoescape true %}x{% endautoescape %}",
    "{% block a %}x{% endblock %}", "{% block a scoped %}x{% endblock a %}", "{% block a required %} {% endblock %}", "{% extends 'a' %}", "{% include 'a' %}", "{% include ['a', b] ignore missing %}", "{% include 'a' without context %}", "{% import 'a' as b %}", "{% import 'a' as b with context %}", "{% from 'a' import b %}", "{% from 'a' import b as c, d %}", "{% from 'a' import b, c with context %}", "{% from 'a' import _b %}",
    "{% unknown %}", "{% unknown x %}y{% endunknown %}", "{% 1 %}", "{% break %}", "{% continue %}",
    "{% test positive(model, column_name, min=0) %}\nselect * from {{ model }} where {{ column_name }} <= {{ min }}\n{% endtest %}\n",
    "{% test positive %}{% endtest %}", "{% docs orders %}\n# Orders\n{{ x }}\n{% enddocs %}\n",
    "{% materialization view, default %}x{% endmaterialization %}", "{%- materialization table, adapter='duckdb', supported_languages=['sql', 'python'] -%}x{%- endmaterialization -%}",
    "{{ config(materialized='incremental', unique_key='id') }}\n\nselect *\nfrom {{ ref('stg_orders') }}\n{% if is_incremental() %}\n  where day > (select max(day) from {{ this }})\n{% endif %}\n",
    "{%- set payment_methods = ['card', 'coupon'] -%}\n\nselect\n  order_id,\n  {% for m in payment_methods -%}\n  sum(case when method = '{{ m }}' then amount end) as {{ m }}_amount{{ \",\" if not loop.last }}\n  {% endfor %}\nfrom {{ source('raw', 'payments') }}\ngroup by 1\n",
    "{% macro cents(column, scale=2) %}\n  ({{ column }} / 100)::numeric(16, {{ scale }})\n{% endmacro %}\n\n{% macro g(x) -%}{{ return(adapter.dispatch('g', 'shop')(x)) }}{%- endmacro %}",
    "select {{ dbt_utils.star(from=ref('a'), except=['b']) }} from x -- {{ ref('c') }}\n{#- gone -#}\n;",
    "{{ context.project_root }}/dbt/{{ env('X') }}", "a{{ 'b' ~ \"{{c}}\" }}d", "{{ x.y | z(a, b=[1, 2]) | tojson }}", "{{ x\n  .y\n}}",
]


def dump(n):
    if n is None or isinstance(n, (bool, int, float, str)):
        return n
    if isinstance(n, (list, tuple)):
        return [dump(x) for x in n]
    if isinstance(n, nodes.Const):
        v = n.value
        return [type(v).__name__, v if not isinstance(v, (int, float)) or isinstance(v, bool) else repr(v)]
    if isinstance(n, nodes.Keyword):
        return [n.key, dump(n.value)]
    return [type(n).__name__] + [dump(v) for k, v in n.iter_fields() if k not in ("ctx", "lineno", "environment")]


env = jinja2.Environment(extensions=["jinja2.ext.do", MaterializationExtension, DocumentationExtension, TestExtension])


def parse(text):
    try:
        tree = env.parse(text)
    except Exception:
        return "refused"
    return [dump(n) for n in tree.body]


expressions = [e for line in EXPRESSIONS.split("\n") for e in line.split("|")]
expressions += ["a | b", "a | b(1) | c", "-1 | abs", "-a|upper", "a | b(c=1).d", "a | b.c", "a.b | c ~ d", "(a | b).c", "a | ", "a | 1", "'a' | upper + 'b'", "a is not defined | b", "[a, b] | join(', ')", "a | b(x)(y)", "x | default('b', true)"]
json.dump(
    {
        "expressions": {e: parse("{{ " + e + " }}") for e in dict.fromkeys(expressions)},
        "templates": {t: parse(t) for t in dict.fromkeys(TEMPLATES)},
    },
    sys.stdout,
    indent=None,
    separators=(",", ":"),
)
