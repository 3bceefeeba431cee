-- one row a sale
select * from {{ source('stall', 'sales') }}
