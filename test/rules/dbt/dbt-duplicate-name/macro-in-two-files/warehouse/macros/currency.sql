{% macro cents_to_euros(column, digits=2) %} {# # expect: dbt-duplicate-name #}
  cast({{ column }} as double) / 100
{% endmacro %}
