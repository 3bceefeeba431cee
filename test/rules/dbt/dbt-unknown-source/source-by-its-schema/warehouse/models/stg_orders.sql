select *
from {{ source("raw_web", "orders") }} -- # expect: dbt-unknown-source
