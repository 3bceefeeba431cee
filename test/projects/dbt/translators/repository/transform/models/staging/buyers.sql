{{ config(tags=['pii', 'nightly', 'not a tag key!']) }}
select * from {{ ref('stg_customers') }}
