// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "jinfeng-benchmarks",
    dependencies: [.package(name: "jinfeng", path: "..")],
    targets: [
        .executableTarget(
            name: "bulk-kernel",
            dependencies: [.product(name: "Jinfeng", package: "jinfeng")],
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("ExistentialAny"),
            ])
    ]
)
