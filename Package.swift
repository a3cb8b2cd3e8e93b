// swift-tools-version: 6.2
import PackageDescription

/// Language mode 6 comes with the tools version; the rest is ours, for every target.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: a C name never leaks into a user's scope
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .treatAllWarnings(as: .error),
]

// The rooms that call GEOS, PROJ, GDAL, Pango or callers in C also mark every unsafe expression (SE-0458), so that
// `grep unsafe` counts them. Elsewhere plain memory is read unchecked in inner loops only (bulk answers, CSV).
let wrapping = strict + [.strictMemorySafety()]

/// A library room and what it may import: the arrows of the house, and no others.
func room(
    _ name: String, imports: [Target.Dependency] = [], resources: [Resource] = [],
    settings: [SwiftSetting] = strict
) -> Target {
    .target(name: name, dependencies: imports, resources: resources, swiftSettings: settings)
}

func tests(of name: String, imports: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + imports,
        resources: resources, swiftSettings: strict)
}

/// Templates of the printed pages, compiled in so that neither command nor library looks for a file at run time.
let templates = ["page", "style", "closing", "assessment", "comparison"]
    .map { Resource.embedInCode("HTML/Templates/\($0).mustache") }

/// The page at `/map`, compiled in as well.
let pageFiles = [
    "index.html", "page.css", "address.js", "answer.js", "element.js", "evidence.js", "figures.js",
    "labels.js",
    "layers.js", "map.js", "placements.js", "question.js", "service.js", "sites.js", "start.js", "words.js",
    "zones.js",
].map { Resource.embedInCode("Page/Assets/\($0)") }

