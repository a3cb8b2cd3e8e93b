"""What each conformance class the service declares asks of it, asked by a stranger over HTTP.

After the abstract test suites of OGC 17-069r4, 18-058r1, 19-079r2 and 21-065r2. The OGC's own executable suites (CITE)
run in TEAM Engine, which neither Debian nor PyPI has.

Shapely, on the same drawings read from GeoData, is what spatial answers are held against.
"""

import json

import pyproj
import requests
import shapely

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
FEATURES = "http://www.opengis.net/spec/ogcapi-features-"
CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/"
CLASSES = {}


def declared(name):
    """Marks the check of a conformance class."""
    def keep(function):
        CLASSES[name] = function
        return function
    return keep


class Stranger:
    """Asks a collection and knows the drawings it should answer with."""

    def __init__(self, url, collection, zones):
        self.url, self.zones = url, zones
        self.path = f"/collections/{collection}"
        self.drawn = {key: shape for key, shape in zones.items() if shape}
        self.session = requests.Session()

    def get(self, target, status=200, headers=None, **parameters):
        address = target if target.startswith("http") else self.url + target
        answer = self.session.get(address, params=parameters, headers=headers, timeout=60)
        assert answer.status_code == status, f"{answer.url}: {answer.status_code} {answer.text[:200]}"
        return answer

    def ids(self, **parameters):
        return {one["id"] for one in self.get(f"{self.path}/items", limit=1000, **parameters).json()["features"]}

    def filtered(self, text):
        return self.ids(**{"filter": text, "filter-lang": "cql2-text"})

    def filtered_json(self, value):
        """By the address and by the body: both must say the same."""
        one = self.ids(**{"filter": json.dumps(value), "filter-lang": "cql2-json"})
        answer = self.session.post(f"{self.url}{self.path}/items", params={"limit": 1000}, json=value, timeout=60)
        assert answer.status_code == 200, answer.text[:300]
        assert {feature["id"] for feature in answer.json()["features"]} == one, f"GET and POST differ: {value}"
        return one


def link(document, rel, kind=None):
    found = [one for one in document["links"] if one["rel"] == rel and (kind is None or one.get("type") == kind)]
    assert found, f"no link {rel} {kind or ''}"
    return found[0]["href"]


@declared(FEATURES + "1/1.0/conf/core")
def core(me):
    landing = me.get("/").json()
    for rel in ("self", "service-desc", "service-doc", "conformance", "data"):
        me.get(link(landing, rel))
    collections = me.get(link(landing, "data")).json()
    link(collections, "self")
    assert len(collections["collections"]) >= 4
    for one in collections["collections"]:
        west, south, east, north = one["extent"]["spatial"]["bbox"][0]
        assert 106 < west < east < 107 and 29 < south < north < 30.1, one["extent"]
        begin, end = one["extent"]["temporal"]["interval"][0]
        assert begin and begin.endswith("Z") and end is None
        alone = me.get(f"/collections/{one['id']}").json()
        assert {key: alone[key] for key in ("id", "title", "extent")} == {key: one[key] for key in ("id", "title", "extent")}
        items = me.get(link(alone, "items", "application/geo+json")).json()
        assert items["type"] == "FeatureCollection" and items["numberReturned"] == len(items["features"])
    # Pages of one, each by the link of the one before.
    seen, page = [], f"{me.url}{me.path}/items?limit=1"
    while page:
        document = me.get(page).json()
        assert len(document["features"]) == 1 and document["numberMatched"] == len(me.zones)
        seen += [one["id"] for one in document["features"]]
        page = next((one["href"] for one in document["links"] if one["rel"] == "next"), None)
    assert len(seen) == len(set(seen)) and set(seen) == set(me.zones)
    assert len(me.ids()) == len(me.zones)
    assert me.get(f"{me.path}/items", limit=10**9).json()["numberReturned"] == len(me.zones), "a large limit is clamped"
    for wrong in ({"limit": 0}, {"limit": -1}, {"limit": "all"}, {"bbox": "1,2,3"}, {"bbox": "106,30,107,29"},
                  {"datetime": "yesterday"}, {"nosuch": 1}, {"datetime": "2026-02-30"}):
        me.get(f"{me.path}/items", status=400, **wrong)
    for box in ((106.32, 29.51, 106.34, 29.53), (106.2, 29.4, 106.3, 29.6), (0, 0, 1, 1)):
        true = {key for key, shape in me.drawn.items() if shape.intersects(shapely.box(*box))}
        assert me.ids(bbox=",".join(map(str, box))) == true, box
        flat = ",".join(map(str, (*box[:2], -100, *box[2:], 9000)))
        assert me.ids(bbox=flat) == true, "a box of six numbers"
    for time, count in (("2026-11-21", len(me.zones)), ("2026-11-21T12:00:00Z", len(me.zones)), ("../..", len(me.zones)),
                        ("2026-01-01/..", len(me.zones)), ("../2026-01-01", len(me.zones)), ("1990-01-01/1991-01-01", 0)):
        assert len(me.ids(datetime=time)) == count, time
    one = me.get(f"{me.path}/items/shengmingdao").json()
    assert link(one, "self") and link(one, "collection") and one["id"] == "shengmingdao"
    me.get(f"{me.path}/items/nosuch", status=404)
    me.get("/collections/nosuch", status=404)
    # Conditional requests, HEAD, OPTIONS.
    tag = me.get(f"{me.path}/items").headers["ETag"]
    assert me.get(f"{me.path}/items", status=304, headers={"If-None-Match": tag}).content == b""
    head = me.session.head(f"{me.url}{me.path}/items")
    assert head.status_code == 200 and head.headers["Content-Type"] == "application/geo+json" and not head.content
    options = me.session.options(f"{me.url}{me.path}/items")
    assert options.status_code == 204 and set(options.headers["Allow"].split(", ")) == {"GET", "POST", "HEAD", "OPTIONS"}
    assert me.session.put(f"{me.url}{me.path}/items").status_code == 405


