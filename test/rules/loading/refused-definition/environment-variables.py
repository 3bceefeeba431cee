import dagster as dg

host = dg.EnvVar("HOST", "localhost")  # expect: refused-definition
user = dg.EnvVar("USER", default="dagster")  # expect: refused-definition
name = dg.EnvVar(name="NAME")  # expect: refused-definition
port = dg.EnvVar.int(name="PORT")
plain = dg.EnvVar("PLAIN").get_value(default="x")

defs = dg.Definitions()
