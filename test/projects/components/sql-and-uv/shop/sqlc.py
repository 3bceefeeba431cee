import dagster as dg
class MySql(dg.SqlComponent):
    table: str
    def get_sql_content(self, context):
        return f"select * from {self.table}"
    @property
    def op_spec(self): ...
