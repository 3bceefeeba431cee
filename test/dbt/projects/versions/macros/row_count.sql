{% test row_count(model, above) %} select 1 {% endtest %}
