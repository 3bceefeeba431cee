{% macro default__dispatched() %} {{ ref('daily_base') }} {% endmacro %}
