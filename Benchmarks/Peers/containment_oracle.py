#!/usr/bin/env python3
"""Where random points lie in GeoData, worked out without a line of Jinfeng: the fixture of SitingTests.

Run it again whenever GeoData changes, from anywhere, some ten seconds:

    python3 -m venv .venv-peers && .venv-peers/bin/pip install shapely==2.2.0 pyproj==3.7.2
    .venv-peers/bin/python Benchmarks/Peers/containment_oracle.py

It reads DESIGN section 4 for itself:

- a zone covers a point inside it or on its boundary, decided on the edges in degrees (shapely `covers`);
- signed distances are to the boundary in metres, in a transverse Mercator on GRS 80 centred on the box of every
  located zone, k = 1, the edges densified (here to 200 m);
- per layout and site one sigma: that of the nearest drawn edge of a zone that can hold sites, the largest where
  zones share it, the site's own added in squares;
- the probability is the mass of an isotropic normal of that sigma around the site: here the share of stratified
  Monte-Carlo displacements that fall in the zone;
- what is left of a partition is built by overlay, and its probability taken on that geometry.

Written to Tests/SitingTests/Fixtures: `containment-points.txt`, `containment-probabilities.txt` and
`partition-rests.txt`; their heads say how to read them. Each bears a hash of the GeoData files it was made from.
"""

import argparse
import json
import math
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pyproj
import shapely
from shapely.geometry import box, shape
from shapely.ops import unary_union

ROOT = Path(__file__).resolve().parents[2]
HOLDING = {"area", "belt", "screen", "control"}  # axes, rivers and places answer distance, never inside
GRID = 10**7  # points lie on a grid of 1e-7 degrees (1 cm), so that two integers write one exactly
STRATA = 160  # displacements per probability: STRATA squared, 25 600
SITE_ACCURACIES = [0, 0, 0, 60, 900]  # metres, in turn
FAR = 6.0  # standard deviations; beyond, less than 1e-8 lies on the other side
COUNTS = {
    "uniform over the extent": 3400,
    "near an edge": 1900,
    "on an edge's midpoint": 1300,
    "on a vertex": 1300,
    "in or beside a narrow belt": 900,
    "near a sharp corner": 600,
    "where three zones meet": 600,
}
PROBABILITY_EVERY = 10


class Zone:
    def __init__(self, layout, feature, to_metres):
        properties = feature["properties"]
        self.layout, self.id = layout, feature["id"]
        self.role, self.parent = properties["role"], properties["parent"]
        self.accuracy = properties["accuracy_m"]
        self.geometry = shape(feature["geometry"])
        self.to_metres = to_metres

    @property
    def name(self):
        return f"{self.layout}/{self.id}"

    def make_ready(self):
        self.metric = project(self.geometry, self.to_metres)
        self.boundary = self.metric.boundary
        shapely.prepare([self.geometry, self.metric, self.boundary])


def project(area, to_metres, longest=200.0):
    """The area in metres, no edge longer than `longest`; 200 m bow by half a millimetre."""
    return shapely.transform(densified(area, longest), lambda lonlat: np.column_stack(to_metres(*lonlat.T)))


def densified(area, longest):
    # 1e-5 degrees are at most 1.11 m, so that no edge in metres is longer than asked for.
    return shapely.segmentize(area, longest / 1.11e5)


