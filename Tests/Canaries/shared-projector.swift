// must fail: conformance of 'Projector' to 'Sendable' is unavailable
import Projection

func needsSendable<Value: Sendable & ~Copyable>(_ value: borrowing Value) {}

func share(_ projector: borrowing Projector) { needsSendable(projector) }
