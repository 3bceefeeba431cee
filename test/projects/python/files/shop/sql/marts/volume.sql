-- depends: order_lines
select count(*) from order_lines
