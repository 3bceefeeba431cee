select {{ wrapped() }} from {{ builtins.ref('unioned') }}
{% call section('x') %} {{ ref('via_macro') }} {% endcall %}
{% set text %}un{{ 'ion' }}ed{% endset %} {{ ref(text) }}
