select order_id
from {{ ref('orders') }}
left join {{ source('billing', 'payments') }} using (order_id) -- # expect: dbt-lost-test
where payment_id is null
