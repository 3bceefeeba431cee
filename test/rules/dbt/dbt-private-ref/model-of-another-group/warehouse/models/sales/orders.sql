select order_id, sum(amount) as paid
from {{ ref('stg_payments') }} -- # expect: dbt-private-ref
group by order_id
