internal import Presenting
internal import Wording

extension Problem {
    /// Does what may fail in the ways our rooms fail, and tells it as a problem.
    ///
    /// - Throws: ``Problem``; a mistake of ours as such.
    static func told<Value: ~Copyable>(_ work: () throws -> Value) throws(Problem) -> Value {
        do {
            return try work()
        } catch let problem as Problem {
            throw problem
        } catch let error as RowError {
            throw Problem(error)
        } catch let error as any ExplainedError {
            throw Problem(error)
        } catch {
            throw Problem.internal
        }
    }
}
