{% test row_count(model, above) %} select count(*) from {{ model }} having count(*) <= {{ above }} {% endtest %}
