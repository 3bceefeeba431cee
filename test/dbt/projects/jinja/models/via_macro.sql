{{ events_of('events') }} {% set base = model_name('unioned') %} join {{ ref(base) }} on true
