{{ config(alias='orders', schema='archive') }}
select * from {{ ref('orders') }} where year(ordered_at) < 2020
