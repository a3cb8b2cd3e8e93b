#!/usr/bin/env python3
"""The page at /map in a real browser: clicks, types, drops files, changes the language, goes by keyboard alone.

    Tests/Clients/page.py [--service .build/release/jinfeng-serve] [--pictures FOLDER]

Starts the service on a port of its own. Fails on any complaint of the browser (exceptions, console errors, breaches of
the content policy) and on any request to another host. Needs chromium and libjs-leaflet, and nothing of Python beside
the standard library.
"""

import argparse
import json
import os
import re
import sys
import tempfile
import time

from browser import Browser
from ogc_service import Service

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SQUARE = {"type": "Polygon", "coordinates": [[[106.32, 29.51], [106.34, 29.51], [106.34, 29.53], [106.32, 29.53], [106.32, 29.51]]]}

CHECKS = []


def check(function):
    """A check is a function whose name says what must hold."""
    CHECKS.append(function)
    return function


class Visit:
    """The page open in a browser, and what people do to it."""

    def __init__(self, browser, url, pictures):
        self.browser, self.url, self.pictures = browser, url, pictures

    def open(self, state="", size=(1440, 900), is_phone=False):
        self.browser.size(*size, is_phone)
        self.browser.open(f"{self.url}/map#{state}")
        self.browser.until("document.body && document.body.classList.contains('ready')")

    def settled(self):
        self.browser.until("document.querySelector('.sheet') && !document.body.classList.contains('busy')")

    def refused(self):
        self.browser.until("!document.getElementById('where-error').hidden")
        return self.text("#where-error")

    def ask(self, text):
        self.browser.script("(f => { f.focus(); f.select(); })(document.getElementById('where'))")
        self.browser.type(text)
        # The sheet of an earlier question must not pass for the answer to this one.
        self.browser.script("document.getElementById('sheet').replaceChildren()")
        self.browser.press("Enter")

    def drop(self, content, shown=".sheet"):
        """Lets a file of GeoJSON or text fall on the page, and waits for what it is answered with where something is named."""
        with tempfile.NamedTemporaryFile("w", suffix=".geojson", delete=False) as file:
            file.write(content if isinstance(content, str) else json.dumps(content))
        self.browser.script("document.getElementById('sheet').replaceChildren()")
        self.browser.drop(file.name)
        if shown:
            self.browser.until(f"document.querySelector({json.dumps(shown)}) && !document.body.classList.contains('busy')")
        else:
            self.refused()
        os.unlink(file.name)

    def choose(self, selector, value):
        self.browser.script(
            f"(s => {{ s.value = {json.dumps(value)}; s.dispatchEvent(new Event('change', {{bubbles: true}})); }})"
            f"(document.querySelector({json.dumps(selector)}))")

    def press(self, selector):
        self.browser.script(f"document.querySelector({json.dumps(selector)}).click()")

    def text(self, selector):
        return self.browser.script(f"document.querySelector({json.dumps(selector)})?.textContent ?? ''")

    def count(self, selector):
        return self.browser.script(f"document.querySelectorAll({json.dumps(selector)}).length")

    def zone(self, layout):
        return self.text(f"[data-layout='{layout}'] .zone")

    def forgive_refusals(self):
        """Takes back what the browser itself notes of answers that were meant to be refusals."""
        self.browser.complaints[:] = [one for one in self.browser.complaints if "400 (Bad Request)" not in one]

    def picture(self, name, whole=False):
        if self.pictures:
            time.sleep(0.6)
            self.browser.picture(f"{self.pictures}/{name}.png", whole)


@check
def a_click_on_the_map_is_answered(page):
    page.open("lang=zh")
    page.picture("start-zh")
    left, top, width, height = page.browser.script(
        "(r => [r.left, r.top, r.width, r.height])(document.getElementById('map').getBoundingClientRect())")
    page.browser.click(left + width * 0.4, top + height * 0.5)
    page.settled()
    assert page.count(".placement") == 3, page.text("#sheet")
    assert "图面落位" in page.text("#sheet")
    assert re.search(r"\d{3}:\d+", page.text(".quotes .reference")), "no sentence behind the answer"
    assert page.count(".unchecked li") > 10, "未核查事项 are missing"
    assert "不构成用地预审与选址意见" in page.text(".disclaimer")
    assert "示意图 · 未经审图 · 不作权属及审批依据" in page.text("body > footer")
    assert "site=106." in page.browser.script("location.hash")
    page.picture("click-zh")
    if page.pictures:
        page.browser.paper(f"{page.pictures}/print-zh.pdf")


