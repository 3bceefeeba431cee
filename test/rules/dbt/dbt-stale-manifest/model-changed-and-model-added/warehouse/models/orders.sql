select order_id, customer_id, amount, currency from raw.orders -- # expect: dbt-stale-manifest
