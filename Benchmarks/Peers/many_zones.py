#!/usr/bin/env python3
"""GeoData with nine copies of every plan laid around the shipped ones, 70 km and more away: zones loaded, never touched.

    python3 Benchmarks/Peers/many_zones.py GeoData /tmp/many-zones
    swift run -c release --package-path Benchmarks assess-one 2000 /tmp/many-zones
"""

import json
import shutil
import sys
from pathlib import Path

source, target = Path(sys.argv[1]), Path(sys.argv[2])
shutil.rmtree(target, ignore_errors=True)
shutil.copytree(source, target)
catalogue = json.loads((source / "catalogue.json").read_text(encoding="utf-8"))
SHIFTS = [(dx, dy) for dx in (-0.75, 0, 0.75) for dy in (-0.75, 0, 0.75) if dx or dy] + [(1.5, 0)]


def moved(value, dx, dy):
    if value and isinstance(value[0], (int, float)):
        return [round(value[0] + dx, 5), round(value[1] + dy, 5)]
    return [moved(v, dx, dy) for v in value]


plans = [layout for layout in catalogue["layouts"] if layout["kind"] == "plan"]
count = 0
for number, (dx, dy) in enumerate(SHIFTS, 1):
    for plan in plans:
        name = f"{plan['id']}-{number}"
        copy = json.loads(json.dumps(plan)) | {"id": name, "coverage": None}
        copy["partitions"] = [p for p in copy["partitions"] if not isinstance(p["of"], dict) and "/" not in (p["of"] or "")]
        catalogue["layouts"].append(copy)
        for edition in plan["editions"]:
            folder = target / name / edition["id"]
            folder.mkdir(parents=True)
            zones = json.loads((source / plan["id"] / edition["id"] / "zones.geojson").read_text(encoding="utf-8"))
            for feature in zones["features"]:
                feature["properties"] |= {"layout": name, "counterpart": None}
                if feature["geometry"]:
                    feature["geometry"]["coordinates"] = moved(feature["geometry"]["coordinates"], dx, dy)
                    count += 1
            (folder / "zones.geojson").write_text(json.dumps(zones, ensure_ascii=False), encoding="utf-8")
            (folder / "relations.json").write_text('{"relations":[]}', encoding="utf-8")
(target / "catalogue.json").write_text(json.dumps(catalogue, ensure_ascii=False), encoding="utf-8")
print(f"{count} drawn zones added in {target}")
