import random
import socket
import uuid

import dagster as dg


@dg.asset(group_name=random.choice(["blue", "green"]), description="Deployed to one of two")
def deployment(): ...


@dg.asset(tags={"host": socket.gethostname()}, owners=["team:ops"])
def host_report(deployment): ...


@dg.asset(code_version=str(uuid.uuid4()))
def build_report(host_report): ...


defs = dg.Definitions(assets=[deployment, host_report, build_report])
