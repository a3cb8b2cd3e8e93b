"""Asks a running service from Python with nothing but the standard library: ask.py [http://127.0.0.1:8080]."""
import json, sys, urllib.parse, urllib.request

base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"

def get(path, **parameters):
    with urllib.request.urlopen(f"{base}{path}?{urllib.parse.urlencode(parameters)}") as answer:
        return json.load(answer)

answer = get("/locate", position="106.33,29.52", lang="zh")
for layout in answer["layouts"]:
    for zone in layout["zones"]:
        print(layout["layout"], zone["name_zh"], zone["grade"], zone["probability"])

# As many positions as you like: a line each, answered as they arrive.
lines = "\n".join(json.dumps({"id": n, "lon": 106.30 + n / 100, "lat": 29.52}) for n in range(5))
request = urllib.request.Request(f"{base}/locate", lines.encode(), {"Content-Type": "application/x-ndjson"})
with urllib.request.urlopen(request) as answers:
    for line in answers:
        one = json.loads(line)
        print(one["site"]["id"], [layout["zone"] for layout in one["layouts"]])

# Page after page of a collection.
page = f"{base}/collections/jinfeng-five-zones/items?limit=5"
while page:
    with urllib.request.urlopen(page) as answer:
        collection = json.load(answer)
    print([feature["id"] for feature in collection["features"]])
    page = next((link["href"] for link in collection["links"] if link["rel"] == "next"), None)
