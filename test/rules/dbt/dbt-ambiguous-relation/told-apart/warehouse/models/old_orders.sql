{{ config(alias="orders", enabled=false) }}
select 1 as id