@check
def positions_are_taken_as_people_write_them(page):
    page.open("lang=zh")
    for text in ["106.33,29.52", "106.33 29.52", "106°19′48″E 29°31′12″N", "106度19分48秒，29度31分12秒",
                 "１０６.３３，２９.５２", "东经106.33 北纬29.52"]:
        page.ask(text)
        page.settled()
        assert page.zone("jinfeng-five-zones") == "生命岛", f"{text}: {page.text('#sheet')[:200]}"


@check
def a_position_of_amap_is_moved_by_its_frame(page):
    page.open("lang=zh")
    page.choose("#frame", "gcj02")
    page.ask("106.33,29.52")
    page.settled()
    assert "106.32612, 29.52264" in page.text(".of-site"), page.text(".of-site")
    assert "frame=gcj02" in page.browser.script("location.hash")


@check
def metres_are_taken_in_the_frame_they_are_in(page):
    """106.33, 29.52 by PROJ, easting first."""
    page.open("lang=zh")
    for frame, text in [("epsg:4544", "628945.813,3267643.661"), ("epsg:4523", "35628945.813,3267643.661"), ("epsg:32648", "628894.235,3266336.604"),
                        ("epsg:3857", "11836601.456,3441998.336"), ("cgcs2000", "106.33,29.52")]:
        page.choose("#frame", frame)
        page.ask(text)
        page.settled()
        assert page.zone("jinfeng-five-zones") == "生命岛", f"{frame}: {page.text('#sheet')[:200]}"


@check
def a_place_is_found_by_its_name_and_an_unknown_one_is_told(page):
    page.open("lang=zh")
    page.ask("科学会堂")
    page.settled()
    assert page.text(".of-site h2") == "科学会堂"
    page.ask("不存在的地方")
    assert "不存在的地方" in page.refused()
    page.ask("29.52,106.33")
    assert "经" in page.refused(), "swapped coordinates are told with the remedy"
    page.ask("106.33,29.52")
    page.settled()
    assert page.count("#where-error[hidden]") == 1, "the mistake stays after a good question"
    page.forgive_refusals()


@check
def a_dropped_file_is_assessed_with_shares(page):
    page.open("lang=zh")
    with tempfile.NamedTemporaryFile("w", suffix=".geojson", delete=False) as file:
        json.dump(SQUARE, file)
    page.browser.drop(file.name)
    page.settled()
    os.unlink(file.name)
    text = page.text("#sheet")
    assert "占比" in text and "亩" in text, text[:300]
    assert page.count("tr.rest") >= 1, "the rest of the partition is missing"
    page.picture("parcel-zh")


@check
def a_shape_may_be_typed_and_a_file_be_in_gb18030(page):
    page.open("lang=zh&activity=%E6%80%BB%E9%83%A8")
    page.ask("POLYGON((106.32 29.51, 106.34 29.51, 106.34 29.53, 106.32 29.53, 106.32 29.51))")
    page.settled()
    assert "亩" in page.text(".of-site"), page.text(".of-site")
    feature = {"type": "Feature", "properties": {"name": "拟选地块甲"}, "geometry": SQUARE}
    with tempfile.NamedTemporaryFile("wb", suffix=".geojson", delete=False) as file:
        file.write(json.dumps(feature, ensure_ascii=False).encode("gb18030"))
    page.browser.script("document.getElementById('sheet').replaceChildren()")
    page.browser.drop(file.name)
    page.settled()
    os.unlink(file.name)
    assert page.text(".of-site h2") == "拟选地块甲", page.text(".of-site h2")
    page.choose("#frame", "gcj02")
    page.browser.script("document.getElementById('sheet').replaceChildren()")
    page.press("#ask button[type=submit]")
    page.settled()
    assert page.text(".of-site h2") == "拟选地块甲", "the file is asked about again, in the frame chosen"


