internal import GeoJSON
internal import MapDrawing
internal import Planning

extension QuestionDesk {
    /// What the page's map shows on a day, drafted once a day.
    func mapData(on day: CalendarDate) async throws -> PageFile {
        if let kept = kept(on: day) { return kept }
        let content = MapData(data: data, day: day, baseMap: settings.baseMap)
        let bytes = try await assessing.ask(on: day) { _, _ throws(Problem) -> [UInt8] in
            do throws(MapError) {
                return JSONWriter(.compact).bytes(try content.json())
            } catch {
                throw Problem(error)
            }
        }
        let file = PageFile("data", .json, bytes)
        keep(file, of: day)
        return file
    }
}
