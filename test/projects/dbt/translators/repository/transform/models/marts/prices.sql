{{ config(tags=['market', 'nightly'], schema='finance') }}

select * from {{ ref('stg_sales') }} join {{ ref('currencies') }} using (currency)
