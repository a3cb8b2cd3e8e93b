"""Every format of `jinfeng export` opened by other programs, and files of other programs read by `jinfeng`.

exchange.py JINFENG: prints a line for each thing checked and ends with 1 if any failed.
"""
import csv
import filecmp
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import ezdxf
import numpy as np
import openpyxl
import pyogrio
import pyproj
import shapely
from ezdxf.lldxf.encoding import decode_dxf_unicode

from pdf_letters import letters

JINFENG = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
FAILED = []
DAY = "2026-11-21"


def check(what, holds, detail=""):
    print(("ok    " if holds else "WRONG ") + what + (f"  {detail}" if detail else ""), flush=True)
    if not holds:
        FAILED.append(what)


def jinfeng(*arguments, status=0):
    run = subprocess.run([JINFENG, *map(str, arguments), "--geodata", ROOT / "GeoData"], capture_output=True, text=True)
    if run.returncode != status:
        check(f"jinfeng {' '.join(map(str, arguments))} ends with {status}", False, f"{run.returncode}: {run.stderr}")
    return run


def zones():
    """The zones as they stand in GeoData, read without any of our code."""
    found = {}
    catalogue = json.loads((ROOT / "GeoData/catalogue.json").read_text())
    for layout in catalogue["layouts"]:
        edition = layout["editions"][-1]["id"]
        collection = json.loads((ROOT / "GeoData" / layout["id"] / edition / "zones.geojson").read_text())
        for feature in collection["features"]:
            found[layout["id"], feature["id"]] = feature
    return found


ZONES = zones()
LOCATED = {key: shapely.from_geojson(json.dumps(zone["geometry"])) for key, zone in ZONES.items() if zone["geometry"]}


def projected(code):
    """The vertices as PROJ carries them, to compare with, and the shapes for measuring."""
    move = pyproj.Transformer.from_crs(4326, code, always_xy=True)
    return {key: shapely.transform(shape, lambda xy: np.column_stack(move.transform(*xy.T)))
            for key, shape in LOCATED.items()}


def strays(shape, other):
    """How far the vertices of one shape lie from the other's edges, at most."""
    points = shapely.points(shapely.get_coordinates(shape))
    line = other if other.geom_type in ("Point", "LineString", "MultiLineString") else other.boundary
    return float(shapely.distance(points, line).max())


def compare(what, rows, code, quantum):
    """Rows of (layout, zone, name, quotes, shape) against GeoData: all there, texts whole, shapes in place."""
    keys = [(row[0], row[1]) for row in rows]
    check(f"{what}: each located zone once", sorted(keys) == sorted(LOCATED), f"{len(keys)} of {len(LOCATED)}")
    truth = LOCATED if code == 4326 else projected(code)
    worst, equal, texts = 0.0, 0, True
    for layout, zone, name, quotes, shape in rows:
        if (layout, zone) not in truth:
            continue
        properties = ZONES[layout, zone]["properties"]
        texts &= name == properties["name_zh"]
        if quotes is not None:
            texts &= (quotes or "") == " | ".join(source["quote"] for source in properties["sources"])
        known = truth[layout, zone]
        mine, theirs = shapely.get_coordinates(shape), shapely.get_coordinates(known)
        if mine.shape == theirs.shape and (mine == theirs).all():
            equal += 1
        else:
            # Every vertex given stands in the file, and those put in between lie on the edge they stand for.
            near = shapely.distance(shapely.points(theirs), shapely.multipoints(mine)).max()
            worst = max(worst, float(near))
            if code == 4326:
                worst = max(worst, strays(shape, known))
    check(f"{what}: Chinese whole", texts)
    check(f"{what}: shapes", equal == len(rows) or worst <= quantum,
          f"{equal} of {len(rows)} bit for bit, the others within {worst:.2g} of {quantum:g}")


def layers(path):
    return [name for name, kind in pyogrio.list_layers(path) if kind is not None]


def read(path, layer, **options):
    meta, _, shapes, columns = pyogrio.raw.read(path, layer=layer, **options)
    return meta, dict(zip(meta["fields"], columns)), shapely.from_wkb(shapes)


def column(columns, name):
    """A column, joined from its parts where a format broke it into pieces of 254 bytes."""
    if name not in columns:
        return None
    parts = [columns[name]] + [columns[key] for key in columns if key.startswith(name + "_") and key[len(name) + 1:].isdigit()]
    return ["".join(part for part in row if isinstance(part, str)) for row in zip(*parts)]