@check
def a_file_that_is_no_geojson_is_told_and_nothing_else_happens(page):
    page.open("lang=en")
    for name, content in [("site.txt", "hello"), ("broken.geojson", "{\"type\": "), ("empty.geojson", "{}")]:
        folder = tempfile.mkdtemp()
        path = os.path.join(folder, name)
        with open(path, "w") as file:
            file.write(content)
        page.browser.script("document.getElementById('where-error').hidden = true")
        page.browser.drop(path)
        assert page.refused()
    page.forgive_refusals()


@check
def every_feature_that_cannot_be_answered_is_told_with_its_number_name_and_reason(page):
    page.open("lang=zh")
    metres = [[[628945, 3267643], [629045, 3267643], [629045, 3267743], [628945, 3267643]]]
    page.drop({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "空图形"}, "geometry": None},
        {"type": "Feature", "properties": {"name": "好地块"}, "geometry": SQUARE},
        {"type": "Feature", "id": "C9", "properties": {}, "geometry": {"type": "Polygon", "coordinates": metres}}]})
    assert "3 个中 2 个未能回答" in page.text("#where-error"), page.text("#where-error")
    told = page.text(".unanswered")
    for part in ["3 个中 2 个未能回答", "第 1 个（空图形）", "没有几何（null）。请给出", "第 3 个（C9）", "以米为单位"]:
        assert part in told, f"{part}: {told}"
    assert page.count(".sheet") == 1 and page.text(".of-site h2") == "好地块"
    page.picture("unanswered-zh")
    page.drop({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": None}] * 2}, ".unanswered")
    assert page.count(".unanswered li") == 2 and page.count(".sheet") == 0


@check
def the_frame_a_file_states_is_taken_unless_another_is_chosen(page):
    page.open("lang=zh")
    corners = [(628000, 3267000), (629000, 3267000), (629000, 3268000), (628000, 3268000), (628000, 3267000)]
    stated = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4544"}}, "features": [
        {"type": "Feature", "properties": {"name": "高斯地块"}, "geometry": {"type": "Polygon", "coordinates": [corners]}}]}
    page.drop(stated)
    assert page.text(".of-site h2") == "高斯地块" and "99.96 公顷" in page.text(".of-site"), page.text(".of-site")
    page.choose("#frame", "epsg:4545")
    page.press("#ask button[type=submit]")
    page.settled()
    assert page.zone("jinfeng-five-zones") == "", "the frame chosen by hand goes before the file's"
    page.open("lang=zh")
    page.choose("#frame", "wgs84")
    page.drop(stated, None)
    assert "以米为单位" in page.refused(), "WGS 84 chosen by hand goes before the file's too"
    page.forgive_refusals()


