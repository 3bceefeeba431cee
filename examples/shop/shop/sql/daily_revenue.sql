select order_day, country, sum(total_cents) / 100.0 as revenue
from analytics.orders
where order_day = :day
group by order_day, country
