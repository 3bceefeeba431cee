select * from {{ ref('currencies') }}
