{{ config(enabled=false) }}
select order_id from raw.refunds
