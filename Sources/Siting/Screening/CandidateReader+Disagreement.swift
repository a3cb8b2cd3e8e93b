internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Wording

extension CandidateReader {
    /// Farther than this from a shape a position that stands for it is taken for another place, metres: a point chosen for
    /// a parcel lies in it or beside it, a wrong row or a wrong frame (477 m for GCJ-02 here) does not.
    static let disagreement = 100.0

    /// A word where a position written beside a shape does not lie at it; nil where it does, or cannot be read.
    ///
    /// - Parameters:
    ///   - candidate: what was read from the shape, which decides.
    ///   - position: the position.
    ///   - text: the candidate as written, whose frame goes for both.
    /// - Returns: the note that goes with the candidate.
    func disagreement(
        of candidate: Candidate, with position: SiteText.Position, _ text: CandidateText
    ) -> Note? {
        let site: Site
        do throws(SiteError) {
            site = try self.site(at: position, text)
        } catch {
            return Note(
                .positionsDisagree,
                Bilingual(
                    zh: "已按图形作答；本行另写的坐标读不出位置：\(error.message.zh)",
                    en:
                        "The shape was used; the position written beside it cannot be read: \(error.message.en)"
                ))
        }
        guard let metres = Self.distance(from: site.position.point, to: candidate.parcel.geometry),
            metres > Self.disagreement
        else { return nil }
        let (figure, zh, en) =
            metres < 1000
            ? ("\(Int(metres.rounded()))", "米", "m") : ("\((metres / 100).rounded() / 10)", "公里", "km")
        return Note(
            .positionsDisagree,
            Bilingual(
                zh: "本行另写的坐标在图形以外约 \(figure) \(zh)，已按图形作答，请核对两者是否同一地块、同一坐标系。",
                en:
                    "The position written beside the shape lies some \(figure) \(en) off it; the shape was used. Check that both are of one site and in one frame."
            ))
    }

    /// Metres from a position to the box around a shape, both in degrees; nil for one without vertices.
    private static func distance(from point: Point, to shape: Geometry) -> Double? {
        guard let box = shape.box else { return nil }
        let nearest = Point(
            x: min(max(point.x, box.lower.x), box.upper.x), y: min(max(point.y, box.lower.y), box.upper.y))
        return Geodesic().distance(point, nearest)
    }
}
