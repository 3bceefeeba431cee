select *
from $schema.${table}
