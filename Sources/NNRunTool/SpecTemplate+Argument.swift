public import ArgumentParser
public import SpecReading

extension SpecTemplate: ExpressibleByArgument {}
