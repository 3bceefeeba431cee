{{ config(materialized='ephemeral', tags=['pii']) }}
select * from {{ source('stall', 'customers') }}
