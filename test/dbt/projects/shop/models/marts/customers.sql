with o as (select * from {{ ref('stg_orders') }})
select * from {{ ref('shop', 'stg_customers') }} join o using (customer_id)
