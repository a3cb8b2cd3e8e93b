"""OGC API Features with OWSLib: owslib_features.py [http://127.0.0.1:8080]."""
import sys

from owslib.ogcapi.features import Features

service = Features(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080")
for collection in service.collections()["collections"]:
    print(collection["id"], collection["title"])

# Page by page, a box, the editions of a day, and a filter in CQL2.
five = "jinfeng-five-zones"
page = service.collection_items(five, limit=2, offset=2)
print(page["numberReturned"], "of", page["numberMatched"])
print([zone["id"] for zone in service.collection_items(five, bbox=[106.32, 29.51, 106.34, 29.53])["features"]])
print(service.collection_items(five, datetime_="2026-11-21")["numberMatched"], "zones on 2026-11-21")
covering = "role = 'area' AND S_INTERSECTS(geometry, POINT(106.33 29.52))"
for zone in service.collection_items(five, filter=covering, lang="zh")["features"]:
    print(zone["properties"]["name_zh"], "中误差", zone["properties"]["accuracy_m"], "m")
