// must fail: conformance of 'PreparedArea' to 'Sendable' is unavailable
import Topology

func needsSendable<Value: Sendable & ~Copyable>(_ value: borrowing Value) {}

func share(_ area: borrowing PreparedArea) { needsSendable(area) }
