select
{% for method in ['card', 'cash'] %} -- # expect: dbt-invalid-jinja
    sum(case when method = '{{ method }}' then amount end) as {{ method }}_amount,
{% endif %}
    order_id
from raw.payments
group by order_id
