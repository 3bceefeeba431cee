with source as (
    select * from {{ source('web', 'tbl_orders') }} -- # expect: dbt-unknown-source
)
select order_id, amount from source
