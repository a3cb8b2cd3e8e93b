// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "jinfeng-benchmarks",
    dependencies: [
        .package(name: "jinfeng", path: ".."),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
            traits: ["ConfigurationSupport"]),
    ],
    targets: [
        .executableTarget(
            name: "bulk-kernel", dependencies: [.product(name: "Jinfeng", package: "jinfeng")],
            swiftSettings: strict),
        .executableTarget(
            name: "empty-route", dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
            swiftSettings: strict),
        .executableTarget(
            name: "assess-one", dependencies: [.product(name: "Jinfeng", package: "jinfeng")],
            swiftSettings: strict),
    ]
)
