#!/usr/bin/env python3
"""Shares, relations, borders and displaced drawings worked out without a line of Jinfeng: fixtures of SitingTests.

    python3 -m venv .venv-peers && .venv-peers/bin/pip install shapely==2.2.0 pyproj==3.7.2 numpy
    .venv-peers/bin/python Benchmarks/Peers/shares_oracle.py              # the committed part, a minute
    .venv-peers/bin/python Benchmarks/Peers/shares_oracle.py --sites 10000 --displacements 1000 --output /tmp/shares
    JINFENG_SHARES_FIXTURES=/tmp/shares swift test --filter SharesOracleTests

It draws zones of its own, so that GeoData may change: a layout `tiling` of one parent and cells that meet in
identical vertices (some merged to crooked shapes, one around a hole), and a layout `loose` of areas and lines that
overlap as they please. Then, by DESIGN section 4:

- shares: shapely overlay and DE-9IM on the edges in degrees; areas on the ellipsoid from an equal-area cylinder,
  lengths as sums of geodesics, both of edges cut every 0.001 degrees, which are straight in longitude and latitude;
- borders: what two boundaries have in common, and the gap in a transverse Mercator on GRS 80;
- displaced drawings: the part of so many isotropic normal displacements of the zone after which all, or any, of the
  site lies in it.

Tab-separated: `overlay.tsv`, `borders.tsv`, `displaced.tsv`; each begins with a line that says how to read it.
"""

import argparse
import math
from pathlib import Path

import numpy as np
import pyproj
import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, box

CENTRE = (106.3, 29.55)
GEOD = pyproj.Geod(ellps="GRS80")
EQUAL_AREA = pyproj.Transformer.from_pipeline("+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
                                              "+step +proj=cea +lon_0=106.3 +lat_ts=29.55 +ellps=GRS80")
