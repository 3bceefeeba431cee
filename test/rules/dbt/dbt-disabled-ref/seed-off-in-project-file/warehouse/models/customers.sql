with current_customers as (
    select * from {{ ref('stg_customers') }}
)
select * from current_customers
union all
select * from {{ ref('legacy_customers') }} -- # expect: dbt-disabled-ref
