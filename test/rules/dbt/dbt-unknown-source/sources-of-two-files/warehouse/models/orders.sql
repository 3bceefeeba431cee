select * from {{ source('web', 'orders') }}
join {{ source('crm', 'customers') }} using (customer_id)
{# {{ source('crm', 'accounts') }} #}
