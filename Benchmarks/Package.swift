// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "jinfeng-benchmarks",
    dependencies: [.package(name: "jinfeng", path: "..")],
    targets: [
        .executableTarget(
            name: "bulk-kernel", dependencies: [.product(name: "Jinfeng", package: "jinfeng")],
            swiftSettings: strict),
        .executableTarget(
            name: "assess-one", dependencies: [.product(name: "Jinfeng", package: "jinfeng")],
            swiftSettings: strict),
    ]
)
