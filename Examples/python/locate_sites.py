"""The example sites from Python: python Examples/python/locate_sites.py"""

import sys
from pathlib import Path

import pandas

import jinfeng

examples = Path(__file__).parents[1]
sites = pandas.read_csv(examples / "sites.csv")
catalogue = jinfeng.Catalogue()

# A call answers one frame and one accuracy: a table that mixes them is asked in groups.
for (frame, accuracy), group in sites.groupby(["坐标系", "精度"]):
    answers = catalogue.locate(group["经度"], group["纬度"], frame=frame, accuracy=accuracy)
    for layout in answers.layouts:
        columns = answers[layout]
        for row, zone, verdict, p in zip(group.itertuples(), columns.names, columns.verdicts, columns.probabilities):
            print(f"{row.地块编号}\t{layout}\t{zone or '–'}\t{verdict or 'no position'}\t{'' if p != p else f'{p:.2f}'}")
    for row, error in answers.errors().items():
        print(f"{group['地块编号'].iloc[row]}: {error}", file=sys.stderr)
