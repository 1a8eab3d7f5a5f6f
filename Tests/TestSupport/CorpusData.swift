internal import Foundation

/// The folder of the files that specs of the corpus name: `Tests/Corpus/data`.
public let corpusDataFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Corpus/data").path
