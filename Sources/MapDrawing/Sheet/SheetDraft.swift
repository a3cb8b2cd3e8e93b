internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

/// A whole sheet drafted: every mark on it, before a canvas sees any.
struct SheetDraft {
    let type: TypeShaper
    let words: SheetWords
    let marks: [Mark]
    private let frames: [FrameDraft]
    private let entries: [LegendEntry]
    private let centres: [LonLat]
    private let notes: [Note]

    init(
        _ sheet: MapSheet, _ catalogue: Catalogue, _ gazetteer: Gazetteer?, asOf: CalendarDate,
        while isWanted: () -> Bool
    ) throws(MapError) {
        type = try TypeShaper()
        let content = try SheetContent(sheet, catalogue, gazetteer, asOf: asOf)
        let composition = Composition(
            sheet.size, contents: content.extents, denominator: sheet.denominator)
        let typography = Typography(type: type, factor: composition.factor)
        words = SheetWords(
            sheet: sheet, catalogue: catalogue, asOf: asOf, layouts: content.layouts,
            denominator: composition.denominator, centre: content.plane.centre)
        var frames: [FrameDraft] = []
        var centres: [LonLat] = []
        for (index, (rect, extent)) in zip(composition.frames, content.extents).enumerated() {
            guard isWanted() else { throw .abandoned }
            let view = FrameView(rect: rect, centre: extent.centre, denominator: composition.denominator)
            frames.append(
                try FrameDraft(
                    index, view, content.frame(index, sheet.language), content.plane, typography,
                    labels: sheet.labels, gutter: composition.gutter,
                    requiresAllNames: content.layouts.count == 1))
            centres.append(LonLat(try content.plane.degrees(extent.centre)))
        }
        let areas = content.layouts.flatMap(\.zones).filter { !$0.shape.polygons.isEmpty }
        entries = LegendEntry.all(
            for: frames.reduce(into: []) { $0.formUnion($1.signs) },
            accuracies: { isImported in
                let figures = areas.filter { $0.isImported == isImported }.map(\.accuracy)
                return figures.min().flatMap { low in figures.max().map { low...$0 } }
            })
        let furniture = SheetFurniture(
            composition: composition, words: words, type: typography, entries: entries,
            reading: content.reading)
        marks =
            [
                .rectangle(
                    PaperRect(x: 0, y: 0, width: sheet.size.width, height: sheet.size.height), Palette.paper)
            ]
            + frames.flatMap(\.marks) + furniture.marks
        self.frames = frames
        self.centres = centres
        notes = content.notes + Self.notes(on: frames)
    }

    private static func notes(on frames: [FrameDraft]) -> [Note] {
        let leftOut = frames.flatMap(\.leftOut)
        guard !leftOut.isEmpty else { return [] }
        let list = leftOut.joined(separator: ", ")
        return [
            Note(
                code: "names_left_out",
                text: Bilingual(
                    zh: "图幅过小，下列结构单元的名称排不下：\(list)。",
                    en: "The sheet is too small for the names of: \(list)."))
        ]
    }

    /// Every line of letters.
    var texts: [TextMark] {
        marks.compactMap { mark in
            if case .text(let text) = mark { text } else { nil }
        }
    }

    /// The sheet with its file.
    func drawn(_ bytes: [UInt8]) -> DrawnMap {
        DrawnMap(
            bytes: bytes, denominator: words.denominator,
            frames: zip(frames, zip(words.layouts, centres)).map { frame, rest in
                DrawnMap.Frame(
                    layout: rest.0.layout.id, neatline: frame.view.rect, centre: rest.1, roles: frame.roles)
            }, labels: frames.flatMap(\.labels),
            texts: texts.map { DrawnMap.PlacedText(text: $0.text, box: $0.box, size: $0.style.size) },
            legend: entries, notes: notes)
    }
}
