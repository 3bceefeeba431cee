{{ config(alias="orders", database="lake") }}
select 1 as id
