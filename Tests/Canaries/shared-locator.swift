// must fail: conformance of 'Locator' to 'Sendable' is unavailable
import Siting

func needsSendable<Value: Sendable & ~Copyable>(_ value: borrowing Value) {}

func share(_ locator: borrowing Locator) { needsSendable(locator) }
