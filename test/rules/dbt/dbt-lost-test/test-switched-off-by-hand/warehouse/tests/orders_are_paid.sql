{{ config(enabled=false) }}
select * from {{ ref('payments') }}
