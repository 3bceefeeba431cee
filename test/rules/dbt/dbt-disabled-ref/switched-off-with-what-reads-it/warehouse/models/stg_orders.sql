{{ config(enabled=var('with_orders', true)) }}
select order_id, customer_id, amount from raw.orders
