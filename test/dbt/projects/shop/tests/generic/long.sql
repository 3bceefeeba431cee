{% test a_very_long_test_name_of_a_generic_test(model, combination) %}{{ config(severity='error') }} select 1{% endtest %}
