{{ config(enabled=false) }}
select customer_id from raw.legacy
