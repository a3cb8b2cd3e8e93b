import Planning
import Presenting
import Wording

extension [Layout] {
    /// The layouts meant by ids or names, in their own order.
    func named(_ wanted: [String], _ language: Language, field: String = "--layout") throws -> [Layout] {
        let names = LayoutNames(self)
        var meant: Set<String> = []
        do throws(LayoutNameError) {
            for name in wanted { meant.insert(try names.layout(named: name).id) }
        } catch {
            throw Failure(RowError(error, field: field), language, status: .usage)
        }
        return filter { meant.contains($0.id) }
    }
}
