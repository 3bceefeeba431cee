{%- set parts = [] -%}
{% for region in var('regions') %}
  {%- do parts.append(source('raw', region ~ '_orders')) -%}
  select '{{ region }}' as region, * from {{ source('raw', region ~ '_orders') }}
  {% if not loop.last %} union all {% endif %}
{% endfor %}
