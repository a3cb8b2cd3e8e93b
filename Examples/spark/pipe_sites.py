"""The command as a filter: lines of JSON through `jinfeng locate`, for engines without Python or Arrow.

    spark-submit --master 'local-cluster[2,1,2048]' Examples/spark/pipe_sites.py

The executors need the command `jinfeng` (or what JINFENG names) and its GeoData.
"""

import json
import os

from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("jinfeng pipe").getOrCreate()
sites = [{"id": "A1", "lon": 106.33, "lat": 29.52}, {"id": "A2", "lon": 29.52, "lat": 106.33}, {"id": "A3", "lon": 106.42, "lat": 29.57}]
lines = spark.sparkContext.parallelize([json.dumps(site) for site in sites], 4)

# 65 says that a row has an error in its place, which costs no other row: for Spark that is no failure.
command = os.environ.get("JINFENG", "jinfeng") + " locate --input - --format ndjson --threads 1; s=$?; [ $s = 65 ] || exit $s"
# Without env the command would see no PATH; without checkCode a command that is missing would answer nothing in silence.
for line in lines.pipe(f"sh -c '{command}'", env=dict(os.environ), checkCode=True).collect():
    answer = json.loads(line)
    site = answer["site"]["id"]
    print(site, answer["error"]["code"] if "error" in answer else [layout["zone"] for layout in answer["layouts"]])
spark.stop()
