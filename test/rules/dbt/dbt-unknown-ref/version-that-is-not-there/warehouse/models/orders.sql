select *
from raw.orders
join {{ ref('customers', v=2) }} using (customer_id)
join {{ ref('customers', version=3) }} using (customer_id) -- # expect: dbt-unknown-ref
