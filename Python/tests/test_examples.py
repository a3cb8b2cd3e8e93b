"""What README and Examples show does what they say, with the package as it is installed here."""

import os
import re
import shutil
import subprocess
import sys

import geopandas
import numpy as np
import pandas
import pytest
import shapely
from conftest import COMMAND, ROOT

import jinfeng


def run(*arguments, **environment):
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, env={**os.environ, **environment}, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_the_lines_of_the_readme_run(catalogue):
    """Every block but Spark's, in one namespace, with the names it takes for granted."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "Python/README.md").read_text(), re.S)
    names = {
        "gdf": geopandas.GeoDataFrame({"id": ["a"]}, geometry=[shapely.Point(106.33, 29.52)], crs=4326),
        "df": pandas.DataFrame({"x": [106.33], "y": [29.52]}),
        "shapely_polygon": shapely.box(106.32, 29.51, 106.34, 29.53),
    }
    shown = [block for block in blocks if "spark" not in block]
    assert len(shown) >= 2
    for block in shown:
        exec(block, names)
    assert len(names["answers"]) == 3 and list(names["answers"].errors()) == [2]
    assert names["five"].layout == "jinfeng-five-zones"


def test_the_example_answers_the_example_sites():
    lines = run(ROOT / "Examples/python/locate_sites.py").splitlines()
    assert any(line.startswith("XM-01\tnorth-middle-south\t") for line in lines)
    assert len(lines) % 3 == 0


needs_java = pytest.mark.skipif(not shutil.which("java"), reason="no Java")


def submit(script, *arguments, **environment):
    """A script on a local cluster of two executors, each a process with a memory of its own."""
    pytest.importorskip("pyspark")
    known = {"PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS": "--master local-cluster[2,1,1024] pyspark-shell"}
    return run(ROOT / "Examples/spark" / script, *arguments, **known, **environment)


@needs_java
def test_the_spark_examples_run_on_two_executors(tmp_path):
    said = submit("locate_sites.py", "--rows", 20_000, "--partitions", 4, tmp_path / "rows")
    assert "20000 rows in" in said and "0 rows without a position" in said
    table = pandas.DataFrame({"lon": np.linspace(106.2, 106.6, 1000), "lat": np.linspace(29.3, 29.9, 1000)})
    table.to_parquet(tmp_path / "sites.parquet")
    assert "1000 rows in" in submit("locate_files.py", "--frame", "gcj02", tmp_path / "sites.parquet", tmp_path / "files")
    written = pandas.read_parquet(tmp_path / "files")
    wanted = jinfeng.Catalogue().locate(table.lon, table.lat, frame="gcj02").to_pandas()
    assert written["jinfeng-five-zones:zone"].tolist() == wanted["jinfeng-five-zones:zone"].tolist()


@needs_java
def test_the_command_is_a_filter_for_engines_without_python(catalogue):
    if not COMMAND:
        pytest.skip("no command jinfeng: name it with JINFENG_COMMAND")
    lines = submit("pipe_sites.py", JINFENG=COMMAND, JINFENG_GEODATA=catalogue.path).splitlines()
    assert [line.split()[0] for line in lines] == ["A1", "A2", "A3"]
    assert "shengmingdao" in lines[0] and lines[1] == "A2 swapped_lon_lat"
