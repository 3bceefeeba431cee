{% macro euros(column) %}{{ column }} / 100{% endmacro %}
{% macro test_is_priced(model) %}select * from {{ model }} where amount is null{% endmacro %}
