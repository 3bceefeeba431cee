{% test in_range(model, column_name, minimum, maximum) %}
{{ config(tags=['range']) }}
select * from {{ model }} where {{ column_name }} < {{ minimum }}
{% endtest %}
{% test dbt_utils_like(model, expression) %} select * from {{ model }} where not ({{ expression }}) {% endtest %}
