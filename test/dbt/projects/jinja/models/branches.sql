{% if var('archive') %} select * from {{ ref('archived') }}
{% elif target.name == 'dev' %} select * from {{ ref('unioned') }}
{% else %} select * from {{ ref('via_macro') }} {% endif %}
{% if execute %} {{ ref('nothing_that_exists') }} {% endif %}
{% if execute %}{% set rows = run_query('select 1') %}{% endif %}
{% if rows %} {{ ref('nothing_that_exists') }} {% endif %}
{% for row in rows.rows %} {{ ref('nothing_that_exists') }} {% endfor %}
