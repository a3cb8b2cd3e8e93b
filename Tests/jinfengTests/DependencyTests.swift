import Foundation
import GeoJSON
import TestSupport
import Testing

/// Who links containment alone gets neither GDAL nor Cairo, and the command starts without both.
@Suite struct DependencyTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func theContainmentProductReachesNeitherGDALNorCairo() throws {
        let run = try folder.shell(
            "PATH=$PATH:'\(ProcessInfo.processInfo.environment["PATH"] ?? "")'; swift package --package-path '\(Repository.root)' --scratch-path '\(folder.path)/scratch' dump-package"
        )
        let package = try JSONValue(parsing: Array(run.text.utf8))
        var imports: [String: [String]] = [:]
        for target in package.members?["targets"]?.elements ?? [] {
            let names = (target.members?["dependencies"]?.elements ?? []).compactMap { dependency in
                dependency.members?.members.compactMap { $0.value.elements?.first?.stringValue }.first
            }
            imports[target.members?["name"]?.stringValue ?? ""] = names
        }
        let product = try #require(
            package.members?["products"]?.elements?.first {
                $0.members?["name"]?.stringValue == "Jinfeng"
            })
        var open = (product.members?["targets"]?.elements ?? []).compactMap(\.stringValue)
        #expect(open.contains("Siting"))
        var reached: Set<String> = []
        while let target = open.popLast() {
            guard reached.insert(target).inserted else { continue }
            open += imports[target] ?? []
        }
        #expect(reached.contains("CGEOS"))
        #expect(reached.isDisjoint(with: ["CGDAL", "CPangoCairo", "Exchange", "MapDrawing", "Hummingbird"]))
    }

    /// The compiled rooms themselves: no name of either library is left to be resolved.
    @Test(arguments: ["Siting", "Planning", "Topology", "Projection", "Presenting", "Intake"])
    func theCompiledRoomsAskForNoneOfTheirNames(_ room: String) throws {
        let objects = try folder.shell(
            "nm --undefined-only \"$(dirname \"$(command -v jinfeng)\")\"/\(room).build/*.o | grep -cE ' U (GDAL|OGR_|OSR|cairo_|pango_)' || true"
        )
        #expect(objects.text == "0\n", "\(objects.text)")
        let any = try folder.shell(
            "nm --undefined-only \"$(dirname \"$(command -v jinfeng)\")\"/\(room).build/*.o | grep -c ' U '")
        #expect(any.text != "0\n")
    }

    /// Their 140 shared libraries would be mapped at every start.
    @Test func theCommandIsLinkedToNeither() throws {
        let needed = try folder.shell("ldd $(command -v jinfeng)")
        #expect(needed.text.contains("libgeos_c"))
        for library in ["libgdal", "libcairo", "libpango", "libglib"] {
            #expect(!needed.text.contains(library))
        }
    }
}
