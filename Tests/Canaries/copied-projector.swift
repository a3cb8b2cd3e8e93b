// must fail: requires that 'Projector' conform to 'Copyable'
import Projection

func needsCopyable<Value>(_ value: borrowing Value) {}

func copy(_ projector: borrowing Projector) { needsCopyable(projector) }
