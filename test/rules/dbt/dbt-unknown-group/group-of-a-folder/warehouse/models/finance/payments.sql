select order_id, amount from raw.payments -- # expect: dbt-unknown-group
