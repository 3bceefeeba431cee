select
    order_id,
    '{% raw %}{{ handlebars {% }}{% endraw %}' as template,
    {'card': 1, 'cash': 2}['card'] as method,
    {{ '{{' }} as opened, -- don't
from {{ ref('stg_orders') }}
{%- if is_incremental() %} where true {%- endif %}
