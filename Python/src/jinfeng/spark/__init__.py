"""Spark: the catalogue goes with the job, sites stream through it in the executors, and no engine of our own is built.

    from jinfeng.spark import locate, locate_parquet
    located = locate(sites, lon="lon", lat="lat", frame="gcj02")
    locate_parquet(spark, "sites", "located", frame="gcj02")

``locate`` answers any DataFrame; ``locate_parquet`` Parquet files into Parquet files, several times as fast. The executors
need the ``jinfeng`` wheel; the GeoData goes with the job, so that all answer from the driver's.
"""

from .files import locate_parquet
from .rows import locate

__all__ = ["locate", "locate_parquet"]
