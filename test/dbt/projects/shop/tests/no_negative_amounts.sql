{{ config(severity='error', tags='sanity') }}
select * from {{ ref('stg_orders') }} where amount < 0
