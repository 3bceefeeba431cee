{{ config(alias="orders", schema="archive") }}
select 1 as id
