{{ config(alias="orders") }} -- # expect: dbt-ambiguous-relation
select 2 as id
