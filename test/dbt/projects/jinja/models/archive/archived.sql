select * from {{ ref('unioned') }}
