{{ config(materialized='ephemeral', tags=['pii']) }}
select * from {{ source('raw', 'customers') }}
