internal import Mustache

/// The pages that are printed, made from the templates beside this file.
///
/// The templates are compiled in, so a page needs no file at run time; they are parsed when the first page is asked
/// for and not before. A value in a template is escaped unless it stands in three braces, which none does.
enum HTMLPages {
    /// A template that makes a whole page.
    enum Page: String, CaseIterable {
        case assessment
        case comparison
    }

    /// Renders a page.
    ///
    /// - Parameters:
    ///   - page: which.
    ///   - model: a value whose stored properties the template names; what is nil or false shows nothing.
    /// - Returns: HTML 5 that asks for no other file and runs no script.
    static func render(_ page: Page, _ model: Any) -> String {
        library.render(model, withTemplate: page.rawValue) ?? ""
    }

    private static let library: MustacheLibrary = {
        let texts = [
            "page": PackageResources.page_mustache,
            "style": PackageResources.style_mustache,
            "closing": PackageResources.closing_mustache,
            Page.assessment.rawValue: PackageResources.assessment_mustache,
            Page.comparison.rawValue: PackageResources.comparison_mustache,
        ]
        var library = MustacheLibrary()
        for (name, bytes) in texts {
            do {
                try library.register(String(decoding: bytes, as: UTF8.self), named: name)
            } catch {
                preconditionFailure(
                    "template \(name), which ships with the program, does not parse: \(error)")
            }
        }
        return library
    }()
}