PLANE = pyproj.Transformer.from_pipeline(
    f"+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    f"+step +proj=tmerc +lon_0={CENTRE[0]} +lat_0={CENTRE[1]} +k=1 +ellps=GRS80")


def carried(geometry, transformer, piece):
    dense = shapely.segmentize(geometry, piece)
    return shapely.transform(dense, lambda c: np.column_stack(transformer.transform(c[:, 0], c[:, 1])))


def parts(geometry, kinds):
    if geometry.is_empty:
        return []
    if geometry.geom_type in kinds:
        return [geometry]
    return [p for part in getattr(geometry, "geoms", []) for p in parts(part, kinds)]


def dense(line, piece=0.001):
    """The vertices of a line or ring with others put between them; shapely's own would mend slivers on the way."""
    c = shapely.get_coordinates(line)
    counts = np.maximum(1, np.ceil(np.hypot(*np.diff(c, axis=0).T) / piece)).astype(int)
    start = np.repeat(np.arange(len(counts)), counts)
    t = (np.arange(len(start)) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[start]
    return np.vstack([c[start] + (c[start + 1] - c[start]) * t[:, None], c[-1:]])


def ring_area(ring):
    c = shapely.get_coordinates(ring)
    if np.ptp(c, axis=0).max() < 0.01:
        return small_ring_area(c)
    c = dense(ring)
    x, y = EQUAL_AREA.transform(c[:, 0], c[:, 1])
    x, y = x - x[0], y - y[0]
    return abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2


def small_ring_area(c):
    """A fan of triangles, each with M N cos(phi) at its centroid: the cylinder is good to a micrometre only."""
    e2 = GEOD.es
    d = c - c[0]
    triangles = (d[:-1, 0] * d[1:, 1] - d[1:, 0] * d[:-1, 1]) / 2
    phi = np.radians(c[0, 1] + (d[:-1, 1] + d[1:, 1]) / 3)
    density = GEOD.a**2 * (1 - e2) / (1 - e2 * np.sin(phi) ** 2) ** 2 * np.cos(phi) * np.radians(1) ** 2
    return abs(float(np.sum(triangles * density)))


def area(geometry):
    return sum(ring_area(p.exterior) - sum(ring_area(h) for h in p.interiors) for p in parts(geometry, {"Polygon"}))


def length(geometry):
    total = 0.0
    for line in parts(geometry, {"LineString", "LinearRing"}):
        c = dense(line)
        total += float(np.sum(GEOD.inv(c[:-1, 0], c[:-1, 1], c[1:, 0], c[1:, 1])[2]))
    return total


# MARK: zones


def tiling(rng):
    """A jittered grid whose cells share every vertex; extra vertices lie off the straight line, the same for both."""
    n, step = 7, 0.045
    west, south = CENTRE[0] - n * step / 2, CENTRE[1] - n * step / 2
    node = {}
    for i in range(n + 1):
        for j in range(n + 1):
            node[i, j] = (round(west + i * step + rng.uniform(-0.012, 0.012), 5),
                          round(south + j * step + rng.uniform(-0.012, 0.012), 5))
    bends = {}

    def side(a, b):
        key = (min(a, b), max(a, b))
        if key not in bends:
            (x1, y1), (x2, y2) = node[key[0]], node[key[1]]
            bends[key] = [(round(x1 + t * (x2 - x1) + rng.uniform(-0.003, 0.003), 5),
                           round(y1 + t * (y2 - y1) + rng.uniform(-0.003, 0.003), 5))
                          for t in (0.3, 0.6) if rng.random() < 0.7]
        return bends[key] if a < b else bends[key][::-1]

    def cell(i, j):
        corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
        ring = []
        for a, b in zip(corners, corners[1:] + corners[:1]):
            ring += [node[a]] + side(a, b)
        return Polygon(ring)

    cells = {(i, j): cell(i, j) for i in range(n) for j in range(n)}
    assert all(c.is_valid for c in cells.values())
    ring = [(i, j) for i in (2, 3, 4) for j in (2, 3, 4) if (i, j) != (3, 3)]
    merged = {"ring": ring, "crooked": [(0, 0), (0, 1), (1, 1)], "stair": [(5, 5), (6, 5), (6, 6)]}
    used = {c for group in merged.values() for c in group}
    zones = {name: shapely.union_all([cells[c] for c in group]) for name, group in merged.items()}
    for key in sorted(cells):
        # Some cells are left out: they are the rest.
        if key not in used and rng.random() < 0.8:
            zones[f"c{key[0]}{key[1]}"] = cells[key]
    parent = shapely.union_all(list(cells.values()))
    assert all(z.is_valid and z.geom_type == "Polygon" for z in zones.values()) and parent.is_valid
    return {"parent": parent, **zones}


def blob(rng, x, y, radius, count, digits=None):
    angles = np.sort(rng.uniform(0, 2 * math.pi, count))
    radii = radius * rng.uniform(0.35, 1, count)
    ring = np.column_stack([x + radii * np.cos(angles), y + radii * np.sin(angles) * 0.87])
    if digits:
        ring = np.round(ring, digits)
    shape = Polygon(ring)
    return shape if shape.is_valid else blob(rng, x, y, radius, count, digits)


def loose(rng):
    zones = {}
    while len(zones) < 14:
        x, y = CENTRE[0] + rng.uniform(-0.15, 0.15), CENTRE[1] + rng.uniform(-0.15, 0.15)
        shape = blob(rng, x, y, rng.uniform(0.02, 0.08), rng.integers(5, 30), 5)
        if shape.is_valid and shape.area > 1e-6:
            zones[f"b{len(zones)}"] = shape
    for k in range(4):
        x = CENTRE[0] + np.cumsum(rng.uniform(-0.02, 0.04, 9)) - 0.1
        y = CENTRE[1] + np.cumsum(rng.uniform(-0.02, 0.04, 9)) - 0.1
        zones[f"axis{k}"] = LineString(np.round(np.column_stack([x, y]), 5))
    return zones


# MARK: sites


def random_site(rng, zones):
    """Polygons, lines, parts, holes; some hung on the zones' own vertices, some very small."""
    areas = [z for z in zones.values() if z.geom_type == "Polygon"]
    x, y = CENTRE[0] + rng.uniform(-0.17, 0.17), CENTRE[1] + rng.uniform(-0.17, 0.17)
    size = 10 ** rng.uniform(-5, -1.2)
    digits = int(rng.choice([5, 6, 9])) if size > 1e-3 else None
    kind = rng.integers(0, 12)
    if kind < 4:
        return blob(rng, x, y, size, int(rng.integers(4, 25)), digits)
    if kind == 4:
        outer = blob(rng, x, y, size, 12)
        return outer.difference(affinity.scale(outer, 0.4, 0.4))
    if kind == 5:
        return shapely.union_all([blob(rng, x + k * 2.2 * size, y, size, 7) for k in range(3)])
    if kind == 6:
        count = int(rng.integers(2, 12))
        points = np.column_stack([x + size * np.cumsum(rng.uniform(-0.6, 1, count)),
                                  y + size * np.cumsum(rng.uniform(-0.6, 1, count))])
        return LineString(np.round(points, digits) if digits else points)
    if kind == 7:
        return MultiLineString([[(x + k * size, y), (x + k * size + size / 2, y + size)] for k in range(3)])
    zone = areas[rng.integers(0, len(areas))]
    ring = np.array(zone.exterior.coords[:-1])
    start = int(rng.integers(0, len(ring)))
    count = int(rng.integers(2, len(ring)))
    run = np.array([ring[(start + k) % len(ring)] for k in range(count + 1)])
    if kind == 8:  # along a border
        return LineString(run)
    if kind == 9:  # along a border, then away
        return LineString(np.vstack([run, [[x, y]]]))
    if kind == 10:  # a zone itself
        return zone
    return Polygon(np.vstack([run, [[x, y]]]))  # some edges in common


def overlay(path, count):
    rng = np.random.default_rng(20261121)
    layouts = {"tiling": tiling(rng), "loose": loose(rng)}
    zones = {(layout, name): z for layout, zs in layouts.items() for name, z in zs.items()}
    lines = ["# zone <layout> <id> <wkt> | site <id> <wkt> <m or m2> then <layout>/<zone>=<DE-9IM>=<m or m2> | "
             "partition <site> <whole> <rest> <on border>"]
    for (layout, name), zone in zones.items():
        lines.append(f"zone\t{layout}\t{name}\t{wkt(zone)}")
    cells = [z for name, z in layouts["tiling"].items() if name != "parent"]
    parent, union = layouts["tiling"]["parent"], shapely.union_all(cells)
    borders = shapely.union_all([a.boundary.intersection(b.boundary)
                                 for i, a in enumerate(cells) for b in cells[i + 1:]])
    borders = MultiLineString(parts(borders, {"LineString"}))
    made = 0
    while made < count:
        site = random_site(rng, {**layouts["tiling"], **layouts["loose"]})
        if site.is_empty or not site.is_valid or site.geom_type not in (
                "Polygon", "MultiPolygon", "LineString", "MultiLineString"):
            continue
        is_area = site.geom_type.endswith("Polygon")
        measure = area if is_area else length
        figure = site if is_area else shapely.union_all([site])
        total = measure(figure)
        if total < 1:  # below 1 m or 1 m2
            continue
        fields = [f"site\ts{made}\t{wkt(site)}\t{total!r}"]
        for (layout, name), zone in zones.items():
            if zone.geom_type != "Polygon" or not site.intersects(zone):
                continue
            fields.append(f"{layout}/{name}={site.relate(zone)}={measure(site.intersection(zone))!r}")
        lines.append("\t".join(fields))
        # Each figure from the site as given: a cut made before would move the vertices of a line off its border.
        on_border = 0.0 if is_area else length(site.intersection(borders))
        whole, rest = measure(site.intersection(parent)), measure(site.intersection(parent.difference(union)))
        if not is_area:
            rest -= length(site.intersection(parent.difference(union).boundary.intersection(union.boundary)))
        lines.append(f"partition\ts{made}\t{whole!r}\t{rest!r}\t{on_border!r}")
        made += 1
    (path / "overlay.tsv").write_text("\n".join(lines) + "\n")

    rows = ["# zones of overlay.tsv: <layout> <one> <other> <DE-9IM> <shared border, m> <gap, m>"]
    for layout, zs in layouts.items():
        names = list(zs)
        for i, one in enumerate(names):
            for other in names[i + 1:]:
                a, b = zs[one], zs[other]
                shared = length(a.intersection(b)) if a.touches(b) else 0.0
                gap = carried(a, PLANE, 0.0005).distance(carried(b, PLANE, 0.0005)) if not a.intersects(b) else 0.0
                rows.append(f"{layout}\t{one}\t{other}\t{a.relate(b)}\t{shared!r}\t{gap!r}")
    (path / "borders.tsv").write_text("\n".join(rows) + "\n")


def wkt(geometry):
    return shapely.to_wkt(geometry, rounding_precision=-1)


# MARK: displaced drawings


def displaced(path, count):
    rng = np.random.default_rng(4)
    zones = [
        box(-1000, -1000, 1000, 1000),
        box(-4000, -60, 4000, 60),  # a narrow belt
        box(-4000, -300, 4000, 300),
        Polygon([(-3000, -3000), (3000, -3000), (3000, 0), (0, 0), (0, 3000), (-3000, 3000)]),  # a corner
        box(-3000, -3000, 3000, 3000).difference(box(-700, -500, 600, 800)),  # a hole
        MultiPolygon([box(-2000, -500, -200, 500), box(200, -500, 2000, 500)]),  # a gap
        LineString([(-4000, -2000), (-500, 300), (900, -200), (4000, 1500)]).buffer(180, quad_segs=4),
        Polygon([(-3000, 0), (0, -400), (3000, 0), (0, 400)]),
    ]
    lines = ["# <standard deviation, m> <site, m> <zone, m> <part of displacements with all inside> <with any inside>"]
    while len(lines) <= count:
        zone = zones[len(lines) % len(zones)]
        if rng.random() < 0.3:
            zone = blob(rng, 0, 0, rng.uniform(500, 3000), int(rng.integers(5, 16)))
        sigma = float(rng.choice([50, 150, 400, 800]))
        edge = zone.boundary.interpolate(rng.random(), normalized=True)
        x, y = edge.x + rng.normal(0, sigma), edge.y + rng.normal(0, sigma)
        size = float(10 ** rng.uniform(1, 3.2))
        kind = len(lines) % 7
        if kind == 0:
            site = affinity.rotate(box(x, y, x + size, y + size * rng.uniform(0.1, 1)), rng.uniform(0, 90))
        elif kind == 1:
            site = box(x, y, x + size, y + size / 3)
        elif kind == 2:  # a U
            site = box(x, y, x + size, y + size).difference(box(x + size / 4, y + size / 4, x + size * 3 / 4, y + 2 * size))
        elif kind == 3:
            site = blob(rng, x, y, size, 9)
        elif kind == 4:
            site = LineString(np.column_stack([x + size * np.cumsum(rng.uniform(-1, 1, 6)),
                                               y + size * np.cumsum(rng.uniform(-1, 1, 6))]))
        elif kind == 5:
            site = MultiPolygon([box(x, y, x + size / 3, y + size / 3),
                                 box(x + size, y + size / 5, x + size * 1.5, y + size / 2)])
        else:  # as large as the zone, with a hole
            site = box(x - size, y - size, x + size, y + size).difference(box(x - size / 2, y - size / 2, x + size / 2, y + size / 2))
        if not (site.is_valid and zone.is_valid) or site.is_empty:
            continue
        whole, any_ = simulated(rng, site, zone, sigma)
        # A site that is surely in or surely out says little; keep few.
        if (whole in (0, 1) and any_ in (0, 1)) and rng.random() < 0.9:
            continue
        lines.append(f"{sigma}\t{wkt(site)}\t{wkt(zone)}\t{whole}\t{any_}")
    (path / "displaced.tsv").write_text("\n".join(lines) + "\n")


def simulated(rng, site, zone, sigma, count=20_000):
    # Antithetic halves take the odd part of the error away.
    half = rng.normal(0, sigma, (count // 2, 2))
    moves = np.vstack([half, -half])
    coordinates = shapely.get_coordinates(site)
    template = np.repeat(np.array([site], dtype=object), count)
    moved = shapely.set_coordinates(
        template.copy(), (coordinates[None, :, :] + moves[:, None, :]).reshape(-1, 2))
    shapely.prepare(zone)
    return float(shapely.covers(zone, moved).mean()), float(shapely.intersects(zone, moved).mean())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=500)
    parser.add_argument("--displacements", type=int, default=300)
    parser.add_argument("--output", type=Path,
                        default=Path(__file__).resolve().parents[2] / "Tests/SitingTests/Fixtures/Shares")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    overlay(options.output, options.sites)
    displaced(options.output, options.displacements)


if __name__ == "__main__":
    main()