let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "jinfeng",
    products: [
        .library(
            name: "Jinfeng",
            targets: [
                "Wording", "PlanarGeometry", "Topology", "Projection", "GeoJSON", "Planning", "Siting",
                "Validation", "Tables",
                "Presenting",
            ]),
        // Apart, so that whoever asks for containment alone has nothing to do with GDAL.
        .library(name: "JinfengExchange", targets: ["Exchange"]),
        // Apart from the other libraries: who asks only where a site lies links neither Pango nor Cairo.
        .library(name: "JinfengMaps", targets: ["MapDrawing"]),
        // libJinfengC.so, which `make c` links into libjinfeng.so.
        .library(name: "JinfengC", type: .dynamic, targets: ["JinfengC"]),
        .executable(name: "jinfeng", targets: ["jinfeng"]),
        .executable(name: "jinfeng-serve", targets: ["jinfeng-serve"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // Without the whole of Foundation, whose tables of ICU a service of ours never asks.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
            traits: ["ConfigurationSupport"]),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // 2.100 is the first with the mended parser of requests.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        // No system library: GDAL is loaded when a file of its formats is met, and linked to nothing.
        .target(name: "CGDAL"),
        // Nor Pango and Cairo, which are loaded when the first sheet is drawn.
        .target(name: "CPangoCairo"),

        // One inline function: the word Swift lacks for asking memory ahead.
        .systemLibrary(name: "CPrefetch"),
        // And one more: what gives memory back.
        .systemLibrary(name: "CHeap"),

        room("Wording"),
        room("PlanarGeometry"),
        room("Topology", imports: ["PlanarGeometry", "Wording", "CGEOS"], settings: wrapping),
        room("Projection", imports: ["PlanarGeometry", "Wording", "CPROJ"], settings: wrapping),
        room("GeoJSON", imports: ["PlanarGeometry", "Wording"]),
        room("Planning", imports: ["PlanarGeometry", "Wording", "GeoJSON", "Tables"]),
        room(
            "Siting",
            imports: ["Planning", "Topology", "Projection", "PlanarGeometry", "Wording", "CPrefetch"]),
        room(
            "Validation",
            imports: ["Siting", "Planning", "Topology", "Projection", "GeoJSON", "PlanarGeometry", "Wording"]),
        room("Tables", imports: ["Wording"]),
        room(
            "Exchange",
            imports: [
                "Siting", "Validation", "Planning", "Topology", "Tables", "GeoJSON", "Projection",
                "PlanarGeometry",
                "Wording", "CGDAL",
            ], settings: wrapping),
        room(
            "Presenting",
            imports: [
                "Siting", "Validation", "Planning", "GeoJSON", "Tables", "PlanarGeometry", "Wording",
                mustache,
            ], resources: templates),
        room(
            "Intake",
            imports: [
                "Presenting", "Tables", "Siting", "Planning", "GeoJSON", "Projection", "PlanarGeometry",
                "Wording",
            ]),
        room(
            "MapDrawing",
            imports: [
                "Presenting", "Siting", "Planning", "Topology", "Projection", "PlanarGeometry", "Wording",
                "CPangoCairo",
            ],
            settings: wrapping),
        room(
            "SitingService",
            imports: [
                "Exchange", "Intake", "MapDrawing", "Presenting", "Tables", "Siting", "Planning", "GeoJSON",
                "Projection", "Topology", "PlanarGeometry", "Wording", "CHeap", mustache,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], resources: pageFiles + [.embedInCode("Pages/Templates/service.mustache")]),
        // The C face: pointers of callers are taken here and nowhere else. Its header is for C, and no module of Swift's.
        .target(
            name: "JinfengC",
            dependencies: [
                "Intake", "Presenting", "Siting", "Planning", "Tables", "GeoJSON", "Projection",
                "PlanarGeometry", "Wording",
            ],
            exclude: ["include", "exports.map"], swiftSettings: wrapping),
        .executableTarget(
            name: "jinfeng",
            dependencies: [
                "Intake", "Presenting", "Exchange", "MapDrawing", "Tables", "Siting", "Validation",
                "Planning",
                "GeoJSON",
                "Projection",
                "Topology",
                "PlanarGeometry",
                "Wording", argumentParser,
            ],
            swiftSettings: strict),

        // Apart from the command, which starts 2 ms sooner without what serving takes.
        .executableTarget(
            name: "jinfeng-serve", dependencies: ["SitingService", "Presenting", "Planning", "Wording"],
            swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "Wording"),
        tests(of: "PlanarGeometry"),
        tests(of: "Topology", imports: ["PlanarGeometry"]),
        tests(of: "Projection", imports: ["PlanarGeometry", "Wording"]),
        tests(of: "GeoJSON", imports: ["PlanarGeometry", "Wording"]),
        tests(of: "Tables", imports: ["Wording"]),
        tests(of: "Planning", imports: ["PlanarGeometry", "GeoJSON", "Wording"]),
        tests(
            of: "Siting", imports: ["Planning", "PlanarGeometry", "Projection", "Topology", "Wording"],
            resources: [.copy("Fixtures")]),
        tests(
            of: "Validation",
            imports: ["Planning", "GeoJSON", "Projection", "PlanarGeometry", "Wording"]),
        tests(
            of: "Presenting",
            imports: ["Siting", "Planning", "GeoJSON", "Tables", "PlanarGeometry", "Wording"]),
        tests(
            of: "Exchange",
            imports: [
                "Siting", "Validation", "Planning", "GeoJSON", "Projection", "PlanarGeometry", "Tables",
                "Wording",
            ],
            resources: [.copy("Fixtures")]),
        tests(
            of: "MapDrawing",
            imports: ["Siting", "Planning", "Projection", "PlanarGeometry", "Wording"]),
        tests(
            of: "SitingService",
            imports: [
                "Exchange", "Presenting", "Siting", "Planning", "GeoJSON", "Wording",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests(of: "JinfengC", imports: ["Siting", "Planning", "Projection", "PlanarGeometry"]),
        tests(of: "jinfeng", imports: ["GeoJSON", "Wording"]),
    ]
)
