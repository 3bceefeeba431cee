{% snapshot orders_history %} {# # expect: dbt-ambiguous-relation #}
{{ config(alias="orders", unique_key="id", strategy="check", check_cols="all") }}
select 1 as id
{% endsnapshot %}
