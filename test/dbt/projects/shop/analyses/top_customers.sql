select * from {{ ref('customers') }} limit 10
