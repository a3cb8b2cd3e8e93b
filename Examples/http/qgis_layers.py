"""Every layout of a running service as a layer: paste into the Python console of QGIS (Ctrl+Alt+P)."""
import json
import urllib.request

from qgis.core import QgsProject, QgsVectorLayer

BASE = globals().get("BASE", "http://127.0.0.1:8080")

with urllib.request.urlopen(f"{BASE}/collections?lang=zh") as answer:
    collections = json.load(answer)["collections"]
for collection in collections:
    source = f"url='{BASE}' typename='{collection['id']}' version='OGC_API_FEATURES' restrictToRequestBBOX='1'"
    layer = QgsVectorLayer(source, collection["title"], "OAPIF")
    if layer.isValid():
        QgsProject.instance().addMapLayer(layer)
