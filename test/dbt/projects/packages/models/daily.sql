select {{ toolbox.unit() }} from {{ ref('toolbox', 'report') }} join {{ ref('report_two') }} on true join {{ source('tools', 'clicks') }}
