"""A table of sites there and back with requests: locate_sites.py [http://127.0.0.1:8080 [sites.csv]]."""
import csv, io, pathlib, sys

import requests

base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
path = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path(__file__).parent.parent / "sites.csv"

with open(path, "rb") as table:
    # Sent as it is read and answered as it arrives, however long it is.
    answer = requests.post(f"{base}/locate", data=table, headers={"Content-Type": "text/csv; charset=utf-8"},
                           params={"lang": "zh"}, stream=True, timeout=60)
if not answer.ok:
    problem = answer.json()
    sys.exit(f"{problem['code']}: {problem['detail']}")
answer.encoding = "utf-8"
for row in csv.DictReader(answer.iter_lines(decode_unicode=True)):
    zones = {name.split(":")[0]: value for name, value in row.items() if name.endswith(":名称") and value}
    print(next(iter(row.values())), row["错误"] or zones)
