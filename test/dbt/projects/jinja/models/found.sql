{% set ns = namespace(name='none') %}
{% for candidate in ['via_macro', 'branches', 'unioned'] %}
  {% if candidate.startswith('b') %}{% set ns.name = candidate %}{% endif %}
{% endfor %}
{{ config(tags=[ns.name, var('greeting')], meta=dict(first='a', second=[1, 2.0, none])) }}
select * from {{ ref(ns.name) }} {# {{ ref('in_a_comment') }} #}
{% raw %}{{ ref('raw_text') }}{% endraw %}
