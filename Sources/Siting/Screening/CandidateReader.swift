internal import PlanarGeometry
public import Planning
public import Projection
internal import Wording

/// Turns candidates as people write them into positions and valid shapes in WGS 84.
///
/// A point, however it is written, becomes a position; all else a ``Parcel``. Bound to the task that made it.
public final class CandidateReader {
    private let sites: SiteReader
    private let parcels: ParcelReader
    private let names: SiteNames?
    private let frame: ReferenceFrame?
    private let accuracy: Double

    /// - Parameters:
    ///   - frame: the frame of candidates that name none; nil for WGS 84, noted on every one.
    ///   - accuracy: one standard deviation per axis of those that give none, metres.
    ///   - gazetteer: the places that may be named.
    ///   - zones: the zones that may be named, where a gazetteer is given.
    ///   - makingValid: whether to repair invalid shapes; what was changed is noted.
    public init(
        frame: ReferenceFrame? = nil, accuracy: Double = 0, gazetteer: Gazetteer? = nil,
        zones: ZoneNames? = nil, makingValid: Bool = false
    ) {
        names = gazetteer.flatMap { gazetteer in zones.map { SiteNames(gazetteer, $0) } }
        sites = SiteReader(frame: frame, accuracy: accuracy, gazetteer: gazetteer)
        parcels = ParcelReader(frame: frame ?? .wgs84, accuracy: accuracy, makingValid: makingValid)
        self.frame = frame
        self.accuracy = accuracy
    }

    /// Reads one candidate.
    ///
    /// - Throws: ``SiteError`` naming the part at fault; of a shape the reason is a ``ParcelError``.
    public func candidate(_ text: CandidateText) throws(SiteError) -> Candidate {
        let candidate = try placed(text)
        guard let beside = text.beside, let note = disagreement(of: candidate, with: beside, text) else {
            return candidate
        }
        return Candidate(
            candidate.place, landArea: candidate.landArea, notes: candidate.notes + [note],
            zone: candidate.zone)
    }

    private func placed(_ text: CandidateText) throws(SiteError) -> Candidate {
        switch text.place {
        case .missing: throw SiteError(.position, MissingGeometry())
        case .position(.place(let name)): return try named(name, text)
        case .position(let position): return try site(position, text)
        case .wkt(let wkt):
            let shape: Geometry
            do throws(WKTError) {
                shape = try WKTReader.geometry(wkt, vertexLimit: ParcelReader.vertexLimit)
            } catch {
                throw SiteError(.position, ParcelError.text(error))
            }
            return try candidate(shape, text)
        case .geometry(let geometry): return try candidate(geometry, text)
        }
    }

    private func candidate(_ geometry: Geometry, _ text: CandidateText) throws(SiteError) -> Candidate {
        if case .point(let point) = geometry {
            return try site(.pair("\(point.x)", "\(point.y)", order: .eastingFirst), text)
        }
        let written = text.frame.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        var named: ReferenceFrame?
        if let written {
            do throws(FrameError) { named = try ReferenceFrame(parsing: written) } catch {
                throw SiteError(.frame, error)
            }
        }
        var accuracy = self.accuracy
        if let written = text.accuracy, !written.allSatisfy(\.isWhitespace) {
            accuracy = try SiteReader.accuracy(written, metresPerUnit: text.accuracyMetresPerUnit)
        }
        do throws(ParcelError) {
            let parcel = try parcels.parcel(
                geometry, id: text.id, name: text.name, frame: named, accuracy: accuracy,
                statedArea: text.landArea.area)
            return Candidate(
                .parcel(parcel), landArea: text.landArea,
                notes: (named == nil && frame == nil ? [SiteReader.assumedFrame] : []) + parcel.notes
                    + (parcel.repairNote.map { [$0] } ?? []))
        } catch {
            throw SiteError(.position, error)
        }
    }

    /// A place, or a zone as it is drawn.
    private func named(_ name: String, _ text: CandidateText) throws(SiteError) -> Candidate {
        guard let names else { return try site(.place(name), text) }
        let meaning = try names.meaning(of: name, preferring: .places)
        let notes = names.note(on: name, taken: meaning).map { [$0] } ?? []
        guard case .zone(let zone) = meaning else {
            do throws(SiteError) {
                let candidate = try site(.place(name), text)
                return Candidate(
                    candidate.place, landArea: candidate.landArea, notes: candidate.notes + notes)
            } catch {
                throw names.guessed(error, at: name)
            }
        }
        guard let drawn = AssessedSite(zone, noting: notes)?.parcel else {
            throw SiteError(.place, CriterionError(nil, .unlocated(zone, parent: nil)))
        }
        return Candidate(
            .parcel(drawn), landArea: text.landArea, notes: drawn.notes,
            zone: ZoneReference(layout: zone.layout, zone: zone.id))
    }

    private func site(_ position: SiteText.Position, _ text: CandidateText) throws(SiteError) -> Candidate {
        let site = try site(at: position, text)
        guard site.given != Point(x: 0, y: 0) else { throw SiteError(.position, NullIsland()) }
        return Candidate(.site(site), landArea: text.landArea, notes: site.notes)
    }

    func site(at position: SiteText.Position, _ text: CandidateText) throws(SiteError) -> Site {
        try sites.site(
            SiteText(
                id: text.id, name: text.name, position: position, frame: text.frame, accuracy: text.accuracy,
                accuracyMetresPerUnit: text.accuracyMetresPerUnit))
    }
}

/// A candidate at 0, 0, as empty cells become where a program fills them.
struct NullIsland: ExplainedError {
    let code = "null_island"
    var message: Bilingual {
        Bilingual(
            zh: "坐标是 0,0（几内亚湾，远在中国以外）：多半是没有填写坐标。",
            en:
                "The position is 0, 0, in the Gulf of Guinea, far outside China: likely it was never filled in."
        )
    }
    var remedy: Bilingual {
        Bilingual(zh: "请补上坐标；确实没有的，请留空。", en: "Fill in the position; leave it empty where there is none.")
    }
}

/// A candidate that nothing places.
struct MissingGeometry: ExplainedError {
    let code = "missing_geometry"
    var message: Bilingual {
        Bilingual(zh: "没有图形也没有坐标，无法比选。", en: "There is neither a shape nor a position.")
    }
    var remedy: Bilingual {
        Bilingual(zh: "请补上边界（WKT）或代表点的坐标。", en: "Add its boundary (WKT), or the position of a point in it.")
    }
}
