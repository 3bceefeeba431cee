-- depends: orders
select sum(total) from orders
