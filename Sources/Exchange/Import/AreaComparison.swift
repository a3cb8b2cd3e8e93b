import PlanarGeometry
import Projection
import Wording

/// The area a file states for a zone, held against its outline.
enum AreaComparison {
    /// What to say where it is more than 1 % off, be it in m², hectares or km²; nil where it is not, or none is stated.
    static func difference(
        of candidates: [ImportCandidate], _ id: String, _ geometry: Geometry?
    ) -> Note? {
        let stated = candidates.compactMap { $0.texts[.area].flatMap(Double.init) }
        guard stated.count == candidates.count, let polygons = geometry?.polygons, !polygons.isEmpty else {
            return nil
        }
        let sum = stated.reduce(0, +)
        let area = Geodesic().area(of: polygons)
        guard sum > 0, ![1, 1e4, 1e6].contains(where: { abs(sum * $0 / area - 1) <= 0.01 }) else {
            return nil
        }
        return Note(
            code: "stated_area_differs",
            text: Bilingual(
                zh: "\(id)：文件所载面积 \(sum)，图形面积 \(Int(area.rounded())) m²，按平方米、公顷、平方公里均相差1%以上。",
                en:
                    "\(id): the file states an area of \(sum), its outline has \(Int(area.rounded())) m²: more than 1 % apart as m², hectares or km²."
            ))
    }
}
