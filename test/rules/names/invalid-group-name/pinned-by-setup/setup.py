from setuptools import setup

setup(name="shop", install_requires=["dagster==1.8.5"])
