// must fail: requires that 'PreparedArea' conform to 'Copyable'
import Topology

func needsCopyable<Value>(_ value: borrowing Value) {}

func copy(_ area: borrowing PreparedArea) { needsCopyable(area) }
