{% set model = 'stg_' ~ 'orders' %}
select * from {{ ref(model) }}
join {{ ref('customers') }} using (customer_id)
join {{ ref('customers', v='1') }} using (customer_id)
join {{ ref('retail', 'countries') }} using (code)
{% if false %} join {{ ref('web_orders') }} using (order_id) {% endif %}
