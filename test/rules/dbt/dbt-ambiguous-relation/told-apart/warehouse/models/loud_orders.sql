{{ config(alias="ORDERS") }}
select 1 as id
