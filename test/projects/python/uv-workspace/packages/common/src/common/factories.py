import dagster as dg


def table(name, **arguments):
    @dg.asset(name=name, kinds={"table"}, **arguments)
    def _table(): ...

    return _table
