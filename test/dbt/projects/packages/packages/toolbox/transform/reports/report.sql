{{ config(tags=[var('unit'), var('shared'), var('own') ~ '']) }} select * from {{ source('tools', 'clicks') }}
