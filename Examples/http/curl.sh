#!/usr/bin/env bash
# Each question to a running service, with curl: Examples/http/curl.sh [http://127.0.0.1:8080]
set -euo pipefail
base=${1:-http://127.0.0.1:8080}
here=$(dirname "$0")/..
ask() { echo "\$ curl $*" | sed "s|$here|Examples|" >&2; curl --fail-with-body --silent --show-error "$@"; echo; }

ask "$base/locate?position=106.33,29.52&lang=zh&f=text"
ask "$base/locate?position=106.3338,29.5171&frame=gcj02"
ask --get "$base/locate" --data-urlencode "place=科学会堂"
ask --data-binary "@$here/sites.csv" --header "Content-Type: text/csv" "$base/locate"
ask --data-binary "@$here/parcel.geojson" --header "Content-Type: application/geo+json" "$base/assess?lang=zh&f=text"
ask --data-binary "@$here/candidates.csv" --header "Content-Type: text/csv" "$base/find?in=xiyong-pianqu&min-area=50mu&f=csv"
ask --get "$base/fit" --data-urlencode "activity=集成电路设计" --data-urlencode "f=text"
ask "$base/zones/shengmingdao/neighbors?f=text"
ask "$base/adjacency?layout=jinfeng-five-zones&f=csv"
ask --output /tmp/jinfeng-map.pdf "$base/map.pdf?layout=jinfeng-five-zones&position=106.33,29.52"
ask "$base/collections/jinfeng-five-zones/items?limit=2"
ask --get "$base/collections/jinfeng-five-zones/items" --data-urlencode "filter=role = 'area' AND S_INTERSECTS(geometry, POINT(106.33 29.52))"
ask --output /tmp/jinfeng-five-zones.gpkg "$base/collections/jinfeng-five-zones/export?f=gpkg&lang=zh"
ask --output /tmp/jinfeng-shapefiles.zip "$base/export?f=shp&frame=epsg:4544&encoding=gb18030&lang=zh"
