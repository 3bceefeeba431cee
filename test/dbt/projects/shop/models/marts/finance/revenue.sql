{{ config(
    alias='revenue_daily',
    schema='money',
    meta={'level': 'model', 'dagster': {'asset_key': ['finance', 'revenue']}},
    post_hook=["grant select on {{ this }} to reader", "insert into audit select * from {{ ref('countries') }}"],
) }}
select sum(amount) from {{ ref('stg_orders') }}
{% if is_incremental() %} where day > (select max(day) from {{ this }}) {% endif %}
