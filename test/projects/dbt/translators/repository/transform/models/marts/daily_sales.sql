{{ config(materialized='incremental', meta={'dagster': {'asset_key': ['sales', 'daily'], 'group': 'sales', 'owners': ['sales@market.test']}}) }}
select * from {{ ref('stg_prices') }}
