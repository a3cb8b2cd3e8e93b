import GeoJSON
import Planning
import TestSupport
import Testing
import Wording

@testable import SitingService

/// The page at `/map` and what it is made of.
@Suite struct PageRouteTests {
    /// A folder as Debian's package fills it.
    private static func leaflet(module: String = "leaflet.esm.min.js") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(module, "export const version = 1;")
        try folder.write("leaflet.css", ".leaflet-pane { position: absolute; }")
        return folder
    }

    @Test func thePageIsHTMLThatRunsNoScriptAndTakesNoStyleButItsOwn() async throws {
        let folder = try Self.leaflet()
        try await LiveService.run {
            $0.leafletFolder = folder.path
        } _: { service in
            let page = try await service.get("/map")
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.headers["referrer-policy"] == "no-referrer")
            let policy = try #require(page.headers["content-security-policy"])
            #expect(policy.contains("default-src 'self'; script-src 'self'; style-src 'self';"))
            #expect(!policy.contains("unsafe") && !policy.contains("http"))
            #expect(page.text.contains("示意图 · 未经审图 · 不作权属及审批依据"))
            #expect(
                !page.text.contains("<style") && !page.text.contains(" style=") && !page.text.contains(" on"))
        }
    }

    @Test func everyFileThePageNamesIsThereWithItsType() async throws {
        let folder = try Self.leaflet()
        try await LiveService.run {
            $0.leafletFolder = folder.path
        } _: { service in
            var waiting = [("/map", try await service.get("/map").text)]
            var seen: Set<String> = []
            while let (name, text) = waiting.popLast() {
                let links = text.matches(of: #/(?:href|src)="(map/[^"]+)"|from "([^"]+)"/#)
                for link in links {
                    let path = link.1.map { "/\($0)" } ?? link.2.map { "/map/page/\($0)" } ?? ""
                    let target = path.replacing("/page/../", with: "/").replacing("/./", with: "/")
                    guard seen.insert(target).inserted else { continue }
                    let file = try await service.get(target)
                    #expect(file.status == 200, "\(name) names \(target)")
                    let type = target.hasSuffix(".css") ? "text/css" : "text/javascript"
                    #expect(file.headers["content-type"] == "\(type); charset=utf-8", "\(target)")
                    #expect(file.headers["x-content-type-options"] == "nosniff")
                    waiting.append((target, file.text))
                }
            }
            let shipped = Set(PageFile.own.map { "/map/page/\($0.name)" })
            #expect(shipped.isSubset(of: seen), "shipped and never asked for: \(shipped.subtracting(seen))")
        }
    }

    @Test func aBrowserThatHasAFileIsNotSentItAgain() async throws {
        let folder = try Self.leaflet()
        try await LiveService.run {
            $0.leafletFolder = folder.path
        } _: { service in
            for target in ["/map", "/map/page/page.css", "/map/leaflet/leaflet.css", "/map/data"] {
                let first = try await service.get(target)
                let tag = try #require(first.headers["etag"], "\(target)")
                #expect(first.headers["cache-control"] == "no-cache")
                let again = try await service.get(target, ["If-None-Match": tag])
                #expect(again.status == 304 && again.bytes.isEmpty, "\(target)")
                let other = try await service.get(target, ["If-None-Match": "\"other\""])
                #expect(other.status == 200 && other.bytes == first.bytes, "\(target)")
            }
        }
    }

    @Test func withoutLeafletThePageSaysWhatToInstallAndTheQuestionsAreStillAnswered() async throws {
        let empty = try TemporaryFolder()
        let path = empty.path
        try await LiveService.run {
            $0.leafletFolder = empty.path
        } _: { service in
            let page = try await service.get("/map", ["Accept-Language": "zh"])
            #expect(page.status == 503)
            #expect(page.problem == "missing_leaflet")
            #expect(page.text.contains("libjs-leaflet") && page.text.contains(path))
            #expect(try await service.get("/locate?position=106.33,29.52").status == 200)
        }
    }

    @Test func leafletIsTakenUnderItsOwnNameToo() throws {
        let folder = try Self.leaflet(module: "leaflet-src.esm.js")
        #expect(Leaflet(folder: folder.path).files.map(\.name) == ["leaflet.esm.min.js", "leaflet.css"])
    }

    @Test(arguments: [
        "/map/page/../../etc/passwd", "/map/page/%2e%2e/GeoData/catalogue.json",
        "/map/leaflet/leaflet.js.map",
        "/map/page/", "/map/page/start.js/x",
    ])
    func noOtherFileIsServed(target: String) async throws {
        let reply = try await LiveService.run { try await $0.get(target) }
        #expect(reply.status == 404)
        #expect(reply.problem == "not_found")
    }

    @Test func theBaseMapOpensThePolicyForItsHostsAlone() {
        let open = PageRoutes.policy(.tianditu(key: "abc"))
        #expect(open.contains("img-src 'self' data: https://t0.tianditu.gov.cn https://t1.tianditu.gov.cn"))
        #expect(open.contains("script-src 'self';") && open.contains("connect-src 'self';"))
        #expect(!open.contains("abc"), "the key is no part of the policy")
        let own = PageRoutes.policy(.tiles("https://tiles.example.cn:8443/a/{z}/{x}/{y}.png", .gcj02))
        #expect(own.contains("img-src 'self' data: https://tiles.example.cn:8443;"))
    }

    @Test func theMapIsToldOfTheBaseMapAndItsDatum() async throws {
        let folder = try Self.leaflet()
        try await LiveService.run {
            $0.leafletFolder = folder.path
            $0.baseMap = .tiles("https://tiles.example.cn/{z}/{x}/{y}.png", .gcj02)
        } _: { service in
            let page = try await service.get("/map")
            #expect(page.headers["referrer-policy"] == "strict-origin")
            let data = try await service.get("/map/data").json()
            #expect(data["base_map"]?["datum"] == "gcj02")
        }
    }

    /// What is no address of tiles, or would say more in the content policy than a host.
    @Test(arguments: [
        "ftp://a/{z}/{x}/{y}", "https://a/{z}/{x}", "https://a;script-src *//{z}/{x}/{y}",
        "https://a b/{z}/{x}/{y}", "https:///{z}/{x}/{y}", "https://u@a/{z}/{x}/{y}", "{z}{x}{y}",
        "https://a,b/{z}/{x}/{y}",
    ])
    func aWrongAddressOfTilesIsRefused(template: String) async throws {
        #expect(!BaseMap.isTemplate(template))
        await #expect(throws: SettingError.self) {
            try await ServiceSettings.read(flags: ["basemap-url": template], file: nil)
        }
    }

    @Test func settingsOfTheBaseMapAreRead() async throws {
        let none = try await ServiceSettings.read(flags: [:], file: nil)
        #expect(none.baseMap == nil, "off unless told")
        let key = try await ServiceSettings.read(flags: ["tianditu-key": "a1b2"], file: nil)
        #expect(key.baseMap == .tianditu(key: "a1b2") && key.baseMap?.datum == .cgcs2000)
        let tiles = try await ServiceSettings.read(
            flags: ["basemap-url": "http://localhost/{z}/{x}/{y}", "basemap-datum": "gcj02"], file: nil)
        #expect(tiles.baseMap?.datum == .gcj02)
        await #expect(throws: SettingError.self) {
            try await ServiceSettings.read(flags: ["basemap-datum": "bd09"], file: nil)
        }
        do {
            _ = try await ServiceSettings.read(flags: ["tianditu-key": "geheim'"], file: nil)
            Issue.record("a quote in a key")
        } catch {
            #expect(!error.message.en.contains("geheim"), "the key is repeated")
        }
    }

    @Test func theMapShowsEveryLocatedZoneOfEveryPlanAndNamesTheOthers() async throws {
        let folder = try Self.leaflet()
        try await LiveService.run {
            $0.leafletFolder = folder.path
        } _: { service in
            let data = try await service.get("/map/data").json()
            let layouts = try #require(data["layouts"]?.elements)
            #expect(layouts.count == 3)
            let catalogue = try LiveService.data.get().catalogue
            for layout in layouts {
                let id = try #require(layout["id"]?.stringValue)
                let zones = try #require(catalogue.layout(id)?.edition(validOn: .today())).zones
                let drawn = try #require(layout["zones"]?.elements).compactMap { $0["id"]?.stringValue }
                #expect(Set(drawn) == Set(zones.filter { $0.geometry != nil }.map(\.id)))
                let unlocated = try #require(layout["unlocated"]?.elements)
                #expect(unlocated.allSatisfy { $0["reason"]?["zh"]?.stringValue?.isEmpty == false })
            }
            let grades = try #require(data["words"]?["grade"]?.members)
            #expect(grades["undecided"]?["zh"] == "难以判定")
        }
    }
}
