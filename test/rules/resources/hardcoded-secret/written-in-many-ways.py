import dagster as dg
import sqlalchemy
from dagster_snowflake import SnowflakeResource, snowflake_io_manager

PASSWORD = "tr0ub4dor-and-3"
ENGINE = sqlalchemy.create_engine("postgresql://shop:s3cr3t-9911@db.shop.io/shop")  # expect: hardcoded-secret


class Login(dg.Config):
    user: str
    token: str


class Warehouse(dg.ConfigurableResource):
    login: Login


class Mail(dg.ConfigurableResource):
    host: str = "smtp.shop.io"
    password: str = "hunter2-4711"  # expect: hardcoded-secret


def warehouse(token):
    return Warehouse(login=Login(user="shop", token=token))  # expect: hardcoded-secret


@dg.asset
def orders() -> None:
    sqlalchemy.create_engine("mysql://shop:s3cr3t-9911@db.shop.io/shop")  # expect: hardcoded-secret


defs = dg.Definitions(
    assets=[orders],
    resources={
        "mail": Mail(),
        "warehouse": warehouse("ghp_16C7e42F292c6912E7710c838347Ae178B4a"),
        "lake": Warehouse(login={"user": "lake", "token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a"}),  # expect: hardcoded-secret
        "snowflake": SnowflakeResource(account="shop", user="shop", password=PASSWORD),  # expect: hardcoded-secret
        "io_manager": snowflake_io_manager.configured({"user": "shop", "password": "Sn0wfl4ke!99"}),  # expect: hardcoded-secret
    },
)
