select * from {{ ref('products', v=1) }} union select * from {{ ref('catalog', 'products', version=3) }}
