"""QGIS's own OAPIF provider on a collection, without a screen: prints what it found as JSON.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 Tests/Clients/ogc_qgis.py http://127.0.0.1:8080 jinfeng-five-zones
"""

import json
import os
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Of nobody's settings, and no cache of earlier answers.
os.environ["HOME"] = tempfile.mkdtemp(prefix="jinfeng-qgis-")

from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsProject, QgsRectangle,
    QgsVectorLayer)

application = QgsApplication([], False)
application.initQgis()


def layer(base, collection, **words):
    parts = {"typename": collection, "url": base, "version": "OGC_API_FEATURES", **words}
    return QgsVectorLayer(" ".join(f"{key}='{value}'" for key, value in parts.items()), "zones", "OAPIF")


def main(base, collection):
    whole = layer(base, collection)
    # Pages of two features each, so that the provider has to follow `next`.
    paged = layer(base, collection, pageSize="2")
    here = layer(base, collection, restrictToRequestBBOX="1")
    box = QgsRectangle(106.32, 29.51, 106.34, 29.53)
    extent = whole.extent()
    found = {
        "version": Qgis.QGIS_VERSION,
        "valid": whole.isValid() and paged.isValid() and here.isValid(),
        "crs": whole.crs().authid(),
        "fields": [field.name() for field in whole.fields()],
        "extent": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
        "features": {one["id"]: one.geometry().asWkt(5) for one in whole.getFeatures()},
        "names": sorted(one["name_zh"] for one in whole.getFeatures()),
        "paged": sorted(one["id"] for one in paged.getFeatures()),
        "in_box": sorted(one["id"] for one in here.getFeatures(QgsFeatureRequest(box))),
    }
    request = QgsFeatureRequest()
    request.setDestinationCrs(
        QgsCoordinateReferenceSystem("EPSG:4544"), QgsProject.instance().transformContext())
    found["metric"] = {one["id"]: one.geometry().area() for one in whole.getFeatures(request)}
    json.dump(found, sys.stdout, ensure_ascii=False)


main(*sys.argv[1:])
application.exitQgis()
