extension BulkLocator {
    /// Answers arrays with several tasks, each a run of the positions.
    ///
    /// - Parameters:
    ///   - longitudes: of each position, degrees.
    ///   - latitudes: of each position, as many.
    ///   - tasks: how many runs; the answers do not depend on it.
    ///   - alsoPossible: whether the zones that do not cover a position but may hold it are listed as well.
    /// - Returns: the answers of each run, in order.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func answers(
        longitudes: [Double], latitudes: [Double], tasks: Int, alsoPossible: Bool = true
    ) async throws(LocatorError) -> [BulkAnswers] {
        precondition(longitudes.count == latitudes.count && tasks > 0)
        let results = await withTaskGroup(of: (Int, Result<BulkAnswers, LocatorError>).self) { group in
            for task in 0..<tasks {
                let run = longitudes.count * task / tasks..<longitudes.count * (task + 1) / tasks
                group.addTask {
                    var answers = BulkAnswers()
                    do throws(LocatorError) {
                        try locate(
                            longitudes: longitudes.span.extracting(run),
                            latitudes: latitudes.span.extracting(run),
                            into: &answers, alsoPossible: alsoPossible)
                        return (task, .success(answers))
                    } catch {
                        return (task, .failure(error))
                    }
                }
            }
            var results: [(Int, Result<BulkAnswers, LocatorError>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var answers: [BulkAnswers] = []
        for result in results { answers.append(try result.get()) }
        return answers
    }
}
