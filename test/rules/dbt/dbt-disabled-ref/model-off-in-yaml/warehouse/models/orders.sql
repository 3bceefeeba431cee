select order_id, sum(amount) as total
from {{ ref("retail", "stg_orders") }} -- # expect: dbt-disabled-ref
group by 1
