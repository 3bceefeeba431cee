def run(context):
    return None

TABLE = 3
