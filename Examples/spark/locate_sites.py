"""Sites in, located sites out, on a cluster.

    spark-submit --master 'local-cluster[2,1,2048]' Examples/spark/locate_sites.py --rows 1000000 located
    spark-submit --master spark://…             Examples/spark/locate_sites.py --sites sites.parquet --frame gcj02 located

The Python of driver and executors (PYSPARK_PYTHON) needs the `jinfeng` wheel and pyarrow. `--sites` is a Parquet folder
with columns lon and lat, which --lon and --lat rename; without it --rows made-up sites are located.
"""

import argparse
import time

from pyspark.sql import SparkSession, functions

from jinfeng.spark import locate

arguments = argparse.ArgumentParser(description="Locates sites on Spark.")
arguments.add_argument("located", help="the Parquet folder to write")
arguments.add_argument("--sites", help="the Parquet folder to read")
arguments.add_argument("--rows", type=int, default=1_000_000, help="how many sites to make up")
arguments.add_argument("--partitions", type=int, default=8)
arguments.add_argument("--lon", default="lon")
arguments.add_argument("--lat", default="lat")
arguments.add_argument("--frame", default="wgs84", help="wgs84, gcj02, bd09, cgcs2000, epsg:4544 …")
arguments.add_argument("--accuracy", type=float, default=0.0, help="of the positions, metres")
arguments.add_argument("--zones-only", action="store_true")
options = arguments.parse_args()

spark = SparkSession.builder.appName("jinfeng").getOrCreate()
if options.sites:
    sites = spark.read.parquet(options.sites)
else:
    # Golden-ratio sequences: evenly over the land, the same in every run and on every cluster.
    row = functions.col("id")
    sites = spark.range(0, options.rows, 1, options.partitions).select(
        "id",
        (106.2 + 0.4 * functions.pmod(row * 0.7548776662466927, functions.lit(1.0))).alias("lon"),
        (29.3 + 0.6 * functions.pmod(row * 0.5698402909980532, functions.lit(1.0))).alias("lat"),
    )
    options.lon, options.lat = "lon", "lat"

start = time.monotonic()
located = locate(
    sites, options.lon, options.lat, frame=options.frame, accuracy=options.accuracy, zones_only=options.zones_only
)
located.write.mode("overwrite").parquet(options.located)
seconds = time.monotonic() - start
written = spark.read.parquet(options.located)
rows = written.count()
print(f"{rows} rows in {seconds:.1f} s, {rows / seconds:.0f} a second")
written.groupBy("jinfeng-five-zones:zone").count().orderBy("count", ascending=False).show(8, truncate=False)
print(f"{written.where('error is not null').count()} rows without a position")
spark.stop()
