select * from {{ ref('prices') }} join {{ ref('stg_sales') }} using (id)
