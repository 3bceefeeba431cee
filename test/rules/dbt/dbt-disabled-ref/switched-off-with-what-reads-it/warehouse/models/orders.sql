select * from {{ ref('stg_orders') }}
{% if var('with_returns', false) %}
where order_id not in (select order_id from {{ ref('stg_returns') }})
{% endif %}
