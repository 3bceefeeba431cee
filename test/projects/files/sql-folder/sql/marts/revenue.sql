select * from staging.orders o
JOIN staging.items i on i.id = o.id
