import Glibc
import Planning
import Wording

/// Finds the GeoData folder: the option, the environment, beside the installed program, or here.
enum GeoDataSearch {
    /// The folder `--geodata` named, or the first place where one is found.
    static func folder(option: String?) throws(GeoDataError) -> GeoDataFolder {
        if let option { return GeoDataFolder(path: option) }
        if let path = environment("JINFENG_GEODATA"), !path.isEmpty { return GeoDataFolder(path: path) }
        let candidates = places
        guard let found = candidates.first(where: { access("\($0)/catalogue.json", R_OK) == 0 }) else {
            throw GeoDataError.unreadable(
                file: candidates.map { "\($0)/catalogue.json" }.joined(separator: ", "),
                reason: SystemReason(errno))
        }
        return GeoDataFolder(path: found)
    }

    /// The path of the folder that answers where none is named, symbolic links followed; `GeoData` where there is none.
    static var inUse: String {
        guard let path = try? folder(option: nil).path else { return "GeoData" }
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static var places: [String] {
        let folder = executableFolder
        return ["\(folder)/../share/jinfeng/GeoData", "\(folder)/GeoData", "./GeoData"]
    }

    /// The folder of the program itself, symbolic links followed.
    static var executableFolder: String {
        guard let real = realpath("/proc/self/exe", nil) else { return "." }
        defer { free(real) }
        let path = String(cString: real)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

extension String {
    /// As a shell takes it in one piece.
    var shellQuoted: String {
        let isPlain = allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
        return isPlain
            ? self
            : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