def features(path, names=("layout", "zone", "name_zh", "quotes"), code=4326, **options):
    rows = []
    for layer in layers(path):
        meta, columns, shapes = read(path, layer, **options)
        crs = pyproj.CRS(meta["crs"]) if meta["crs"] else None
        check(f"{path.name} {layer}: EPSG:{code}", crs is not None and crs.to_epsg(20) == code, str(crs and crs.name))
        # KML has an element of its own for a name, and GDAL shows it as the column Name.
        taken = [column(columns, name) or column(columns, "Name" if name == "name_zh" else name) or [None] * len(shapes)
                 for name in names]
        rows += zip(*taken, shapes)
    return [row for row in rows if row[4] is not None]


def ogrinfo(path, count):
    run = subprocess.run(["ogrinfo", "-so", "-al", path], capture_output=True, text=True)
    found = sum(int(line.split(":")[1]) for line in run.stdout.splitlines() if line.startswith("Feature Count"))
    check(f"{path.name}: ogrinfo opens it", run.returncode == 0 and found >= count and "ERROR" not in run.stderr,
          f"{found} features {run.stderr.strip()[:120]}")


def exported(folder, name, *options):
    """Writes a file twice: the second time into another folder, for the same bytes."""
    for copy in ("a", "b"):
        (folder / copy).mkdir(exist_ok=True)
        jinfeng("export", "-o", folder / copy / name, "--as-of", DAY, "--lang", "zh", *options)
    one, other = folder / "a" / name, folder / "b" / name
    files = sorted(one.iterdir()) if one.is_dir() else [one]
    same = all(filecmp.cmp(file, other / file.name if one.is_dir() else other, shallow=False) for file in files)
    check(f"{name}: the same bytes twice", same)
    return one


