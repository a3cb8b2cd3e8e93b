public import Planning
public import Wording

/// What is to be drawn: which layouts, on which sheet, with which words in its margin.
///
/// ```swift
/// var sheet = MapSheet(layouts: ["jinfeng-five-zones"])
/// sheet.size = .a3
/// let drafter = MapDrafter(catalogue, gazetteer: try folder.gazetteer())
/// let map = try drafter.draw(sheet, as: .pdf)
/// ```
public struct MapSheet: Sendable {
    /// The ids of the layouts, empty for all plans; each has a map of its own on the sheet, all at one scale.
    public var layouts: [String]
    /// The site to be shown, with its grade.
    public var site: MapSite?
    /// The paper.
    public var size: PaperSize = .a3
    /// The denominator of the scale; nil for the roundest that fits.
    public var denominator: Int?
    /// The language of title, legend and notes.
    public var language: Language = .zh
    /// The languages of the names on the map.
    public var labels: LabelLanguage = .zh
    /// The sheet's title (图名); nil for the layout's name.
    public var title: String?
    /// The sheet's number (图号).
    public var number: String?
    /// Who made it (编制单位).
    public var organisation: String?
    /// The date in the title block (日期); nil for the day the editions are chosen for.
    public var date: CalendarDate?

    /// A sheet of some layouts, the rest as is usual.
    public init(layouts: [String] = []) { self.layouts = layouts }

    /// How fine a picture may be, dots per inch.
    public static let resolutionLimits = 36.0...1200.0
    /// The most pixels a picture may have: 100 million are 400 MB while it is drawn.
    public static let pixelLimit = 100_000_000
}
