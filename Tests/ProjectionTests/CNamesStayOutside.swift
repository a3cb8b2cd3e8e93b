import PlanarGeometry
import Projection
import Testing

// A compile-only canary. Were PROJ's C names visible to whoever imports Projection, `proj_torad(1)` below would be
// ambiguous between this function and C's `double proj_torad(double)`, and this file would no longer compile.
// (Tried: with the C module imported it does not.)
private func proj_torad(_ degrees: Double) -> String { "ours" }

private func isCopyable<T: ~Copyable>(_: T.Type) -> Bool { false }
private func isCopyable<T>(_: T.Type) -> Bool { true }
private func isSendable<T: ~Copyable>(_: T.Type) -> Bool { false }
private func isSendable<T: ~Copyable & Sendable>(_: T.Type) -> Bool { true }

@Suite struct CNamesStayOutside {
    @Test func noNameOfPROJIsInScope() {
        let answer = proj_torad(1)
        #expect(answer == "ours")
    }

    @Test func aProjectorHasOneOwner() {
        #expect(!isCopyable(Projector.self) && !isCopyable(LocalMetricFrame.self))
        #expect(isCopyable(Geodesic.self))
        #expect(!isSendable(Projector.self) && !isSendable(LocalMetricFrame.self))
    }

    @Test func whatIsAValueMayBeSent() {
        #expect(
            isSendable(Geodesic.self) && isSendable(ReferenceFrame.self) && isSendable(ArrivedPosition.self))
    }
}
