import ArgumentParser
import Exchange
import Planning
import Wording

/// Whether drawings of a classified edition may be given out.
struct ClassifiedOption: ParsableArguments {
    @Flag(
        help: .both(zh: "允许输出标有密级的版次的图形", en: "Give out the drawings of a classified edition."))
    var allowClassified = false

    /// Refuses where an edition is classified and the user has not said that it may go out.
    func refuse(_ editions: [(layout: Layout, edition: Edition)], _ language: Language) throws {
        guard !allowClassified, let first = editions.first(where: { $0.edition.classification != nil }) else {
            return
        }
        throw Failure(ExchangeError.classified(first.layout, first.edition), language)
    }
}

extension [(layout: Layout, edition: Edition)] {
    /// The decimals of a degree that do for all of them.
    var decimals: Int { map(\.edition.decimals).max() ?? 5 }
}
