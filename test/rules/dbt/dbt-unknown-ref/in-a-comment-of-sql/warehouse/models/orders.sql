select * from {{ ref('stg_orders') }}
-- union all select * from {{ ref('stg_web_orders') }} # expect: dbt-unknown-ref
