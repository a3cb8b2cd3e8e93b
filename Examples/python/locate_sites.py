"""The example sites from Python: python Examples/python/locate_sites.py"""

import sys
from pathlib import Path

import pandas

import jinfeng

examples = Path(__file__).parents[1]
sites = pandas.read_csv(examples / "sites.csv", encoding="utf-8-sig")
print(f"jinfeng {jinfeng.__version__}, {len(sites)} sites, columns {', '.join(sites.columns)}", file=sys.stderr)

catalogue = jinfeng.Catalogue()
lon, lat = (pandas.to_numeric(sites[column], errors="coerce") for column in ("lon", "lat"))
answers = catalogue.locate(lon, lat, accuracy=10)
for layout in answers.layouts:
    columns = answers[layout]
    for zone, verdict, probability in zip(columns.zones, columns.verdicts, columns.probabilities):
        print(f"{layout}\t{zone or '–'}\t{verdict or 'no position'}\t{probability:.2f}")
for row, error in answers.errors().items():
    print(f"row {row}: {error}", file=sys.stderr)
