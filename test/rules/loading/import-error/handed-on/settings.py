from countries import COUNTRY  # expect: import-error

REGION = COUNTRY
