select * from {{ source('orders', 'orders') }}
