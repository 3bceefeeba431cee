{{ config(alias='products_next') }} select 1 as id, 2 as price
