from dagster import Definitions, EnvVar, load_asset_checks_from_modules, load_assets_from_modules

from shop import assets
from shop.resources import Credentials, LakeIOManager, Mailer, StoreFactory, Warehouse

secrets = Credentials(user=EnvVar("SHOP_DB_USER"), password=EnvVar("SHOP_DB_PASSWORD"))

defs = Definitions(
    assets=load_assets_from_modules([assets]),
    asset_checks=load_asset_checks_from_modules([assets]),
    resources={
        "secrets": secrets,
        "warehouse": Warehouse(host=EnvVar("SHOP_DB_HOST"), port=EnvVar.int("SHOP_DB_PORT"), credentials=secrets, timeout=3.5),
        "lake": LakeIOManager(bucket="s3://shop-lake"),
        "store": StoreFactory(root="/var/store"),
        "mailer": Mailer.configure_at_launch(),
        "clock": object(),
    },
)
