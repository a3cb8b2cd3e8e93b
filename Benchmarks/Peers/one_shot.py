#!/usr/bin/env python3
"""In which planned zones one position lies: what `jinfeng locate LON,LAT --format json` answers, in Python.

    python3 one_shot.py 106.33 29.52 [GeoData]

The peer of Benchmarks/one-shot, written as one would write it for speed: json, shapely, pyproj and the numpy that
comes with shapely, nothing imported that is not used, geometries handled as arrays. From scratch in each run: read
the catalogue and the zones, project them, and for each plan print coverage, the zones that hold the position or
may (covers, signed distance, sigma, probability) and the deepest of them, else the nearest.
"""

import json
import math
import sys

import numpy as np
import pyproj
import shapely

HOLDING = {"area", "belt", "screen", "control"}
CONFIDENCE = 0.975
NODES, WEIGHTS = np.polynomial.legendre.leggauss(10)


def read(folder):
    """The catalogue and, per layout, the zones that can hold a site, ready to use in degrees and in metres."""
    with open(f"{folder}/catalogue.json", encoding="utf-8") as file:
        catalogue = json.load(file)
    layouts, geometries, zones = catalogue["layouts"], [], []
    for layout in layouts:
        edition = max(layout["editions"], key=lambda edition: edition["recorded_on"])["id"]
        with open(f"{folder}/{layout['id']}/{edition}/zones.geojson", encoding="utf-8") as file:
            text = file.read()
        features = [feature for feature in json.loads(text)["features"] if feature["geometry"]]
        geometries.extend(shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features]))
        zones += features
    geometries = np.array(geometries)
    west, south, east, north = shapely.total_bounds(geometries)
    centre = ((west + east) / 2, (south + north) / 2)
    plane = pyproj.Proj(proj="tmerc", lat_0=centre[1], lon_0=centre[0], k=1, ellps="GRS80")
    holding = np.array([zone["properties"]["role"] in HOLDING for zone in zones])
    degrees = geometries[holding]
    metres = shapely.transform(
        shapely.segmentize(degrees, 1000 / 1.11e5), lambda lonlat: np.column_stack(plane(*lonlat.T))
    )
    zones = [zone for zone, holds in zip(zones, holding) if holds]
    return layouts, zones, degrees, metres, plane


def probability(area, site, sigma):
    """The mass of an isotropic normal around the site inside an area: 1/2π ∮ (1 − exp(−r²/2σ²)) dθ."""
    total = 0.0
    for polygon in shapely.get_parts(area):
        polygon = shapely.normalize(polygon)  # shells clockwise, holes the other way
        for ring in shapely.get_rings(polygon):
            points = (shapely.get_coordinates(ring) - site) / sigma
            start, step = points[:-1], np.diff(points, axis=0)
            along = start[:, None, :] + step[:, None, :] * ((NODES + 1) / 2)[:, None]
            square = np.maximum((along * along).sum(axis=2), 1e-12)
            cross = start[:, 0] * step[:, 1] - start[:, 1] * step[:, 0]
            total -= ((-np.expm1(-square / 2) / square) @ (WEIGHTS / 2) * cross).sum() / (2 * math.pi)
    return min(max(total, 0.0), 1.0)


def contained(zones, covers, distance, metres, site):
    """What a layout says: sigma of its nearest edge, and the probability of each zone."""
    accuracy = np.array([zone["properties"]["accuracy_m"] for zone in zones])
    sigma = float(accuracy[np.abs(distance) <= np.abs(distance).min() + 0.001].max())
    answers = []
    for zone, inside, gap, area in zip(zones, covers, distance, metres):
        mass = float(inside) if abs(gap) > 9 * sigma else probability(area, site, sigma)
        answers.append(
            {
                "zone": zone["id"], "name_zh": zone["properties"]["name_zh"], "covers": bool(inside),
                "probability": round(mass, 4), "boundary_distance_m": round(float(gap), 3), "accuracy_m": sigma,
                "parent": zone["properties"]["parent"], "sources": zone["properties"]["sources"],
            }
        )  # fmt: skip
    return answers


def main():
    lon, lat = float(sys.argv[1]), float(sys.argv[2])
    layouts, zones, degrees, metres, plane = read(sys.argv[3] if len(sys.argv) > 3 else "GeoData")
    site = np.array(plane(lon, lat))
    covers = shapely.covers(degrees, shapely.Point(lon, lat))
    distance = shapely.distance(shapely.boundary(metres), shapely.Point(site))
    distance = np.where(covers, distance, -distance)
    owners = np.array([zone["properties"]["layout"] for zone in zones])
    answers = {}
    for layout in layouts:
        own = np.flatnonzero(owners == layout["id"])
        answers[layout["id"]] = contained(
            [zones[number] for number in own], covers[own], distance[own], metres[own], site
        )
    around = {answer["zone"] for answer in answers["context"] if answer["covers"]}
    told = []
    for layout in layouts:
        if layout["kind"] != "plan":
            continue
        found = answers[layout["id"]]
        holding = [answer for answer in found if answer["covers"]]
        coverage = layout["coverage"]
        unstated = [zone["zone"] for zone in coverage["not_stated"]]
        speaks = bool(holding) or (around & set(coverage["zones"]) and not around & set(unstated))
        parents = {answer["parent"] for answer in holding}
        deepest = max(
            (answer for answer in holding if answer["zone"] not in parents),
            key=lambda answer: answer["probability"],
            default=None,
        )
        nearest = max(found, key=lambda answer: answer["boundary_distance_m"])
        told.append(
            {
                "layout": layout["id"], "coverage": "covered" if speaks else "not_covered",
                "zones": [
                    answer for answer in found
                    if speaks and (answer["covers"] or answer["probability"] > 1 - CONFIDENCE)
                ],
                "deepest": deepest and deepest["zone"],
                "nearest": nearest["zone"] if speaks and not holding else None,
            }
        )  # fmt: skip
    json.dump({"site": {"position": [lon, lat]}, "layouts": told}, sys.stdout, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
