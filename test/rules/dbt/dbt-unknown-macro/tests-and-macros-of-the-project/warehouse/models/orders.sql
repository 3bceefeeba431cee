select order_id, {{ retail.euros('amount') }} as amount, {{ dbt.current_timestamp() }} as read_at from raw.orders
