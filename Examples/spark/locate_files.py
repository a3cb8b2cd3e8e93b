"""Parquet files in, located Parquet files out, on a cluster, without a row through the JVM.

    spark-submit --master 'local-cluster[2,1,2048]' Examples/spark/locate_files.py sites located
    spark-submit --master spark://…                 Examples/spark/locate_files.py --frame gcj02 hdfs:///sites hdfs:///located

The Python of driver and executors (PYSPARK_PYTHON) needs the `jinfeng` wheel and pyarrow.
"""

import argparse
import sys
import time

from jinfeng import JinfengError
from jinfeng.spark import locate_parquet
from pyspark.sql import SparkSession

arguments = argparse.ArgumentParser(description="Locates the sites of Parquet files on Spark.")
arguments.add_argument("sites", help="the Parquet file or folder to read")
arguments.add_argument("located", help="the Parquet folder to write")
arguments.add_argument("--lon", default="lon")
arguments.add_argument("--lat", default="lat")
arguments.add_argument("--frame", default="wgs84", help="wgs84, gcj02, bd09, cgcs2000, epsg:4544 …")
arguments.add_argument("--accuracy", type=float, default=0.0, help="of the positions, metres")
arguments.add_argument("--zones-only", action="store_true")
arguments.add_argument("--overwrite", action="store_true")
options = arguments.parse_args()

spark = SparkSession.builder.appName("jinfeng").getOrCreate()
start = time.monotonic()
try:
    rows = locate_parquet(
        spark, options.sites, options.located, options.lon, options.lat, overwrite=options.overwrite, frame=options.frame,
        accuracy=options.accuracy, zones_only=options.zones_only,
    )  # fmt: skip
except JinfengError as error:
    sys.exit(str(error))
seconds = time.monotonic() - start
print(f"{rows} rows in {seconds:.1f} s, {rows / seconds:.0f} a second")
spark.stop()
