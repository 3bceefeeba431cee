{% snapshot payments_history %}
{{ config(unique_key='order_id', strategy='check', check_cols=['amount']) }}
select * from {{ ref('stg_payments') }} -- # expect: dbt-private-ref
{% endsnapshot %}
