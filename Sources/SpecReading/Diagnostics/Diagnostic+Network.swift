internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with the layers, and with the file of their initial weights.
extension Diagnostic {
  /// What a problem is called, and how it is mended.
  static func text(_ problem: NetworkProblem) -> Wording {
    switch problem {
    case .inputsDiffer(let written, let data):
      (
        "the first layer has \(counted(written, "input")), but the data has \(data)",
        "write \(data), or `auto`"
      )
    case .outputsDiffer(let written, let needed, let task):
      (
        "the last layer has \(counted(written, "output")), but the targets need \(needed)",
        "the task is \(task.name)\(task == .multiclass ? ", and classes count from 0" : "");"
          + " write \(needed), or `auto`"
      )
    case .autoForHiddenLayer:
      (
        "a hidden layer cannot be `auto`",
        "only the first and the last layer's sizes are known from the data"
      )
    case .settingsOfEndLayer(let isFirst):
      (
        "the \(isFirst ? "first" : "last") layer cannot have settings, as it is no hidden layer",
        isFirst
          ? "write its size alone, or `auto`: it is the inputs"
          : "write its size alone, or `auto`; its function is output_activation"
      )
    case .activationMissing:
      (
        "the spec does not give \"activation\", which a network with hidden layers needs",
        "such as \"activation: tanh\""
      )
    case .batchNormOfOneRow:
      (
        "a batch norm needs batches of several rows, and here they have one",
        "write a larger batch_size, or norm: layer"
      )
    case .weightsUnreadable(let path, let reason):
      (
        "cannot read the weights in \(quoted(path)): \(reason)",
        "it must be a safetensors file, and paths count from the folder of the spec"
      )
    case .weightsChanged(let digest, let written):
      (
        "the file of weights has the digest \(quoted(digest)), not \(quoted(written))",
        "it is not the file that was meant; without `digest` any file will do"
      )
    case .tensorMissing(let name, let shape):
      ("the file of weights has no tensor \(quoted(name))", "the layers need it, of shape \(shape)")
    case .tensorUnknown(let name):
      (
        "the layers have no place for the tensor \(quoted(name)) of the file of weights",
        "its tensors must be those of the layers, named layers.0.weight, layers.0.bias and so on"
      )
    case .tensorShapeDiffers(let name, let found, let needed):
      (
        "the tensor \(quoted(name)) of the file of weights has the shape \(found),"
          + " but the layers need \(needed)", "the file must be of the layers of the spec"
      )
    }
  }
}
