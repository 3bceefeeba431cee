select order_id from raw.refunds -- # expect: dbt-stale-manifest
