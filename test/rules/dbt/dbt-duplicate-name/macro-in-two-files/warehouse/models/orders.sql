select order_id, {{ cents_to_euros('amount') }} as amount from raw.orders
