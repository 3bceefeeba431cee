select *
from raw.orders
{% if is_incremental() %} -- # expect: dbt-invalid-jinja
where ordered_at > (select max(ordered_at) from {{ this }})