@declared(FEATURES + "1/1.0/conf/oas30")
def openapi(me):
    answer = me.get(link(me.get("/").json(), "service-desc", "application/vnd.oai.openapi+json;version=3.0"))
    document = answer.json()
    assert document["openapi"].startswith("3.0.")
    for path in ("/", "/conformance", "/collections", "/collections/{collectionId}", "/collections/{collectionId}/items",
                 "/collections/{collectionId}/items/{featureId}", "/api"):
        assert "get" in document["paths"][path], path


@declared(FEATURES + "1/1.0/conf/html")
def html(me):
    for target in ("/", "/conformance", "/collections", me.path, f"{me.path}/items", f"{me.path}/items/shengmingdao", "/api"):
        page = me.get(target, headers={"Accept": "text/html", "Accept-Language": "zh-CN"})
        assert page.headers["Content-Type"].startswith("text/html") and 'lang="zh"' in page.text, target
        assert me.get(target, f="html").headers["Content-Type"].startswith("text/html")
        # From any document to its page, by its own link.
        document = me.get(target).json()
        if "links" in document:
            assert me.get(link(document, "alternate", "text/html")).headers["Content-Type"].startswith("text/html")


@declared(FEATURES + "1/1.0/conf/geojson")
def geojson(me):
    answer = me.get(f"{me.path}/items", limit=1000)
    assert answer.headers["Content-Type"] == "application/geo+json"
    for feature in answer.json()["features"]:
        shape = feature["geometry"] and shapely.from_geojson(json.dumps(feature["geometry"]))
        true = me.zones[feature["id"]]
        assert (shape is None) == (true is None) and (shape is None or shape.equals_exact(true, 1e-9)), feature["id"]
        assert feature["type"] == "Feature" and feature["properties"]["name_zh"]


@declared(FEATURES + "2/1.0/conf/crs")
def crs(me):
    collection = me.get(me.path).json()
    offered = collection["crs"]
    assert CRS84 in offered and collection["storageCrs"] == CRS84
    for code in (4326, 4490, 4544, 4523, 4545, 4524, 3857, 32648):
        assert EPSG + str(code) in offered, code
    for uri in offered:
        answer = me.get(f"{me.path}/items", crs=uri, limit=1000)
        assert answer.headers["Content-Crs"] == f"<{uri}>"
        name = "OGC:CRS84" if uri == CRS84 else f"EPSG:{uri.split('/')[-1]}"
        # Without always_xy: the axes in the order of the authority.
        move = pyproj.Transformer.from_crs("OGC:CRS84", name)
        degrees = pyproj.CRS(name).is_geographic
        for feature in answer.json()["features"]:
            if not feature["geometry"]:
                continue
            true = shapely.transform(me.drawn[feature["id"]], lambda xy: list(zip(*move.transform(*xy.T))))
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            apart = shapely.hausdorff_distance(true, shape)
            assert apart < (1e-5 if degrees else 0.1), f"{name} {feature['id']}: {apart}"
    box = (106.32, 29.51, 106.34, 29.53)
    here = me.ids(bbox=",".join(map(str, box)))
    assert me.ids(**{"bbox": f"{box[1]},{box[0]},{box[3]},{box[2]}", "bbox-crs": EPSG + "4326"}) == here
    move = pyproj.Transformer.from_crs(4326, 3857, always_xy=True)
    lower, upper = move.transform(*box[:2]), move.transform(*box[2:])
    assert me.ids(**{"bbox": ",".join(map(str, (*lower, *upper))), "bbox-crs": EPSG + "3857"}) == here
    me.get(f"{me.path}/items", status=400, crs=EPSG + "27700")
    me.get(f"{me.path}/items", status=400, **{"bbox-crs": "+proj=longlat"})


