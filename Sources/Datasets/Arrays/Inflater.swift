internal import CZlib

/// What is deflated becomes what it was, as far as it is asked for: a small file that stands for a large
/// one costs no more than is wanted of it.
///
/// RFC 1951 (deflate) and RFC 1952 (gzip), by zlib.
struct Inflater: ~Copyable {
  /// How deflated bytes are wrapped.
  enum Wrapping: Int32 {
    /// Not at all, as in archives; zlib's sign for its largest window without a header.
    case none = -15
    /// With gzip's header and checksum; zlib's sign for them.
    case gzip = 31
  }

  /// What one step has come to.
  enum Step {
    /// There may be more.
    case going
    /// It was the end.
    case end
    /// The bytes mean nothing.
    case damaged
  }

  /// The most bytes that one deflated byte can stand for: 258 for every two bits.
  static let largestRatio = 1032

  /// On the heap, as zlib points back to it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Begins.
  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inflateInit2_(
      stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib is of another version, or there is no memory for it")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins again, for what is deflated on its own behind an end.
  func restart() { inflateReset(stream) }

  /// Inflates some bytes as far as there is room.
  ///
  /// - Parameters:
  ///   - input: the bytes, from `used` on, which is moved behind those that are done with.
  ///   - output: takes what they were from `filled` on, which is moved behind it.
  func step(
    _ input: inout [UInt8], used: inout Int, into output: inout [UInt8], filled: inout Int
  ) -> Step {
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress.map { $0 + used }
        stream.pointee.avail_in = UInt32(clamping: input.count - used)
        stream.pointee.next_out = output.baseAddress.map { $0 + filled }
        stream.pointee.avail_out = UInt32(clamping: output.count - filled)
        let room = (stream.pointee.avail_in, stream.pointee.avail_out)
        let status = inflate(stream, Z_NO_FLUSH)
        used += Int(room.0 - stream.pointee.avail_in)
        filled += Int(room.1 - stream.pointee.avail_out)
        return status
      }
    }
    return switch status {
    // There was nothing to do, for want of input or of room.
    case Z_OK, Z_BUF_ERROR: .going
    case Z_STREAM_END: .end
    case _: .damaged
    }
  }
}