@check
def of_thousands_of_sites_the_first_are_shown_with_the_count_and_the_way_to_a_table(page):
    page.open("lang=zh")
    features = [{"type": "Feature", "properties": {"name": f"点{number} \\\"]}}"}, "geometry": {
        "type": "Point", "coordinates": [106.3 + number % 60 / 1000, 29.5 + number // 60 / 1000]}} for number in range(3000)]
    page.drop({"type": "FeatureCollection", "features": features, "crs": None})
    assert page.count(".sheet") == 50, page.count(".sheet")
    told = page.text(".limit")
    assert "3000 个地块" in told and "前 50 个" in told and "其余 2950 个未送出" in told and "/locate" in told, told
    assert page.text("article:last-of-type h2") == features[49]["properties"]["name"]
    page.drop("\n".join(f"POINT(106.3{number:03} 29.52)" for number in range(200)))
    assert page.count(".sheet") == 50 and "200 个地块" in page.text(".limit")


@check
def a_file_that_cannot_be_read_leaves_no_earlier_answer_below(page):
    page.open("lang=zh")
    page.drop(SQUARE)
    page.browser.drop(f"{ROOT}/Examples/formats/parcels.kml")
    assert "parcels.kml" in page.refused()
    assert page.count(".sheet") == 0 and page.count(".leaflet-site-pane path") == 0, "the earlier file's answer stays"
    assert page.browser.script("document.getElementById('where').value") == ""


@check
def no_reference_stands_twice(page):
    page.open("lang=zh&site=106.33,29.52")
    page.settled()
    for told in page.browser.script("[...document.querySelectorAll('.unchecked .reference')].map(e => e.textContent.trim())"):
        assert len(set(told.split())) == len(told.split()), told


@check
def paper_shows_the_site_and_its_zone_whatever_the_window(page):
    for width, height in [(390, 844), (1280, 900), (1366, 768), (1440, 900), (1920, 1080)]:
        page.open("lang=zh&site=106.33,29.52", (width, height), width < 500)
        page.settled()
        view = page.browser.script("location.hash")
        page.browser.script("dispatchEvent(new Event('beforeprint'))")
        # The heaviest edges are those of the zone the site is drawn in.
        seen = page.browser.script("""
          (() => {
            const box = e => (r => ({left: r.left, top: r.top, right: r.right, bottom: r.bottom}))(e.getBoundingClientRect());
            const edges = [...document.querySelectorAll('.leaflet-edge-pane path[stroke]:not([stroke=none])')];
            const heaviest = Math.max(...edges.map(e => +e.getAttribute('stroke-width')));
            return {map: box(document.getElementById('map')), legend: box(document.getElementById('layers')),
              site: [...document.querySelectorAll('.leaflet-site-pane path')].map(box),
              zone: edges.filter(e => +e.getAttribute('stroke-width') === heaviest).map(box)};
          })()""")
        sheet, legend = seen["map"], seen["legend"]
        assert seen["site"] and seen["zone"], (width, seen)
        for one in seen["site"] + seen["zone"]:
            assert sheet["left"] <= one["left"] and one["right"] <= legend["left"] + 1, (width, one, seen)
            assert sheet["top"] <= one["top"] and one["bottom"] <= sheet["bottom"], (width, one, seen)
        assert legend["bottom"] <= sheet["bottom"] and legend["right"] > legend["left"], (width, legend)
        assert 1.4 < (sheet["right"] - sheet["left"]) / (sheet["bottom"] - sheet["top"]) < 1.9
        page.browser.script("dispatchEvent(new Event('afterprint'))")
        assert page.browser.script("location.hash") == view, f"{width}: paper moved the map on the screen"
        if page.pictures:
            page.browser.paper(f"{page.pictures}/print-{width}.pdf")


@check
def the_legend_leaves_the_layout_and_the_site_free(page):
    for width, height in [(1000, 720), (1280, 900), (1920, 1080)]:
        for language in ["zh", "en"]:
            page.open(f"lang={language}", (width, height))
            left, right = page.browser.script("""
              (() => [document.getElementById('layers').getBoundingClientRect().left,
                Math.max(...[...document.querySelectorAll('.leaflet-edge-pane path[stroke]:not([stroke=none])')].map(e => e.getBoundingClientRect().right))])()""")
            assert right <= left + 2, f"{language} at {width}: the legend begins at {left}, zones end at {right}"
            page.picture(f"free-{width}-{language}")


@check
def files_of_gis_and_office_programs_are_refused_by_name(page):
    page.open("lang=zh")
    assert "GeoJSON 或 WKT" in page.text("#file-hint") and "SHP" in page.text("#file-hint")
    for name in ["parcels.shp", "parcels.gpkg", "parcels.kml", "parcels.kmz", "redlines.dxf", "parcels.fgb", "sites.xlsx", "sites.ods"]:
        page.browser.script("document.getElementById('where-error').hidden = true")
        page.browser.drop(f"{ROOT}/Examples/formats/{name}")
        told = page.refused()
        assert name in told and "GeoJSON" in told and "jinfeng assess" in told, f"{name}: {told}"
    page.browser.script("document.getElementById('where-error').hidden = true")
    page.browser.drop(f"{ROOT}/Examples/sites.csv")
    assert "jinfeng locate" in page.refused()


@check
def a_link_is_copied_and_the_layout_is_there_to_be_downloaded(page):
    page.open("lang=zh&site=106.33,29.52")
    page.settled()
    page.press("#share")
    page.browser.until("document.getElementById('share').textContent !== '复制链接'")
    page.press("#layout-north-middle-south")
    for format in ["gpkg", "shp", "kml", "dxf", "xlsx"]:
        link = f"document.querySelector('.downloads a[href*=\"north-middle-south/export?f={format}\"]').href"
        status, kind, size = page.browser.script(
            f"fetch({link}).then(async r => [r.status, r.headers.get('content-disposition'), (await r.arrayBuffer()).byteLength])")
        assert status == 200 and "attachment; filename=\"north-middle-south." in kind and size > 3000, (format, status, kind, size)


@check
def the_language_changes_all_there_is_to_read(page):
    page.open("lang=zh&site=106.33,29.52")
    page.settled()
    page.press("[data-language=en]")
    page.browser.until("document.querySelector('.placement .zone')?.textContent === 'Life Island'")
    left = page.browser.script("""
      [...document.querySelectorAll('body *')].filter(e => e.children.length === 0 && e.offsetParent
        && !e.closest('[lang=zh], footer, noscript, script, style') && /[\\u4e00-\\u9fff]/.test(e.textContent))
        .map(e => e.textContent.trim())""")
    # Names stand in English sentences as the documents write them.
    chinese = [one for one in left if len(re.findall("[\u4e00-\u9fff]", one)) > len(re.findall("[a-z]", one))]
    assert set(chinese) <= {"科学会堂", "西永"}, f"left in Chinese: {chinese[:5]}"
    assert page.browser.script("document.documentElement.lang") == "en"
    page.picture("answer-en")
    page.press("[data-language=zh]")
    page.browser.until("document.querySelector('.placement .zone')?.textContent === '生命岛'")


@check
def a_refusal_changes_its_language_too(page):
    page.open("lang=zh")
    page.ask("29.52,106.33")
    assert "经" in page.refused()
    page.press("[data-language=en]")
    page.browser.until("/longitude/i.test(document.getElementById('where-error').textContent)")
    # What the page has against a file without asking the service.
    page.browser.drop(f"{ROOT}/Examples/formats/parcels.kml")
    page.browser.until("/parcels.kml is neither/.test(document.getElementById('where-error').textContent)")
    page.press("[data-language=zh]")
    page.browser.until("/parcels.kml.{1,3}不是/.test(document.getElementById('where-error').textContent)")
    page.ask("106.33,29.52")
    page.settled()
    page.press("[data-language=en]")
    page.settled()
    assert page.count("#where-error[hidden]") == 1, "an objection comes back that was settled"
    page.forgive_refusals()


@check
def a_link_brings_back_question_layout_language_and_view(page):
    page.open("lang=zh&site=106.33,29.52&activity=%E9%9B%86%E6%88%90%E7%94%B5%E8%B7%AF%E8%AE%BE%E8%AE%A1")
    page.settled()
    assert "功能导向比对" in page.text("#sheet")
    page.press("#layout-north-middle-south")
    address = page.browser.script("location.hash")
    assert "layout=north-middle-south" in address and "view=" in address, address
    page.open(address[1:])
    page.settled()
    assert page.browser.script("document.getElementById('layout-north-middle-south').checked")
    assert page.browser.script("document.getElementById('where').value") == "106.33,29.52"
    page.picture("link-zh")


@check
def layouts_and_layers_are_switched(page):
    page.open("lang=zh")
    paths = "document.querySelectorAll('.leaflet-fill-pane path').length"
    soft = page.browser.script(paths)
    page.press("#show-soft")
    assert page.browser.script(paths) < soft / 3, "the soft edge stays"
    page.press("#show-names")
    assert page.count(".name") == 0
    page.press("#layout-liang-cheng-liang-dai-liang-ping")
    assert "西部科技新城" in page.text("#layers")
    page.press("#show-names")
    page.press("#show-soft")
    page.picture("layout-zh")


@check
def all_can_be_done_with_the_keyboard(page):
    page.open("lang=zh")
    page.browser.script("document.activeElement.blur()")
    names = []
    for _ in range(60):
        page.browser.press("Tab")
        names.append(page.browser.script(
            "(e => e.id || e.dataset.language || e.textContent.trim().slice(0, 20))(document.activeElement)"))
        ring = page.browser.script("getComputedStyle(document.activeElement).outlineStyle !== 'none' || document.activeElement.id === 'file'")
        assert ring, f"no ring around {names[-1]}"
        if names[-1] == "map":
            break
    assert names[0] == "跳到查询结果", names
    assert [one for one in names if one in ("where", "frame", "file", "map")] == ["where", "frame", "file", "map"], names
    page.browser.press("ArrowRight")
    page.browser.press("Enter")
    page.settled()
    assert page.count(".placement") == 3


@check
def what_is_there_has_a_name_and_a_place_for_those_who_do_not_see_it(page):
    page.open("lang=zh&site=106.33,29.52")
    page.settled()
    assert "生命岛" in page.text("#said"), "the live region says nothing"
    nameless = page.browser.script("""
      [...document.querySelectorAll('button, input, select, [role=application], section[data-label], a[href]')]
        .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length)).map(e => e.outerHTML)""")
    assert not nameless, nameless
    tree = page.browser.call("Accessibility.getFullAXTree")["nodes"]
    roles = {one.get("role", {}).get("value") for one in tree if not one.get("ignored")}
    assert {"banner", "main", "search", "contentinfo", "region"} <= roles, roles
    levels = page.browser.script("[...document.querySelectorAll('h1,h2,h3,h4')].filter(e => e.offsetParent).map(e => +e.tagName[1])")
    assert levels[0] == 1 and levels.count(1) == 1, levels


@check
def letters_stand_out_from_their_ground(page):
    page.open("lang=zh&site=106.33,29.52")
    page.settled()
    weak = page.browser.script("""
      (() => {
        const parts = text => (text.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
        const light = ([r, g, b]) => { const c = [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
          return .2126 * c[0] + .7152 * c[1] + .0722 * c[2]; };
        const ground = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor); if ((c[3] ?? 1) > .9) return c; } return [255, 255, 255]; };
        return [...document.querySelectorAll('body *')].filter(e => e.offsetParent && !e.closest('#map') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(e => { const style = getComputedStyle(e); let [one, two] = [light(parts(style.color)), light(ground(e))]; if (one < two) [one, two] = [two, one];
            return [(one + .05) / (two + .05), e.textContent.trim().slice(0, 30)]; }).filter(([ratio]) => ratio < 4.5);
      })()""")
    assert not weak, weak[:5]


@check
def it_fits_a_phone_and_a_projector(page):
    for width, height, name in [(360, 740, "phone-zh"), (1920, 1080, "projector-zh")]:
        page.open("lang=zh&site=106.33,29.52", (width, height), width < 500)
        page.settled()
        assert page.browser.script("document.documentElement.scrollWidth") <= width, f"wider than {width}"
        page.picture(name)
    page.open("lang=en&site=106.33,29.52", (360, 740), True)
    page.settled()
    assert page.browser.script("document.documentElement.scrollWidth") <= 360, "English is wider than a phone"
    seen = page.browser.script("[...document.querySelectorAll('body > footer p > *')].filter(e => e.offsetParent).map(e => e.textContent)")
    assert len(seen) == 1 and "no basis for approval" in seen[0], f"below an English page: {seen}"
    page.picture("phone-en")


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--service", default=f"{ROOT}/.build/release/jinfeng-serve")
    words.add_argument("--geodata", default=f"{ROOT}/GeoData")
    words.add_argument("--pictures")
    asked = words.parse_args()
    if asked.pictures:
        os.makedirs(asked.pictures, exist_ok=True)
    failures = 0
    with Service(asked.service, asked.geodata) as service, Browser() as browser:
        page = Visit(browser, service.url, asked.pictures)
        for one in CHECKS:
            browser.complaints.clear()
            try:
                one(page)
                assert not browser.complaints, f"the browser complains: {browser.complaints}"
                away = [url for url in browser.requests if not url.startswith((service.url, "data:", "about:", "blob:"))]
                assert not away, f"asked elsewhere: {away}"
                print(f"ok    {one.__name__.replace('_', ' ')}", flush=True)
            except (AssertionError, RuntimeError) as error:
                failures += 1
                print(f"FAIL  {one.__name__.replace('_', ' ')}: {error}", flush=True)
    print(f"{len(CHECKS) - failures} of {len(CHECKS)} hold")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