def geographic(folder):
    for name, quantum in [("all.gpkg", 0), ("all.fgb", 0), ("all.geojson", 0), ("all.geojsonseq", 0)]:
        path = exported(folder, name)
        ogrinfo(path, len(LOCATED))
        compare(name, features(path), 4326, quantum)
    for name in ("all.kml", "all.kmz"):
        path = exported(folder, name)
        ogrinfo(path, len(LOCATED))
        # LIBKML writes 15 significant digits.
        compare(name, features(path), 4326, 1e-12)
    path = exported(folder, "all.csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    check("all.csv: every zone", len(rows) == len(ZONES), f"{len(rows)}")
    shape = next(key for key in rows[0] if key.lower() in ("wkt", "geometry", "geom"))
    compare("all.csv", [(row["layout"], row["zone"], row["name_zh"], row["quotes"], shapely.from_wkt(row[shape]))
                        for row in rows if row[shape]], 4326, 0)


def metric(folder):
    short = ("LAYOUT", "ZONE", "NAME_ZH", "QUOTES")
    for code in (4544, 4523, 4490):
        for encoding in ("utf-8", "gb18030"):
            path = exported(folder, f"shp-{code}-{encoding}", "--format", "shp", "--frame", f"epsg:{code}", "--encoding",
                            encoding)
            for part in sorted(path.glob("*.shp")):
                ogrinfo(part, 1)
            rows = []
            for part in sorted(path.glob("*.shp")):
                rows += features(part, short, code)
            compare(path.name, rows, code, 1e-4)
        path = exported(folder, f"all-{code}.gpkg", "--frame", f"epsg:{code}")
        compare(path.name, features(path, code=code), code, 1e-4)


def drawing(folder):
    path = exported(folder, "all.dxf")
    ogrinfo(path, len(LOCATED))
    document = ezdxf.readfile(path)
    auditor = document.audit()
    check("all.dxf: ezdxf finds no error", not auditor.errors, str([error.message for error in auditor.errors][:3]))
    entities = list(document.modelspace())
    names = {zone["properties"]["name_zh"] for key, zone in ZONES.items() if key in LOCATED}
    # What AutoCAD makes of \\U+XXXX: ezdxf leaves it to the reader, and MTEXT breaks lines and keeps blanks in its own way.
    texts = {decode_dxf_unicode(entity.plain_text()).replace("\u00a0", " ").replace("\n", "") for entity in entities
             if entity.dxftype() == "MTEXT"}
    check("all.dxf: every name in Chinese", names <= texts, str(sorted(names - texts)[:5]))
    check("all.dxf: layers named in Chinese", any("\u4e00" <= letter <= "\u9fff" for layer in document.layers
                                                  for letter in decode_dxf_unicode(layer.dxf.name)))
    shapes = [entity for entity in entities if entity.dxftype() in ("LWPOLYLINE", "POINT")]
    # All vertices of our zones in metres, found among the drawing's.
    drawn = np.array([(vertex[0], vertex[1]) for entity in shapes for vertex in
                      ([entity.dxf.location] if entity.dxftype() == "POINT" else entity.vertices())])
    given = np.vstack([shapely.get_coordinates(shape) for shape in projected(4544).values()])
    tree = shapely.STRtree(shapely.points(drawn))
    _, distance = tree.query_nearest(shapely.points(given), return_distance=True, all_matches=False)
    check("all.dxf: every vertex in place", distance.max() <= 1e-3, f"{distance.max():.2g} m at most")


def workbook(folder):
    path = exported(folder, "all.xlsx")
    book = openpyxl.load_workbook(path)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    names = {zone["properties"]["name_zh"] for zone in ZONES.values()}
    quotes = {source["quote"] for zone in ZONES.values() for source in zone["properties"]["sources"]}
    check("all.xlsx: every zone and sentence", names <= cells and quotes <= cells, f"{book.sheetnames}")


def boundaries(folder):
    path = exported(folder, "all.txt")
    rings, ring, number = {}, None, None
    for line in path.read_text(encoding="utf-8").split("[地块坐标]")[1].splitlines():
        parts = line.split(",")
        if line.endswith("@"):
            number = parts[2]
        elif len(parts) == 4:
            rings.setdefault(number, []).append((float(parts[3]), float(parts[2])))
    areas = {zone: shape for (_, zone), shape in projected(4523).items() if "Polygon" in shape.geom_type}
    worst = max(float(shapely.distance(shapely.points(shapely.get_coordinates(shape)),
                                       shapely.multipoints(rings[zone])).max()) for zone, shape in areas.items()
                if zone in rings)
    check("all.txt: every area", set(rings) == set(areas), str(set(areas) ^ set(rings)))
    check("all.txt: to the millimetre", worst <= 1e-3, f"{worst:.2g} m at most")


def answers(path, *options):
    run = jinfeng("locate", "--input", path, "--format", "ndjson", "--as-of", DAY, *options)
    found = []
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        found.append((answer["site"]["id"], [(layout["layout"], layout.get("zone"), [
            (zone["zone"], zone["verdict"], zone["probability"]) for zone in layout["zones"]])
            for layout in answer["layouts"]]))
    return found


def reading(folder):
    """Files other programs wrote: the same sites give the same answers."""
    rows = [("001", "地块甲", 106.3300, 29.5200), ("002", "地块乙", 106.3716, 29.6015), ("010", "滩涂𠮷", 106.4012, 29.5611)]
    table = folder / "点位.csv"
    with open(table, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["编号", "名称", "经度", "纬度"])
        writer.writerows(rows)
    truth = answers(table)
    check("three sites answered", len(truth) == 3 and truth[0][0] == "001")
    points = shapely.points([row[2:] for row in rows])
    move = pyproj.Transformer.from_crs(4326, 4544, always_xy=True)
    metres = shapely.transform(points, lambda xy: np.column_stack(move.transform(*xy.T)))
    fields, data = ["编号", "名称"], [np.array([row[i] for row in rows], dtype=object) for i in (0, 1)]
    for name, driver, shapes, crs, options in [
        ("gbk.shp", "ESRI Shapefile", metres, "EPSG:4544", {"encoding": "GB18030"}),
        ("utf8.shp", "ESRI Shapefile", points, "EPSG:4490", {"encoding": "UTF-8"}),
        ("sites.gpkg", "GPKG", metres, "EPSG:4544", {}), ("sites.fgb", "FlatGeobuf", points, "EPSG:4326", {}),
        ("sites.kml", "LIBKML", points, "EPSG:4326", {}),
        ("sites.gdb", "OpenFileGDB", metres, "EPSG:4544", {}),
    ]:
        path = folder / name
        try:
            pyogrio.raw.write(path, shapely.to_wkb(shapes), data, fields, geometry_type="Point", crs=crs, driver=driver,
                              **options)
        except Exception as error:  # a driver this build of GDAL lacks
            print(f"skip  {name}: {error}")
            continue
        # FlatGeobuf orders features by place.
        found = sorted(answers(path)) if driver == "FlatGeobuf" else answers(path)
        same = [one[0] for one in found] == [one[0] for one in truth] and all(
            a[1] == b[1] or close(a[1], b[1]) for a, b in zip(found, truth))
        check(f"{name} of pyogrio read as the table", same, str(found[0]) if not same else "")
    book = openpyxl.Workbook()
    book.active.append(["编号", "名称", "经度", "纬度"])
    for row in rows:
        book.active.append(row)
    book.save(folder / "openpyxl.xlsx")
    check("openpyxl.xlsx read as the table", answers(folder / "openpyxl.xlsx") == truth)
    office = shutil.which("soffice")
    if not office:
        print("skip  LibreOffice is not installed")
        return
    for ending in ("xlsx", "ods"):
        # Column types 2 are text, which keeps the leading zeros.
        subprocess.run([office, "--headless", f"-env:UserInstallation=file://{folder}/profile",
                        "--infilter=CSV:44,34,76,1,1/2/2/2/3/1/4/1", "--convert-to", ending, "--outdir", folder / "office",
                        table], capture_output=True, timeout=180, check=False)
        path = folder / "office" / f"点位.{ending}"
        check(f"点位.{ending} of LibreOffice read as the table", path.exists() and answers(path) == truth)


def comparison(folder):
    """A 比选表 as a bureau opens it."""
    path = folder / "比选表.xlsx"
    jinfeng("find", ROOT / "Examples/candidates.csv", "--in", "gaoxinqu-zhiguanyuan", "--near", "kexue-dadao<=3km", "-o", path,
            "--lang", "zh")
    book = openpyxl.load_workbook(path)
    table, _, whole = book.worksheets
    check("比选表.xlsx: three sheets", book.sheetnames == ["比选表", "条件与依据", "原表与全部结果"], f"{book.sheetnames}")
    first = int(table.print_title_rows.split("$")[-1]) + 1
    rows = [row for row in table.iter_rows(min_row=first, values_only=True) if row[1]]
    kept = [row[0] for row in rows if row[1] == "入选"]
    check("比选表.xlsx: those kept stand first, by rank", len(rows) == 40 and len(kept) > 3
          and kept == sorted(kept) and all(row[1] == "入选" for row in rows[:len(kept)]), f"{kept}")
    cells = [cell for row in table.iter_rows(min_row=first, values_only=True) for cell in row if cell is not None]
    check("比选表.xlsx: figures are numbers, shapes are not in the way",
          sum(isinstance(cell, (int, float)) for cell in cells) > 160
          and not any(isinstance(cell, str) and cell.startswith("POLYGON") for cell in cells))
    given = list(csv.reader((ROOT / "Examples/candidates.csv").open(encoding="utf-8-sig")))
    found = [["" if cell is None else str(cell) for cell in row[:2]] for row in whole.iter_rows(values_only=True)]
    check("比选表.xlsx: the user's rows in their order", found == [row[:2] for row in given])
    office = shutil.which("soffice")
    if office:
        subprocess.run([office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf",
                        "--outdir", folder, path], capture_output=True, timeout=180, check=False)
        check("比选表.xlsx: LibreOffice prints it", (folder / "比选表.pdf").exists())


def pages(folder):
    """Every kind of page at three sizes: the letters in its PDF are those of the font."""
    made = []
    for language in ("zh", "en"):
        for size in ("a4", "a3", "16:9"):
            made.append(folder / f"map-{language}-{size.replace(':', 'x')}.pdf")
            jinfeng("map", "--site", ROOT / "Examples/parcel.geojson", "--size", size, "--lang", language, "-o", made[-1])
        made.append(folder / f"assess-{language}.pdf")
        jinfeng("assess", ROOT / "Examples/formats/parcels.shp", "--activity", "集成电路设计", "--lang", language, "-o", made[-1])
    for path in made:
        count, wrong = letters(path)
        check(f"{path.name}: {count} letters with the outlines of their font", count > 100 and not wrong, f"{wrong[:5]}")


def close(one, other):
    """The same zones and verdicts, probabilities within what a tenth of a millimetre of projection makes of them."""
    return all(a[0] == b[0] and [z[:2] for z in a[2]] == [z[:2] for z in b[2]]
               and all(abs(x[2] - y[2]) <= 0.002 for x, y in zip(a[2], b[2])) for a, b in zip(one, other))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in (geographic, metric, drawing, workbook, boundaries, reading, comparison, pages):
            place = folder / part.__name__
            place.mkdir()
            part(place)
    print(f"{len(FAILED)} wrong" if FAILED else "all right")
    sys.exit(bool(FAILED))


main()