def read_geodata(folder, as_of):
    """The catalogue, and its located zones on a day, in catalogue order."""
    catalogue = json.loads((folder / "catalogue.json").read_text("utf-8"))
    editions = {}
    for layout in catalogue["layouts"]:
        valid = [
            edition
            for edition in layout["editions"]
            if edition["valid_from"] <= as_of and (edition["valid_to"] is None or as_of < edition["valid_to"])
        ]
        if valid:
            editions[layout["id"]] = max(valid, key=lambda edition: edition["recorded_on"])["id"]
    files = [folder / "catalogue.json"]
    features = []
    for layout, edition in editions.items():
        file = folder / layout / edition / "zones.geojson"
        files.append(file)
        for feature in json.loads(file.read_text("utf-8"))["features"]:
            if feature["geometry"] is not None:
                features.append((layout, feature))
    bounds = shapely.total_bounds([shape(feature["geometry"]) for _, feature in features])
    centre = ((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2)
    plane = pyproj.Proj(proj="tmerc", lat_0=centre[1], lon_0=centre[0], k=1, ellps="GRS80")
    zones = [Zone(layout, feature, plane) for layout, feature in features]
    return catalogue, zones, bounds, plane, fnv1a(files)


def fnv1a(files):
    """FNV-1a, 64 bits, over the bytes of the files one after the other."""
    value = 0xCBF29CE484222325
    for file in files:
        for byte in file.read_bytes():
            value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


# Points -------------------------------------------------------------------------------------------------------


def rings(area):
    for part in getattr(area, "geoms", [area]):
        yield from (np.array(ring.coords) for ring in [part.exterior, *part.interiors])


def snapped(points):
    return np.rint(np.asarray(points) * GRID).astype(np.int64)


def scattered(rng, around, metres):
    """Around positions, normal with standard deviations given in metres."""
    around = np.asarray(around)
    metres = np.broadcast_to(np.asarray(metres, dtype=float).reshape(-1, 1), (len(around), 1))
    degrees = metres / 1.11e5 * rng.normal(size=around.shape)
    return around + degrees / np.array([math.cos(math.radians(29.5)), 1])


def choose(rng, rows, count):
    rows = np.asarray(rows)
    if len(rows) <= count:
        return rows
    return rows[rng.choice(len(rows), count, replace=False)]


def random_points(rng, zones, bounds):
    """Points of every kind, as integers on the grid."""
    holding = [zone for zone in zones if zone.role in HOLDING]
    starts, ends, holders, corners = [], [], defaultdict(set), []
    for zone in holding:
        for ring in rings(zone.geometry):
            starts.append(ring[:-1])
            ends.append(ring[1:])
            for before, vertex, after in zip(np.roll(ring[:-1], 1, axis=0), ring[:-1], ring[1:]):
                holders[tuple(vertex)].add(zone.name)
                scale = np.array([math.cos(math.radians(29.5)), 1])
                a, b = (before - vertex) * scale, (after - vertex) * scale
                cosine = a @ b / math.sqrt((a @ a) * (b @ b))
                if cosine > math.cos(math.radians(75)):
                    corners.append(vertex)
    starts, ends = np.concatenate(starts), np.concatenate(ends)
    vertices = np.array(sorted(holders))
    if np.abs(vertices * GRID - np.rint(vertices * GRID)).max() > 1e-4:
        sys.exit("a vertex has more than 7 decimals: write the points of the fixture in another way")
    meetings = np.array(sorted(vertex for vertex, names in holders.items() if len(names) >= 3))
    south_west, north_east = bounds[:2], bounds[2:]

    def uniform(count):
        return south_west + rng.random((count, 2)) * (north_east - south_west)

    def near_an_edge(count):
        edge = rng.integers(len(starts), size=count)
        on = starts[edge] + rng.random((count, 1)) * (ends[edge] - starts[edge])
        return scattered(rng, on, 10 ** rng.uniform(-1.5, 3, size=count))

    def in_belts(count):
        belts = [zone for zone in holding if zone.role == "belt"] or holding
        found = []
        for zone in belts:
            reach = zone.geometry.buffer(300 / 1.11e5)
            west, south, east, north = reach.bounds
            spots = np.column_stack([rng.uniform(west, east, 20000), rng.uniform(south, north, 20000)])
            found.append(spots[shapely.contains_xy(reach, spots)][: count // len(belts)])
        return np.concatenate(found)

    def around(spots, count, least, most):
        if len(spots) == 0:
            return np.empty((0, 2))
        spots = np.asarray(spots)[rng.integers(len(spots), size=count)]
        return scattered(rng, spots, 10 ** rng.uniform(math.log10(least), math.log10(most), size=count))

    midpoints = np.unique(np.sort(np.stack([starts, ends], 1), axis=1).mean(axis=1), axis=0)
    make = {
        "uniform over the extent": uniform,
        "near an edge": near_an_edge,
        "on an edge's midpoint": lambda count: choose(rng, midpoints, count),
        "on a vertex": lambda count: choose(rng, vertices, count),
        "in or beside a narrow belt": in_belts,
        "near a sharp corner": lambda count: around(corners, count, 0.5, 600),
        "where three zones meet": lambda count: around(meetings, count, 0.05, 800),
    }
    made = {kind: snapped(make[kind](count)) for kind, count in COUNTS.items() if kind != "uniform over the extent"}
    left = 10_000 - sum(len(points) for points in made.values())
    return {"uniform over the extent": snapped(uniform(left)), **made}


# Answers ------------------------------------------------------------------------------------------------------


def measured(zones, lonlat, metric):
    """Covers and signed distance of every point to every zone."""
    points = shapely.points(lonlat)
    spots = shapely.points(metric)
    covers = np.column_stack([shapely.covers(zone.geometry, points) for zone in zones])
    distance = np.column_stack([shapely.distance(zone.boundary, spots) for zone in zones])
    return covers, np.where(covers, distance, -distance)


def layout_sigma(zones, distance, site_accuracy):
    """The sigma of one layout at one point; None where rounding would decide between two."""
    gaps = np.abs(distance)
    accuracies = np.array([zone.accuracy for zone in zones], dtype=float)
    shared = accuracies[gaps <= gaps.min() + 0.001].max()
    doubtful = accuracies[gaps <= gaps.min() + 0.06].max()
    if shared != doubtful or accuracies[gaps <= gaps.min() + 1e-5].max() != shared:
        return None
    return math.hypot(shared, site_accuracy)


def displacements(rng):
    """A standard normal in the plane, one draw in each of STRATA × STRATA cells of equal mass."""
    ring, sector = np.divmod(np.arange(STRATA * STRATA), STRATA)
    radius = np.sqrt(-2 * np.log1p(-(ring + rng.random(ring.size)) / STRATA))
    angle = 2 * np.pi * (sector + rng.random(ring.size)) / STRATA
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def mass(area, spot, sigma, cloud):
    """The share of the displaced sites that fall in an area in metres."""
    point = shapely.Point(spot)
    if shapely.distance(area.boundary, point) > FAR * sigma:
        return float(shapely.covers(area, point))
    return float(np.count_nonzero(shapely.contains_xy(area, spot + sigma * cloud)) / len(cloud))


def short(probability):
    return f"{probability:.4f}".rstrip("0").rstrip(".")


def rests(catalogue, zones, bounds, plane):
    """Per partition what its members leave, inside what they are parts of and outside of everything."""
    known = {zone.name: zone for zone in zones}
    world = box(bounds[0] - 0.4, bounds[1] - 0.4, bounds[2] + 0.4, bounds[3] + 0.4)
    made = []
    for layout in catalogue["layouts"]:
        for index, partition in enumerate(layout["partitions"]):
            members = [known.get(f"{layout['id']}/{member}") for member in partition["members"]]
            union = unary_union([member.geometry for member in members if member])
            of = partition["of"]
            if of and "/" not in of:
                of = f"{layout['id']}/{of}"
            whole = known[of].geometry if of else shapely.Polygon()
            inside = polygonal(whole.difference(union))
            outside = polygonal(world.difference(union.union(whole)))
            made.append((layout["id"], index, of, partition["members"], inside, outside))
    return made


def polygonal(area):
    parts = [part for part in getattr(area, "geoms", [area]) if part.geom_type == "Polygon" and not part.is_empty]
    return shapely.normalize(shapely.MultiPolygon(parts))


_shared = {}


def prepare_worker(zones, leftovers):
    for zone in zones:
        zone.make_ready()
    for *_, inside, outside in leftovers:
        shapely.prepare([inside, outside])
    _shared.update(zones=zones, leftovers=leftovers)


def answer_with_probabilities(task):
    """The line of `containment-probabilities.txt` for one point."""
    index, spot, distance, site_accuracy, seed = task
    zones, leftovers = _shared["zones"], _shared["leftovers"]
    rng = np.random.default_rng(seed)
    cloud = displacements(rng)
    sigmas, words = {}, []
    for layout in dict.fromkeys(zone.layout for zone in zones):
        numbers = [number for number, zone in enumerate(zones) if zone.layout == layout]
        sigma = layout_sigma([zones[number] for number in numbers], distance[numbers], site_accuracy)
        if sigma is None:
            continue
        sigmas[layout] = sigma
        words.append(f"s{numbers[0]}:{sigma:.2f}")
        for number in numbers:
            probability = mass(zones[number].metric, spot, sigma, cloud)
            if probability > 0.0005:
                words.append(f"{number}:{short(probability)}")
    for number, (layout, *_, inside, outside) in enumerate(leftovers):
        if layout in sigmas:
            parts = [mass(rest, spot, sigmas[layout], cloud) for rest in (inside, outside)]
            if parts != [0, 1]:
                words.append(f"r{number}:" + ":".join(map(short, parts)))
    return f"{index} {site_accuracy} " + " ".join(words)


# Writing ------------------------------------------------------------------------------------------------------


def write(path, hash_, lines):
    head = [
        "# Made by Benchmarks/Peers/containment_oracle.py with shapely "
        f"{shapely.__version__} (GEOS {shapely.geos_version_string}) and pyproj {pyproj.__version__} "
        f"(PROJ {pyproj.proj_version_str}); not to be edited.",
    ]
    path.write_text("\n".join([*head, *lines[0], f"geodata {hash_}", *lines[1]]) + "\n", "utf-8")


def main():
    parser = argparse.ArgumentParser(description="Makes the containment fixture of SitingTests.")
    parser.add_argument("--geodata", type=Path, default=ROOT / "GeoData")
    parser.add_argument("--fixtures", type=Path, default=ROOT / "Tests" / "SitingTests" / "Fixtures")
    parser.add_argument("--as-of", default="2026-11-21", help="the day whose editions are read")
    parser.add_argument("--seed", type=int, default=20261121)
    options = parser.parse_args()

    catalogue, located, bounds, plane, hash_ = read_geodata(options.geodata, options.as_of)
    rng = np.random.default_rng(options.seed)
    kinds = random_points(rng, located, bounds)
    zones = [zone for zone in located if zone.role in HOLDING]
    for zone in zones:
        zone.make_ready()

    grid = np.concatenate(list(kinds.values()))
    lonlat = grid / GRID
    metric = np.column_stack(plane(*lonlat.T))
    covers, distance = measured(zones, lonlat, metric)

    base = [int(value) for value in np.floor(bounds[:2]).astype(int) * GRID]
    sets = {}
    lines = [f"as_of {options.as_of}", f"base {base[0]} {base[1]}"]
    lines += [f"zone {number} {zone.name}" for number, zone in enumerate(zones)]
    rows, index = [], 0
    for kind, points in kinds.items():
        rows.append(f"kind {kind}")
        for point in points:
            key = tuple(int(number) for number in np.flatnonzero(covers[index]))
            number = sets.setdefault(key, len(sets))
            nearest = list(np.argsort(np.abs(distance[index]), kind="stable")[:2])
            if index % 3 == 0:  # one at any distance
                nearest.append(rng.choice([n for n in range(len(zones)) if n not in nearest]))
            gaps = " ".join(f"{n}:{distance[index][n] * 100:.0f}" for n in nearest)
            rows.append(f"{point[0] - base[0]} {point[1] - base[1]} {number} {gaps}")
            index += 1
    lines += [f"set {number} " + ",".join(map(str, key)) for key, number in sets.items()]
    explained = [
        "# `base`: what is added to the two integers of a point, which are units of 1e-7 degrees, longitude first.",
        "# `zone`: a number for each zone that can hold sites; `set`: zones that cover a point together.",
        "# A point: longitude, latitude, its set, then zone:distance in centimetres, positive inside.",
    ]
    options.fixtures.mkdir(parents=True, exist_ok=True)
    write(options.fixtures / "containment-points.txt", hash_, (explained, lines + rows))

    leftovers = rests(catalogue, zones, bounds, plane)
    metric_leftovers = [
        (*names, project(inside, plane), project(outside, plane)) for *names, inside, outside in leftovers
    ]
    tasks = [
        (i, metric[i], distance[i], SITE_ACCURACIES[order % len(SITE_ACCURACIES)], [options.seed, i])
        for order, i in enumerate(range(0, len(grid), PROBABILITY_EVERY))
    ]
    with ProcessPoolExecutor(2, initializer=prepare_worker, initargs=(zones, metric_leftovers)) as pool:
        answers = list(pool.map(answer_with_probabilities, tasks, chunksize=20))
    explained = [
        f"# {STRATA * STRATA} stratified displacements for each point and layout.",
        "# The point's place in containment-points.txt from 0, the site's accuracy in metres; then for each layout",
        "# s<first zone>:<sigma in metres> and <zone>:<probability> above 0.0005; for each partition of",
        "# partition-rests.txt r<its number>:<inside>:<outside>, where that is not 0:1. A layout is left out where",
        "# two edges of different accuracy are equally near.",
    ]
    write(options.fixtures / "containment-probabilities.txt", hash_, (explained, answers))

    explained = [
        "# What the members of a partition leave: `inside` of the zone they are parts of, and `outside` of all of it",
        "# to a box 0.4 degrees around the data. Polygons of rings of longitude and latitude; the first is the outer.",
    ]
    lines = []
    for layout, index, of, members, inside, outside in leftovers:
        lines.append(f"partition {layout} {index} {of or '-'} " + ",".join(members))
        for side, area in [("inside", inside), ("outside", outside)]:
            lines.append(side)
            for part in area.geoms:
                lines.append("polygon")
                for ring in [part.exterior, *part.interiors]:
                    lines.append("ring " + " ".join(f"{float(x)!r} {float(y)!r}" for x, y in ring.coords))
    write(options.fixtures / "partition-rests.txt", hash_, (explained, lines))
    print(f"{len(grid)} points, {len(answers)} with probabilities, {len(leftovers)} partitions")


if __name__ == "__main__":
    main()
