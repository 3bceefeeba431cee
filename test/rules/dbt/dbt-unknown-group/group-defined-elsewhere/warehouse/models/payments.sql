select order_id, amount from raw.payments
