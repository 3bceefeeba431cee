select order_id from {{ ref('payments') }}
