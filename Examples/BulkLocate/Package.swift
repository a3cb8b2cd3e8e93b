// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "bulk-locate",
    dependencies: [.package(name: "jinfeng", path: "../..")],
    targets: [
        .executableTarget(
            name: "bulk-locate", dependencies: [.product(name: "Jinfeng", package: "jinfeng")],
            path: "Sources")
    ])
