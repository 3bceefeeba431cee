{% macro unit() %}{{ var('unit') }}{% endmacro %}
{% macro dispatched() %}{{ return(adapter.dispatch('dispatched', 'toolbox')()) }}{% endmacro %}
{% macro default__dispatched() %} select 1 {% endmacro %}
{% test positive(model, column_name=none, column=none) %} {{ config(fail_calc='sum(n)') }} select 1 {% endtest %}
