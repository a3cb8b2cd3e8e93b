"""The letters in our PDFs held against the font they were taken from.

Cairo writes of a font the glyphs a page uses, as a small font of its own. Whether each still has the outline it had is
looked at here with fontTools; a viewer would only show a wrong one.
"""
import io
import pathlib
import subprocess

from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTCollection, TTFont
from pypdf import PdfReader


def outline(glyph):
    pen = RecordingPen()
    glyph.draw(pen)
    return repr(pen.value)


class Original:
    """The installed font of a PostScript name; its outlines by glyph, drawn as they are asked for."""

    def __init__(self, name):
        place = subprocess.run(["fc-match", f":postscriptname={name}", "-f", "%{file}"], capture_output=True, text=True).stdout
        fonts = TTCollection(place, lazy=True).fonts if place.endswith("c") else [TTFont(place, lazy=True)]
        self.font = next((font for font in fonts if font["name"].getDebugName(6) == name), None)
        if self.font is not None:
            self.glyphs, self.characters, self.others = self.font.getGlyphSet(), self.font.getBestCmap(), None

    def holds(self, drawn, text):
        """Whether the outline is that of the character, or of one of the alternates a feature takes (figures, dashes)."""
        if len(text) == 1 and ord(text) in self.characters and outline(self.glyphs[self.characters[ord(text)]]) == drawn:
            return True
        if self.others is None:
            names = self.font.getGlyphOrder()
            self.others = {outline(self.glyphs[name]) for name in names[:3000] + names[60000:]}
        return drawn in self.others


ORIGINALS = {}


def fonts(page):
    """The fonts of a page and of the forms it shows."""
    waiting, found = [page["/Resources"]], {}
    while waiting:
        resources = waiting.pop().get_object()
        for form in (resources.get("/XObject") or {}).values():
            if "/Resources" in form.get_object():
                waiting.append(form.get_object()["/Resources"])
        for font in (resources.get("/Font") or {}).values():
            found[font.get_object()["/BaseFont"]] = font.get_object()
    return found


def characters(font):
    """What stands for each glyph in copied text."""
    pairs, inside = {}, ""
    for line in font["/ToUnicode"].get_object().get_data().decode("ascii").splitlines():
        if "begin" in line or line.startswith("end"):
            inside = line.split()[-1] if "begin" in line else ""
            continue
        codes = [part.strip("<>") for part in line.split()]
        if inside == "beginbfchar":
            pairs[int(codes[0], 16)] = bytes.fromhex(codes[1]).decode("utf-16-be")
        elif inside == "beginbfrange":
            first, last, text = (int(code, 16) for code in codes)
            pairs.update({code: chr(text + code - first) for code in range(first, last + 1)})
    return pairs


def letters(path):
    """How many glyphs a PDF holds, and those whose outline is none of their font's."""
    count, wrong = 0, []
    for page in PdfReader(pathlib.Path(path)).pages:
        for name, font in fonts(page).items():
            plain = name.split("+")[-1]
            original = ORIGINALS.setdefault(plain, None) or Original(plain)
            ORIGINALS[plain] = original
            descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            if original.font is None or "/FontFile3" not in descriptor:
                continue
            subset = CFFFontSet()
            subset.decompile(io.BytesIO(descriptor["/FontFile3"].get_object().get_data()), None)
            drawn = subset[subset.fontNames[0]].CharStrings
            for code, text in characters(font).items():
                count += 1
                glyph = f"cid{code:05d}"
                if glyph not in drawn or not original.holds(outline(drawn[glyph]), text):
                    wrong.append((name, text))
    return count, wrong