@declared(FEATURES + "3/1.0/conf/queryables")
def queryables(me):
    address = link(me.get(me.path).json(), "http://www.opengis.net/def/rel/ogc/1.0/queryables")
    answer = me.get(address)
    assert answer.headers["Content-Type"] == "application/schema+json"
    schema = answer.json()
    assert schema["type"] == "object" and schema["$id"].endswith(f"{me.path}/queryables")
    assert {"geometry", "role", "accuracy_m", "located", "name_zh"} <= set(schema["properties"])
    for name, property in schema["properties"].items():
        if property.get("type") == "string":
            me.filtered(f"{name} = 'x'")
        elif property.get("type") == "number":
            me.filtered(f"{name} > 1")
        elif property.get("type") == "boolean":
            me.filtered(f"{name} = TRUE")
        else:
            assert property["format"] == "geometry-any", name
    me.get(f"{me.path}/items", status=400, filter="nosuch = 'x'")


@declared(FEATURES + "3/1.0/conf/filter")
def filter(me):
    assert me.ids(filter="id = 'shengmingdao'") == {"shengmingdao"}, "CQL2 text where no language is named"
    assert me.ids(**{"filter": "id = 'shengmingdao'", "filter-lang": "cql-text"}) == {"shengmingdao"}
    point = "S_INTERSECTS(geometry, POINT({} {}))"
    here = me.filtered(point.format(106.33, 29.52))
    turned = me.ids(**{"filter": point.format(29.52, 106.33), "filter-crs": EPSG + "4326"})
    assert here and turned == here, "filter-crs has the axes of its authority"
    me.get(f"{me.path}/items", status=400, filter="id = ")
    me.get(f"{me.path}/items", status=400, **{"filter": "id = 'a'", "filter-lang": "sql"})
    me.get(f"{me.path}/items", status=400, **{"filter": "id = 'a'", "filter-crs": "EPSG:4326"})


@declared(FEATURES + "3/1.0/conf/features-filter")
def features_filter(me):
    # Together with the other parameters, and from page to page.
    whole = me.filtered("role = 'area'")
    box = "106.32,29.51,106.34,29.53"
    assert me.ids(filter="role = 'area'", bbox=box) == whole & me.ids(bbox=box)
    page, seen = me.get(f"{me.path}/items", filter="role = 'area'", limit=2).json(), []
    assert page["numberMatched"] == len(whole)
    while True:
        seen += [one["id"] for one in page["features"]]
        following = next((one["href"] for one in page["links"] if one["rel"] == "next"), None)
        if not following:
            break
        page = me.get(following).json()
    assert sorted(seen) == sorted(whole)


@declared(CQL2 + "cql2-text")
def text(me):
    everything = set(me.zones)
    assert me.filtered("role = 'area' AND NOT id = 'shengmingdao'") == me.filtered("role = 'area'") - {"shengmingdao"}
    assert me.filtered("name_zh = '生命岛' OR (\"id\" = 'kexuegu')") == {"shengmingdao", "kexuegu"}
    assert me.filtered("id <> 'shengmingdao'") == everything - {"shengmingdao"}
    assert me.filtered("note = 'it''s'") == set()


@declared(CQL2 + "cql2-json")
def json_encoding(me):
    same = {"op": "=", "args": [{"property": "role"}, "area"]}
    assert me.filtered_json(same) == me.filtered("role = 'area'")
    both = {"op": "and", "args": [same, {"op": "not", "args": [{"op": "=", "args": [{"property": "id"}, "shengmingdao"]}]}]}
    assert me.filtered_json(both) == me.filtered("role = 'area' AND NOT id = 'shengmingdao'")
    box = {"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": [106.32, 29.51, 106.34, 29.53]}]}
    assert me.filtered_json(box) == me.ids(bbox="106.32,29.51,106.34,29.53")
    # A polygon of 20 000 corners is too long for an address and goes into the body.
    circle = shapely.Point(106.33, 29.53).buffer(0.02, quad_segs=5000)
    true = {key for key, shape in me.drawn.items() if shape.intersects(circle)}
    value = {"op": "s_intersects", "args": [{"property": "geometry"}, json.loads(shapely.to_geojson(circle))]}
    answer = me.session.post(f"{me.url}{me.path}/items", params={"limit": 1000}, json=value, timeout=60)
    assert answer.status_code == 200, answer.text[:300]
    assert {one["id"] for one in answer.json()["features"]} == true


