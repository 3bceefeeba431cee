select
    order_id,
    {{ dbt.type_string }} as kind
from {{ ref('stg_orders) }} -- # expect: dbt-invalid-jinja
