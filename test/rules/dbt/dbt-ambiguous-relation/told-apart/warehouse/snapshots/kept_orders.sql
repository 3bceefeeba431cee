{% snapshot kept_orders %}
{{ config(alias="orders", target_schema="snapshots", unique_key="id", strategy="check", check_cols="all") }}
select 1 as id
{% endsnapshot %}
