{{ config(group='Sales') }} -- # expect: dbt-unknown-group
select order_id, customer_id, amount from raw.orders
