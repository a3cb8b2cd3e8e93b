import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import jinfeng

ROOT = Path(__file__).parents[2]
COMMAND = os.environ.get("JINFENG_COMMAND") or shutil.which("jinfeng")


@pytest.fixture(scope="session")
def catalogue() -> jinfeng.Catalogue:
    return jinfeng.Catalogue()


@pytest.fixture(scope="session")
def mixed(catalogue, tmp_path_factory) -> jinfeng.Catalogue:
    """A catalogue in which one zone is somebody's survey, half a metre well known, beside kept sketches."""
    if not COMMAND:
        pytest.skip("no command jinfeng: name it with JINFENG_COMMAND")
    folder = tmp_path_factory.mktemp("mixed") / "GeoData"
    shutil.copytree(catalogue.path, folder)
    collection = json.loads((folder / "jinfeng-five-zones/2026-schematic/zones.geojson").read_text())
    feature = next(one for one in collection["features"] if one["id"] == "shengmingdao")
    (folder.parent / "one.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [{**feature, "properties": {"名称": "生命岛"}}]})
    )
    subprocess.run(
        [COMMAND, "import", folder.parent / "one.geojson", "--layout", "jinfeng-five-zones", "--missing", "keep", "--accuracy", "0.5m",
         "--geodata", folder], check=True, capture_output=True)  # fmt: skip
    return jinfeng.Catalogue(folder)
