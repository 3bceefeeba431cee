select * from {{ source('raw', 'orders') }} where amount > {{ var('minimum') }}
