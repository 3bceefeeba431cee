"""Stands in for the package."""
from . import S3Resource as S3Resource
