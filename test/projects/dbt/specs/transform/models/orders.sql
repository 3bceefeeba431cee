select * from {{ source('web', 'checkouts') }}
