import Planning
import Validation
import Wording

/// The layout, the edition and the days of an import, settled before anything is read.
struct EditionTerms {
    /// The layout as it is; for a control line that is new, as it will be.
    let layout: Layout
    /// The edition whose zones, sentences and relations are taken over; nil for a control line.
    let base: Edition?
    /// The new edition's id.
    let edition: String
    /// The first day it is no longer valid: another one begins.
    let validTo: CalendarDate?
    /// Editions that end on the day the new one begins.
    let superseded: [Edition]
    /// The edition that is replaced.
    let replaced: Edition?
    /// Why the edition could not be put in place, found in a rehearsal, which goes on.
    let conflict: ExchangeError?
    let control: ControlLine?

    init(_ request: ImportRequest, _ catalogue: Catalogue) throws(ExchangeError) {
        let found = catalogue.layout(request.target.layout)
        if case .control(let preset) = request.target {
            control = preset
            layout = found ?? Layout(control: preset.layout, name: preset.name)
        } else {
            control = nil
            guard let found else { throw .noSuchLayout(request.target.layout, catalogue.layouts.map(\.id)) }
            layout = found
        }
        let edition = request.edition ?? "\(request.validFrom)-imported"
        try Self.check(edition)
        self.edition = edition
        replaced = layout.editions.first { $0.id == edition }
        let isTaken = replaced != nil && !request.replacing
        conflict = isTaken ? .editionExists(edition, of: layout.id) : nil
        if let conflict, !request.isRehearsal { throw conflict }
        let others = layout.editions.filter { $0.id != edition }
        let day = request.validFrom
        validTo = others.map(\.validFrom).filter { $0 > day }.min()
        // Neither the day it begins nor the one it is recorded would tell the two apart.
        if let twin = others.first(where: { $0.validFrom == day && $0.recordedOn == request.today }) {
            throw .sameDay(twin, of: layout.id)
        }
        let ending = replaced?.validFrom
        superseded = others.filter { other in
            guard other.validFrom < day else { return false }
            guard let end = other.validTo else { return true }
            return end > day || end == ending
        }
        let newest = { (one: Edition, other: Edition) in
            (one.recordedOn, one.validFrom) < (other.recordedOn, other.validFrom)
        }
        base =
            control != nil
            ? nil
            : others.filter { $0.isValid(on: day) }.max(by: newest) ?? superseded.max(by: newest)
                ?? others.max(by: newest)
        try Self.check(request, catalogue)
    }

    /// An id is a folder's name, and one that ends in “schematic” would be held to the rules for drawings of ours.
    private static func check(_ id: String) throws(ExchangeError) {
        let isName = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isName, (1...64).contains(id.utf8.count), !id.hasPrefix("-") else {
            throw .badValue(
                "--edition", id,
                Bilingual(
                    zh: "只能用小写字母、数字和连字符，至多64个", en: "use lower-case letters, digits and hyphens, at most 64"))
        }
        guard !id.hasSuffix("schematic") else {
            throw .badValue(
                "--edition", id,
                Bilingual(
                    zh: "以 schematic 结尾的名称留给示意版", en: "names that end in schematic are for drawings of ours"))
        }
    }

    private static func check(_ request: ImportRequest, _ catalogue: Catalogue) throws(ExchangeError) {
        if let accuracy = request.accuracy, !(accuracy.isFinite && accuracy > 0) {
            throw .badValue("--accuracy", "\(accuracy)", Bilingual(zh: "应大于0", en: "it is above 0"))
        }
        if case .control = request.target, request.planPeriod == nil {
            throw .unsaid(
                "--plan-period",
                Bilingual(zh: "控制线须注明规划期", en: "a control line says which years it plans for"),
                Bilingual(zh: "如 --plan-period 2021-2035。", en: "Such as --plan-period 2021-2035."))
        }
        if request.newZones, request.planPeriod == nil {
            throw .unsaid(
                "--plan-period", Bilingual(zh: "新单元须注明规划期", en: "new zones say which years they plan for"),
                Bilingual(zh: "如 --plan-period 2021-2035。", en: "Such as --plan-period 2021-2035."))
        }
        let rules = Rule.all.map(\.id)
        for rule in request.accepted where !rules.contains(rule) || !EditionOrigin.canAccept(rule) {
            let list = rules.filter(EditionOrigin.canAccept).joined(separator: ", ")
            throw .badValue(
                "--accept", rule, Bilingual(zh: "可接受的规则只有 \(list)", en: "only these may be accepted: \(list)")
            )
        }
        let context = catalogue.context?.editions.flatMap(\.zones).map(\.id) ?? []
        for zone in request.coverage where !context.contains(zone) {
            throw .badValue(
                "--coverage", zone, Bilingual(zh: "相关地理要素（context）中没有它", en: "the context has no such zone"))
        }
    }
}

extension ExchangeError {
    fileprivate static func noSuchLayout(_ id: String, _ ids: [String]) -> ExchangeError {
        ExchangeError(
            .usage, "unknown_id",
            Bilingual(zh: "没有空间格局“\(id.quotable)”。", en: "There is no layout \(id.quoted)."),
            remedy: Bilingual(
                zh: "可选：\(ids.joined(separator: "、"))。", en: "Choose from: \(ids.joined(separator: ", "))."))
    }
}
