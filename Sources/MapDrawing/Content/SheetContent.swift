internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Topology
internal import Wording

/// What a sheet shows, in metres of one plane: layouts, context, townships, site.
struct SheetContent: ~Copyable {
    let plane: SheetPlane
    let layouts: [DraftedLayout]
    /// What each layout's map must hold.
    let extents: [Extent]
    let reading: SiteReading?
    let notes: [Note]
    private let context: DraftedLayout?
    private let towns: [(place: NamedPlace, point: Point)]
    private let site: (shape: DraftedShape, accuracy: Double)?

    /// Drafts what a sheet shows, the fade of an edge cut into some steps.
    ///
    /// What the layouts say of the site is asked, unless it is given.
    init(
        _ sheet: MapSheet, _ catalogue: Catalogue, _ gazetteer: Gazetteer?, asOf: CalendarDate,
        fadeSteps: Int = DraftedZone.fadeSteps, reading given: SiteReading? = nil
    ) throws(MapError) {
        let chosen =
            sheet.layouts.isEmpty
            ? catalogue.plans : catalogue.layouts.filter { sheet.layouts.contains($0.id) }
        var editions: [(Layout, Edition)] = []
        for layout in chosen {
            guard let edition = layout.edition(validOn: asOf) else {
                throw MapError.noEdition(layout: layout.id, asOf)
            }
            editions.append((layout, edition))
        }
        let degrees = editions.flatMap { $0.1.zones.compactMap(\.geometry).flatMap(\.vertices) }
        guard let box = Box(around: degrees) else {
            throw MapError.nothingDrawn(layout: chosen.map(\.id).joined(separator: ", "))
        }
        let plane = try SheetPlane(centre: LonLat(box.centre))
        let operators = SpatialOperators()
        var layouts: [DraftedLayout] = []
        for (layout, edition) in editions {
            layouts.append(
                try DraftedLayout(layout, edition, plane: plane, fadeSteps: fadeSteps, with: operators))
        }
        let around = catalogue.context
        let context =
            try around.flatMap { layout in layout.edition(validOn: asOf).map { (layout, $0) } }
            .map { pair throws(MapError) in
                try DraftedLayout(pair.0, pair.1, plane: plane, fadeSteps: fadeSteps, with: operators)
            }
        var towns: [(place: NamedPlace, point: Point)] = []
        for place in gazetteer?.places ?? [] where place.kind == "township" {
            // A town known to two kilometres would stand where it is not.
            guard let position = place.position, (place.accuracy ?? .infinity) <= 1200 else { continue }
            let metres = try plane.metres([position.point])
            towns.append((place, metres[0]))
        }
        var extents = layouts.map { Extent(around: $0.zones.flatMap(\.shape.vertices)) }
        var notes: [Note] = []
        var reading: SiteReading?
        var site: (shape: DraftedShape, accuracy: Double)?
        if let asked = sheet.site {
            let reach = try Self.reach(of: asked, plane)
            if let given {
                reading = given
            } else {
                reading = try SiteReading(asked, catalogue, asOf: asOf, layouts: Set(chosen.map(\.id)))
            }
            site = reach.map { ($0, asked.accuracy) }
            let grown = extents.map { extent in reach.flatMap { extent.extended(to: $0.vertices) } }
            extents = zip(grown, extents).map { $0 ?? $1 }
            if grown.allSatisfy({ $0 == nil }) { notes.append(Self.beyond) }
        }
        self.plane = plane
        self.context = context
        self.reading = reading
        self.site = site
        self.layouts = layouts
        self.towns = towns
        self.extents = extents
        self.notes = notes
    }

    /// The site in the plane; nil where it is too far off for one.
    private static func reach(
        of site: MapSite, _ plane: borrowing SheetPlane
    ) throws(MapError) -> DraftedShape? {
        let far = Geodesic()
        for vertex in site.geometry.vertices where far.distance(plane.centre.point, vertex) > 150_000 {
            return nil
        }
        return try plane.shape(site.geometry)
    }

    private static let beyond = Note(
        code: "site_beyond_sheet",
        text: Bilingual(
            zh: "拟选位置远在图幅之外：图内只标方向，请核对坐标。",
            en: "The site lies far beyond the sheet, which only points its way: check the coordinates."))

    /// What the map of one layout shows.
    func frame(_ index: Int, _ language: Language) -> FrameContent {
        let drafted = layouts[index]
        // A context layout asked for by itself lies on nothing.
        let under = drafted.layout.kind == .context ? [] : context?.zones.filter(ContextLayer.isShown) ?? []
        let coverage = drafted.layout.coverage
        return FrameContent(
            zones: drafted.zones, context: under, coverage: Set(coverage?.zones ?? []),
            notStated: Set(coverage?.notStated.map(\.zone) ?? []), towns: towns,
            site: site.map { site in
                FrameContent.SiteContent(
                    shape: site.shape, accuracy: site.accuracy, words: words(drafted.layout.id, language))
            })
    }

    private func words(_ layout: String, _ language: Language) -> [String] {
        guard let reading else { return [] }
        let answer = reading.answers[layout]
        return [reading.name[language], answer?.zone[language] ?? "", answer?.grade[language] ?? ""].filter {
            !$0.isEmpty
        }
    }
}
