{{ config(alias=env_var("ORDERS_ALIAS")) }}
select 1 as id
