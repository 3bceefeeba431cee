select order_id from raw.returns
