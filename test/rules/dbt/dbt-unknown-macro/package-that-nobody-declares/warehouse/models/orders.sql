select {{ dbt_utils.star(from=ref('stg_orders')) }} -- # expect: dbt-unknown-macro
from {{ ref('stg_orders') }}
