{% macro generate_alias_name(custom_alias_name=none, node=none) %}{{ node.name }}{% endmacro %}
