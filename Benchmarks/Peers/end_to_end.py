"""The peer of Benchmarks/end-to-end: DuckDB spatial reads a CSV of points, joins the shipped zones, writes a CSV.

    python Benchmarks/Peers/end_to_end.py POINTS.csv OUT.csv --geodata GeoData --threads 2

One row for each point and zone that covers it, and one for a point in none, the point's own columns kept: less than
`jinfeng locate` answers, no path, no coverage, no verdict. Zones are the areas that can hold a site in the plans'
editions. Prints the seconds of the COPY alone; reading the zones is not counted.
"""

import argparse
import json
import time
from pathlib import Path

import duckdb
import duckdb_extension_spatial


def zones(geodata):
    """The areas of the plans: what `zones.geojson` draws as polygons in the roles that hold sites."""
    catalogue = json.loads((geodata / "catalogue.json").read_text())
    for layout in catalogue["layouts"]:
        if layout["kind"] != "plan":
            continue
        edition = layout["editions"][-1]["id"]
        text = (geodata / layout["id"] / edition / "zones.geojson").read_text()
        for feature in json.loads(text)["features"]:
            geometry = feature["geometry"]
            holds = feature["properties"]["role"] in ("area", "belt", "screen", "control")
            if holds and geometry and geometry["type"].endswith("Polygon"):
                yield layout["id"], feature["id"], json.dumps(geometry)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("points", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--geodata", type=Path, required=True)
    parser.add_argument("--threads", type=int, required=True)
    options = parser.parse_args()
    db = duckdb.connect()
    folder = list(duckdb_extension_spatial.__path__)[0]
    db.execute(f"load '{folder}/extensions/v{duckdb.__version__}/spatial.duckdb_extension'")
    db.execute(f"set threads to {options.threads}; set preserve_insertion_order = true")
    db.execute("create table zone (layout varchar, id varchar, geom geometry)")
    for row in zones(options.geodata):
        db.execute("insert into zone values (?, ?, ST_GeomFromGeoJSON(?))", row)
    start = time.perf_counter()
    db.execute(f"""
        copy (
            select point.*, zone.layout, zone.id as zone
            from read_csv('{options.points}') as point
            left join zone on ST_Intersects(zone.geom, ST_Point(point.lon, point.lat))
        ) to '{options.output}' (format csv, header)""")
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "duckdb": duckdb.__version__}))


if __name__ == "__main__":
    main()
