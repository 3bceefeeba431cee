{% test shape(model, rows=none, ratio=none, tiny=none, names=none, map=none, when=none) %} select 1 {% endtest %}
