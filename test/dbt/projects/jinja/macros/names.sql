{% macro events_of(table) %} select * from {{ source(var('nested')['source'], table) }} {% endmacro %}
{% macro model_name(name) %}{{ return(name | lower | trim) }}{% endmacro %}
{% macro wrapped() %}{{ return(adapter.dispatch('wrapped', 'templates')()) }}{% endmacro %}
{% macro default__wrapped() %} {{ ref('found') }} {% endmacro %}
{% macro duckdb__wrapped() %} (select max(x) from {{ ref('branches') }}) {% endmacro %}
{% macro section(title) %} -- {{ title }}
{{ caller() }} {% endmacro %}
{% test compare(model, to, others, options) %} select * from {{ model }} {% endtest %}
