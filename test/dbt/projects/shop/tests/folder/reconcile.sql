select * from {{ ref('revenue') }} r join {{ ref('customers') }} c on true