@declared(CQL2 + "basic-cql2")
def basic(me):
    metres = {one["id"]: one["properties"]["accuracy_m"]
              for one in me.get(f"{me.path}/items", limit=1000).json()["features"]}
    for sign, holds in (("=", lambda m: m == 800), ("<>", lambda m: m != 800), ("<", lambda m: m < 800),
                        (">", lambda m: m > 800), ("<=", lambda m: m <= 800), (">=", lambda m: m >= 800)):
        true = {key for key, value in metres.items() if value is not None and holds(value)}
        assert me.filtered(f"accuracy_m {sign} 800") == true, sign
        assert me.filtered_json({"op": sign, "args": [{"property": "accuracy_m"}, 800]}) == true, sign
    assert me.filtered("parent IS NULL") | me.filtered("parent IS NOT NULL") == set(me.zones)
    assert not me.filtered("parent IS NULL") & me.filtered("parent IS NOT NULL")
    assert me.filtered_json({"op": "isNull", "args": [{"property": "parent"}]}) == me.filtered("parent IS NULL")
    assert me.filtered("located = TRUE") == set(me.drawn) and me.filtered("located") == set(me.drawn)
    assert me.filtered("TRUE") == set(me.zones) and me.filtered("FALSE") == set()


@declared(CQL2 + "advanced-comparison-operators")
def comparison(me):
    assert me.filtered("name_zh LIKE '科%'") == me.filtered("name_zh LIKE '科_%'") != set()
    assert me.filtered("name_zh NOT LIKE '科%'") == set(me.zones) - me.filtered("name_zh LIKE '科%'")
    assert me.filtered("accuracy_m BETWEEN 500 AND 900") == me.filtered("accuracy_m >= 500 AND accuracy_m <= 900")
    assert me.filtered("id IN ('shengmingdao', 'kexuegu', 'nosuch')") == {"shengmingdao", "kexuegu"}
    assert me.filtered_json({"op": "like", "args": [{"property": "name_zh"}, "科%"]}) == me.filtered("name_zh LIKE '科%'")
    assert me.filtered_json({"op": "between", "args": [{"property": "accuracy_m"}, 500, 900]}) == me.filtered(
        "accuracy_m BETWEEN 500 AND 900")
    assert me.filtered_json({"op": "in", "args": [{"property": "id"}, ["shengmingdao"]]}) == {"shengmingdao"}


def related(me, function, relation, shape):
    true = {key for key, zone in me.drawn.items() if getattr(zone, relation)(shape)}
    found = me.filtered(f"{function}(geometry, {shapely.to_wkt(shape, rounding_precision=-1)})")
    assert found == true, f"{function} {shape.geom_type}: {found ^ true}"
    value = {"op": function.lower(), "args": [{"property": "geometry"}, json.loads(shapely.to_geojson(shape))]}
    assert me.filtered_json(value) == true, f"{function} {shape.geom_type} in JSON"
    return true


@declared(CQL2 + "basic-spatial-functions")
def basic_spatial(me):
    assert related(me, "S_INTERSECTS", "intersects", shapely.Point(106.33, 29.52))
    assert me.filtered("S_INTERSECTS(geometry, BBOX(106.32, 29.51, 106.34, 29.53))") == me.ids(bbox="106.32,29.51,106.34,29.53")


@declared(CQL2 + "basic-spatial-functions-plus")
def basic_spatial_plus(me):
    square = shapely.box(106.32, 29.51, 106.34, 29.53)
    far = shapely.box(107, 30, 107.1, 30.1)
    line = shapely.LineString([(106.3, 29.5), (106.4, 29.6)])
    for shape in (square, line, shapely.MultiPoint([(106.33, 29.52), (106.0, 29.0)]), shapely.MultiLineString([line]),
                  shapely.MultiPolygon([square, far]), shapely.GeometryCollection([shapely.Point(106.33, 29.52)])):
        assert related(me, "S_INTERSECTS", "intersects", shape), shape.geom_type


@declared(CQL2 + "spatial-functions")
def spatial(me):
    zone = me.drawn["shengmingdao"]
    inner, outer = zone.buffer(-0.001), zone.envelope.buffer(0.01)
    assert related(me, "S_CONTAINS", "contains", inner)
    assert related(me, "S_WITHIN", "within", outer)
    assert related(me, "S_DISJOINT", "disjoint", inner)
    assert related(me, "S_OVERLAPS", "overlaps", shapely.affinity.translate(zone, 0.005, 0.003))
    assert related(me, "S_EQUALS", "equals", zone) == {"shengmingdao"}
    related(me, "S_TOUCHES", "touches", zone)
    line = shapely.LineString([zone.centroid, (107, 30)])
    assert {key for key, shape in me.drawn.items() if shape.crosses(line)} == related(me, "S_CROSSES", "crosses", line) != set()
