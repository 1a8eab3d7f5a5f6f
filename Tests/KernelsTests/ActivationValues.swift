// Written by Tests/Oracle/elementary_values.py with mpmath, at 50 digits. Not to be edited.

import Vocabulary

/// An activation and its derivative at a logit.
struct StoredActivation {
  let logit: Double
  let value: Double
  let derivative: Double

  init(_ logit: Double, _ value: Double, _ derivative: Double) {
    self.logit = logit
    self.value = value
    self.derivative = derivative
  }
}

extension Activation {
  /// The parameter that `storedValues` are of.
  var storedParameter: Double {
    switch self {
    case .leakyRelu: 0.25
    case .elu: 1.5
    case .sigmoid, .tanh, .relu, .selu, .gelu, .silu, .softplus, .softsign, .hardSigmoid, .linear:
      0
    }
  }

  var storedValues: [StoredActivation] {
    switch self {
    case .sigmoid:
      [
        StoredActivation(-0x1.ep4, 0x1.a56e0c2ac7cbfp-44, 0x1.a56e0c2ac7a09p-44),
        StoredActivation(-0x1.3p3, 0x1.39ed865c5b812p-14, 0x1.39e782819fc19p-14),
        StoredActivation(-0x1.4p2, 0x1.b69f67d638f8ep-8, 0x1.b3afe1fba5c7bp-8),
        StoredActivation(-0x1.cp1, 0x1.e040681ccad94p-6, 0x1.d22ca1c24a139p-6),
        StoredActivation(-0x1.78p1, 0x1.9c4efc9fc7ec7p-5, 0x1.878e89f3be3b2p-5),
        StoredActivation(-0x1.cp0, 0x1.2f335e8e7bfd6p-3, 0x1.02500a09f8d6ep-3),
        StoredActivation(-0x1.4749731098d47p0, 0x1.be1411405667p-3, 0x1.5cead38a7a5e4p-3),
        StoredActivation(-0x1.8p-1, 0x1.4885610b9b828p-2, 0x1.be3fbb015a592p-3),
        StoredActivation(-0x1p-1, 0x1.829a0565978dfp-2, 0x1.e149a052c16c2p-3),
        StoredActivation(-0x1p-3, 0x1.e00aa6681fcf3p-2, 0x1.fe0154944dd31p-3),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, 0x1.ffbe76c90fd99p-2, 0x1.fffff79c84472p-3),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.0020c49b78133p-1, 0x1.fffff79c84472p-3),
        StoredActivation(0x1p-4, 0x1.07ff556664ac7p-1, 0x1.ff8015525009bp-3),
        StoredActivation(0x1p-1, 0x1.3eb2fd4d34391p-1, 0x1.e149a052c16c2p-3),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.6c0192bdc382fp-1, 0x1.a4dd585ad2e2p-3),
        StoredActivation(0x1p0, 0x1.764d4f5d5a2bdp-1, 0x1.92a946fa34394p-3),
        StoredActivation(0x1.8p0, 0x1.a2991f2a97914p-1, 0x1.3173b1efa6ef5p-3),
        StoredActivation(0x1.6p1, 0x1.e13c52952723cp-1, 0x1.cea744f805278p-5),
        StoredActivation(0x1.cp1, 0x1.f0fdfcbf19a93p-1, 0x1.d22ca1c24a139p-6),
        StoredActivation(0x1.8p2, 0x1.febbe888d058p-1, 0x1.434a517bbc5f4p-9),
        StoredActivation(0x1.8p3, 0x1.ffff31d5f129ep-1, 0x1.9c5377a48b5aep-18),
      ]
    case .tanh:
      [
        StoredActivation(-0x1.ep4, -0x1p0, 0x1.5ae191a99585ap-85),
        StoredActivation(-0x1.3p3, -0x1.ffffff9fbea41p-1, 0x1.81056faa634bdp-26),
        StoredActivation(-0x1.4p2, -0x1.fff419668df11p-1, 0x1.7ccec13a9e846p-13),
        StoredActivation(-0x1.cp1, -0x1.ff112c63a9077p-1, 0x1.dd37d19b22b21p-9),
        StoredActivation(-0x1.78p1, -0x1.fd21c0f91c658p-1, 0x1.6e1845c26c8dep-7),
        StoredActivation(-0x1.cp0, -0x1.e1fbf97e33527p-1, 0x1.d22ca1c24a139p-4),
        StoredActivation(-0x1.4749731098d47p0, -0x1.b64f7f6054ad5p-1, 0x1.118bdf728169fp-2),
        StoredActivation(-0x1.8p-1, -0x1.45323e552f228p-1, 0x1.3173b1efa6ef5p-1),
        StoredActivation(-0x1p-1, -0x1.d9353d7568af3p-2, 0x1.92a946fa34394p-1),
        StoredActivation(-0x1p-3, -0x1.fd5992bc4b835p-4, 0x1.f815255e4fc16p-1),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.0624d77516ce2p-10, 0x1.ffffde721235ep-1),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.0624d77516ce2p-10, 0x1.ffffde721235ep-1),
        StoredActivation(0x1p-4, 0x1.ff55997e030d7p-5, 0x1.fe0154944dd31p-1),
        StoredActivation(0x1p-1, 0x1.d9353d7568af3p-2, 0x1.92a946fa34394p-1),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.6ebe982d6605dp-1, 0x1.f29a76f7f26e1p-2),
        StoredActivation(0x1p0, 0x1.85efab514f394p-1, 0x1.ae0dc0f990c45p-2),
        StoredActivation(0x1.8p0, 0x1.cf6f9786df577p-1, 0x1.72165282c6f72p-3),
        StoredActivation(0x1.6p1, 0x1.fbd509ae7ae3ep-1, 0x1.09a7a5dc88713p-6),
        StoredActivation(0x1.cp1, 0x1.ff112c63a9077p-1, 0x1.dd37d19b22b21p-9),
        StoredActivation(0x1.8p2, 0x1.fffe63abe253cp-1, 0x1.9c5377a48b5aep-16),
        StoredActivation(0x1.8p3, 0x1.ffffffff59f7cp-1, 0x1.4c1078fe2679fp-33),
      ]
    case .relu:
      [
        StoredActivation(-0x1.ep4, 0, 0),
        StoredActivation(-0x1.3p3, 0, 0),
        StoredActivation(-0x1.4p2, 0, 0),
        StoredActivation(-0x1.cp1, 0, 0),
        StoredActivation(-0x1.78p1, 0, 0),
        StoredActivation(-0x1.cp0, 0, 0),
        StoredActivation(-0x1.4749731098d47p0, 0, 0),
        StoredActivation(-0x1.8p-1, 0, 0),
        StoredActivation(-0x1p-1, 0, 0),
        StoredActivation(-0x1p-3, 0, 0),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, 0, 0),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.0624dd2f1a9fcp-10, 0x1p0),
        StoredActivation(0x1p-4, 0x1p-4, 0x1p0),
        StoredActivation(0x1p-1, 0x1p-1, 0x1p0),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.ccccccccccccdp-1, 0x1p0),
        StoredActivation(0x1p0, 0x1p0, 0x1p0),
        StoredActivation(0x1.8p0, 0x1.8p0, 0x1p0),
        StoredActivation(0x1.6p1, 0x1.6p1, 0x1p0),
        StoredActivation(0x1.cp1, 0x1.cp1, 0x1p0),
        StoredActivation(0x1.8p2, 0x1.8p2, 0x1p0),
        StoredActivation(0x1.8p3, 0x1.8p3, 0x1p0),
      ]
    case .leakyRelu:
      [
        StoredActivation(-0x1.ep4, -0x1.ep2, 0x1p-2),
        StoredActivation(-0x1.3p3, -0x1.3p1, 0x1p-2),
        StoredActivation(-0x1.4p2, -0x1.4p0, 0x1p-2),
        StoredActivation(-0x1.cp1, -0x1.cp-1, 0x1p-2),
        StoredActivation(-0x1.78p1, -0x1.78p-1, 0x1p-2),
        StoredActivation(-0x1.cp0, -0x1.cp-2, 0x1p-2),
        StoredActivation(-0x1.4749731098d47p0, -0x1.4749731098d47p-2, 0x1p-2),
        StoredActivation(-0x1.8p-1, -0x1.8p-3, 0x1p-2),
        StoredActivation(-0x1p-1, -0x1p-3, 0x1p-2),
        StoredActivation(-0x1p-3, -0x1p-5, 0x1p-2),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.0624dd2f1a9fcp-12, 0x1p-2),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.0624dd2f1a9fcp-10, 0x1p0),
        StoredActivation(0x1p-4, 0x1p-4, 0x1p0),
        StoredActivation(0x1p-1, 0x1p-1, 0x1p0),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.ccccccccccccdp-1, 0x1p0),
        StoredActivation(0x1p0, 0x1p0, 0x1p0),
        StoredActivation(0x1.8p0, 0x1.8p0, 0x1p0),
        StoredActivation(0x1.6p1, 0x1.6p1, 0x1p0),
        StoredActivation(0x1.cp1, 0x1.cp1, 0x1p0),
        StoredActivation(0x1.8p2, 0x1.8p2, 0x1p0),
        StoredActivation(0x1.8p3, 0x1.8p3, 0x1p0),
      ]
    case .elu:
      [
        StoredActivation(-0x1.ep4, -0x1.7fffffffffd88p0, 0x1.3c12892015f98p-43),
        StoredActivation(-0x1.3p3, -0x1.7ff8a44ac2047p0, 0x1.d6ed4f7ee57d2p-14),
        StoredActivation(-0x1.4p2, -0x1.7d69a202fec03p0, 0x1.4b2efe809fe99p-7),
        StoredActivation(-0x1.cp1, -0x1.746779f6aa204p0, 0x1.7310c12abbf8cp-5),
        StoredActivation(-0x1.78p1, -0x1.6ba614309bf03p0, 0x1.459ebcf640fd7p-4),
        StoredActivation(-0x1.cp0, -0x1.3d455385f99ebp0, 0x1.0aeab1e819856p-2),
        StoredActivation(-0x1.4749731098d47p0, -0x1.1511d206e7cp0, 0x1.abb8b7e461p-2),
        StoredActivation(-0x1.8p-1, -0x1.9538f4f0c25e1p-1, 0x1.6ac70b0f3da1fp-1),
        StoredActivation(-0x1p-1, -0x1.2e2f385589ef1p-1, 0x1.d1d0c7aa7610fp-1),
        StoredActivation(-0x1p-3, -0x1.68f83226ef337p-3, 0x1.52e0f9bb22199p0),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.8904fb2b026d1p-10, 0x1.7f9dbec1353f6p0),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.0624dd2f1a9fcp-10, 0x1p0),
        StoredActivation(0x1p-4, 0x1p-4, 0x1p0),
        StoredActivation(0x1p-1, 0x1p-1, 0x1p0),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.ccccccccccccdp-1, 0x1p0),
        StoredActivation(0x1p0, 0x1p0, 0x1p0),
        StoredActivation(0x1.8p0, 0x1.8p0, 0x1p0),
        StoredActivation(0x1.6p1, 0x1.6p1, 0x1p0),
        StoredActivation(0x1.cp1, 0x1.cp1, 0x1p0),
        StoredActivation(0x1.8p2, 0x1.8p2, 0x1p0),
        StoredActivation(0x1.8p3, 0x1.8p3, 0x1p0),
      ]
    case .selu:
      [
        StoredActivation(-0x1.ep4, -0x1.c212cc640ed4cp0, 0x1.727531cc3bf41p-43),
        StoredActivation(-0x1.3p3, -0x1.c20a2c8f733e3p0, 0x1.13fa93789b53fp-13),
        StoredActivation(-0x1.4p2, -0x1.bf0a75d29b2a2p0, 0x1.842b48b9ec7b9p-7),
        StoredActivation(-0x1.cp1, -0x1.b47b7dfec93a4p0, 0x1.b2e9cca8b91bp-5),
        StoredActivation(-0x1.78p1, -0x1.aa386d00e535ep0, 0x1.7da5f6329cd2fp-4),
        StoredActivation(-0x1.cp0, -0x1.73dcc6006af72p0, 0x1.38d8198e902fcp-2),
        StoredActivation(-0x1.4749731098d47p0, -0x1.44be726f999f2p0, 0x1.f55167d1d58fcp-2),
        StoredActivation(-0x1.8p-1, -0x1.daf2956577dbdp-1, 0x1.a9330362a62a5p-1),
        StoredActivation(-0x1p-1, -0x1.622e2112b505ap-1, 0x1.10fbbbdab4804p0),
        StoredActivation(-0x1p-3, -0x1.a7148689e3872p-3, 0x1.8d303b92d2923p0),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.cca513c33af43p-10, 0x1.c19fa31f1e345p0),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.136f5983a6fd1p-10, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1p-4, 0x1.0cfabd6a91132p-4, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1p-1, 0x1.0cfabd6a91132p-1, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.e429bb596b88ep-1, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1p0, 0x1.0cfabd6a91132p0, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1.8p0, 0x1.93781c1fd99cbp0, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1.6p1, 0x1.71d8c472877a5p1, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1.cp1, 0x1.d6b6cb7a7de18p1, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1.8p2, 0x1.93781c1fd99cbp2, 0x1.0cfabd6a91132p0),
        StoredActivation(0x1.8p3, 0x1.93781c1fd99cbp3, 0x1.0cfabd6a91132p0),
      ]
    case .gelu:
      [
        StoredActivation(-0x1.ep4, -0x1.601c52358b95dp-651, 0),
        StoredActivation(-0x1.3p3, -0x1.78a5e2c4d5889p-67, -0x1.bf2a50de13215p-64),
        StoredActivation(-0x1.4p2, -0x1.80bcbae98063dp-20, -0x1.df9f98eda090cp-18),
        StoredActivation(-0x1.cp1, -0x1.aae0500608e1ap-11, -0x1.71da90df3717ep-9),
        StoredActivation(-0x1.78p1, -0x1.3e7b7e1613441p-8, -0x1.cb5ab8148c2f3p-7),
        StoredActivation(-0x1.cp0, -0x1.1f24df91cac01p-4, -0x1.c65a7ff2bbb5ep-4),
        StoredActivation(-0x1.4749731098d47p0, -0x1.07403898e8fdbp-3, -0x1.fed3fae69930fp-4),
        StoredActivation(-0x1.8p-1, -0x1.5c19804106bbap-3, 0x1.95f1de76c2ee1p-11),
        StoredActivation(-0x1p-1, -0x1.3bf143b9aa712p-3, 0x1.0f5eb7514c778p-3),
        StoredActivation(-0x1p-3, -0x1.cd116c3bf96a6p-5, 0x1.9a669d0bff8fcp-2),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.05ef51a247abp-11, 0x1.ff2ed6e430ceep-2),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.065a68bbed948p-11, 0x1.0068948de7989p-1),
        StoredActivation(0x1p-4, 0x1.0cc2023b25766p-5, 0x1.197fc45c02e23p-1),
        StoredActivation(0x1p-1, 0x1.62075e232ac77p-2, 0x1.bc28522bace22p-1),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.77fc2f22d931ap-1, 0x1.0e2fc842c65b7p0),
        StoredActivation(0x1p0, 0x1.aec4bd120d37dp-1, 0x1.155429a56cca6p0),
        StoredActivation(0x1.8p0, 0x1.665895bb1e942p0, 0x1.20a1d22be013ap0),
        StoredActivation(0x1.6p1, 0x1.5ef37cd1bd2d6p1, 0x1.05a398b09d286p0),
        StoredActivation(0x1.cp1, 0x1.bfe551faff9f7p1, 0x1.00b8ed486f9b9p0),
        StoredActivation(0x1.8p2, 0x1.7ffffff9a4da6p2, 0x1.0000009856423p0),
        StoredActivation(0x1.8p3, 0x1.8p3, 0x1p0),
      ]
    case .silu:
      [
        StoredActivation(-0x1.ep4, -0x1.8b172b681b4f3p-39, -0x1.7debbb06c4e83p-39),
        StoredActivation(-0x1.3p3, -0x1.74ca0f8daca96p-11, -0x1.4d853a2e6245bp-11),
        StoredActivation(-0x1.4p2, -0x1.1223a0e5e39b9p-5, -0x1.b2f4008500fb7p-6),
        StoredActivation(-0x1.cp1, -0x1.a4385b19317e1p-4, -0x1.1fd6f382ce1adp-4),
        StoredActivation(-0x1.78p1, -0x1.2eca018556d1ap-3, -0x1.70f1dc4e1b70ap-4),
        StoredActivation(-0x1.cp0, -0x1.094cf2bcac7dbp-2, -0x1.29b16605eef54p-4),
        StoredActivation(-0x1.4749731098d47p0, -0x1.1d25cf210482ap-2, 0x1.40059a5287fa5p-27),
        StoredActivation(-0x1.8p-1, -0x1.ecc811916943cp-3, 0x1.425af5d633423p-3),
        StoredActivation(-0x1p-1, -0x1.829a0565978dfp-3, 0x1.0a479d50e732ep-2),
        StoredActivation(-0x1p-3, -0x1.e00aa6681fcf3p-5, 0x1.c02a911edaf2p-2),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.06034f40081d8p-11, 0x1.ff7ced92d6f3bp-2),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.06466b1e2d22p-11, 0x1.0041893694863p-1),
        StoredActivation(0x1p-4, 0x1.07ff556664ac7p-5, 0x1.0ffd55bbadecap-1),
        StoredActivation(0x1p-1, 0x1.3eb2fd4d34391p-2, 0x1.7adc31578c669p-1),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.479b04112ff5dp-1, 0x1.cab36038995c3p-1),
        StoredActivation(0x1p0, 0x1.764d4f5d5a2bdp-1, 0x1.daf7a11be73a2p-1),
        StoredActivation(0x1.8p0, 0x1.39f2d75ff1acfp0, 0x1.0a9240f23b158p0),
        StoredActivation(0x1.6p1, 0x1.4ad978c68ae89p1, 0x1.18608937e4034p0),
        StoredActivation(0x1.cp1, 0x1.b2de3d2736741p1, 0x1.11fd6f382ce1bp0),
        StoredActivation(0x1.8p2, 0x1.7f0cee669c42p2, 0x1.0327d338db612p0),
        StoredActivation(0x1.8p3, 0x1.7fff656074df6p3, 0x1.00046de55f829p0),
      ]
    case .softplus:
      [
        StoredActivation(-0x1.ep4, 0x1.a56e0c2ac7e1ap-44, 0x1.a56e0c2ac7cbfp-44),
        StoredActivation(-0x1.3p3, 0x1.39f088538f3eap-14, 0x1.39ed865c5b812p-14),
        StoredActivation(-0x1.4p2, 0x1.b818da245a728p-8, 0x1.b69f67d638f8ep-8),
        StoredActivation(-0x1.cp1, 0x1.e76e4c617c898p-6, 0x1.e040681ccad94p-6),
        StoredActivation(-0x1.78p1, 0x1.a70bd7c24d59dp-5, 0x1.9c4efc9fc7ec7p-5),
        StoredActivation(-0x1.cp0, 0x1.4823997149a9fp-3, 0x1.2f335e8e7bfd6p-3),
        StoredActivation(-0x1.4749731098d47p0, 0x1.f71c7b0986275p-3, 0x1.be1411405667p-3),
        StoredActivation(-0x1.8p-1, 0x1.8c27e9bc22ee1p-2, 0x1.4885610b9b828p-2),
        StoredActivation(-0x1p-1, 0x1.e5746fdb5c064p-2, 0x1.829a0565978dfp-2),
        StoredActivation(-0x1p-3, 0x1.43e4055056374p-1, 0x1.e00aa6681fcf3p-2),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, 0x1.62a2aaea15bd9p-1, 0x1.ffbe76c90fd99p-2),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.6325bd58ad4aep-1, 0x1.0020c49b78133p-1),
        StoredActivation(0x1p-4, 0x1.73242d452673bp-1, 0x1.07ff556664ac7p-1),
        StoredActivation(0x1p-1, 0x1.f2ba37edae032p-1, 0x1.3eb2fd4d34391p-1),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.3dbc42a5472aep0, 0x1.6c0192bdc382fp-1),
        StoredActivation(0x1p0, 0x1.5031eafefb049p0, 0x1.764d4f5d5a2bdp-1),
        StoredActivation(0x1.8p0, 0x1.b38fd211ea842p0, 0x1.a2991f2a97914p-1),
        StoredActivation(0x1.6p1, 0x1.67ee8dd017217p1, 0x1.e13c52952723cp-1),
        StoredActivation(0x1.cp1, 0x1.c3cedc98c2f91p1, 0x1.f0fdfcbf19a93p-1),
        StoredActivation(0x1.8p2, 0x1.80288fc6ace96p2, 0x1.febbe888d058p-1),
        StoredActivation(0x1.8p3, 0x1.80000ce2a3858p3, 0x1.ffff31d5f129ep-1),
      ]
    case .softsign:
      [
        StoredActivation(-0x1.ep4, -0x1.ef7bdef7bdef8p-1, 0x1.10c8531d0952ep-10),
        StoredActivation(-0x1.3p3, -0x1.cf3cf3cf3cf3dp-1, 0x1.293725bb804a5p-7),
        StoredActivation(-0x1.4p2, -0x1.aaaaaaaaaaaabp-1, 0x1.c71c71c71c71cp-6),
        StoredActivation(-0x1.cp1, -0x1.8e38e38e38e39p-1, 0x1.948b0fcd6e9ep-5),
        StoredActivation(-0x1.78p1, -0x1.7df7df7df7df8p-1, 0x1.0831051872093p-4),
        StoredActivation(-0x1.cp0, -0x1.45d1745d1745dp-1, 0x1.0ecf56be69c9p-3),
        StoredActivation(-0x1.4749731098d47p0, -0x1.1f4989e4de576p-1, 0x1.8a7fa1773feffp-3),
        StoredActivation(-0x1.8p-1, -0x1.b6db6db6db6dbp-2, 0x1.4e5e0a72f0539p-2),
        StoredActivation(-0x1p-1, -0x1.5555555555555p-2, 0x1.c71c71c71c71cp-2),
        StoredActivation(-0x1p-3, -0x1.c71c71c71c71cp-4, 0x1.948b0fcd6e9ep-1),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.05e1d27a3ee9cp-10, 0x1.fefa3faa4d8d3p-1),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.05e1d27a3ee9cp-10, 0x1.fefa3faa4d8d3p-1),
        StoredActivation(0x1p-4, 0x1.e1e1e1e1e1e1ep-5, 0x1.c5894d10d4986p-1),
        StoredActivation(0x1p-1, 0x1.5555555555555p-2, 0x1.c71c71c71c71cp-2),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.e50d79435e50ep-2, 0x1.1ba81104f6c8p-2),
        StoredActivation(0x1p0, 0x1p-1, 0x1p-2),
        StoredActivation(0x1.8p0, 0x1.3333333333333p-1, 0x1.47ae147ae147bp-3),
        StoredActivation(0x1.6p1, 0x1.7777777777777p-1, 0x1.23456789abcdfp-4),
        StoredActivation(0x1.cp1, 0x1.8e38e38e38e39p-1, 0x1.948b0fcd6e9ep-5),
        StoredActivation(0x1.8p2, 0x1.b6db6db6db6dbp-1, 0x1.4e5e0a72f0539p-6),
        StoredActivation(0x1.8p3, 0x1.d89d89d89d89ep-1, 0x1.83c977ab2beddp-8),
      ]
    case .hardSigmoid:
      [
        StoredActivation(-0x1.ep4, 0, 0),
        StoredActivation(-0x1.3p3, 0, 0),
        StoredActivation(-0x1.4p2, 0, 0),
        StoredActivation(-0x1.cp1, 0, 0),
        StoredActivation(-0x1.78p1, 0x1.5555555555555p-7, 0x1.5555555555555p-3),
        StoredActivation(-0x1.cp0, 0x1.aaaaaaaaaaaabp-3, 0x1.5555555555555p-3),
        StoredActivation(-0x1.4749731098d47p0, 0x1.25cf089f9a1d1p-2, 0x1.5555555555555p-3),
        StoredActivation(-0x1.8p-1, 0x1.8p-2, 0x1.5555555555555p-3),
        StoredActivation(-0x1p-1, 0x1.aaaaaaaaaaaabp-2, 0x1.5555555555555p-3),
        StoredActivation(-0x1p-3, 0x1.eaaaaaaaaaaabp-2, 0x1.5555555555555p-3),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, 0x1.ffd44f3078264p-2, 0x1.5555555555555p-3),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.0015d867c3ecep-1, 0x1.5555555555555p-3),
        StoredActivation(0x1p-4, 0x1.0555555555555p-1, 0x1.5555555555555p-3),
        StoredActivation(0x1p-1, 0x1.2aaaaaaaaaaabp-1, 0x1.5555555555555p-3),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.4cccccccccccdp-1, 0x1.5555555555555p-3),
        StoredActivation(0x1p0, 0x1.5555555555555p-1, 0x1.5555555555555p-3),
        StoredActivation(0x1.8p0, 0x1.8p-1, 0x1.5555555555555p-3),
        StoredActivation(0x1.6p1, 0x1.eaaaaaaaaaaabp-1, 0x1.5555555555555p-3),
        StoredActivation(0x1.cp1, 0x1p0, 0),
        StoredActivation(0x1.8p2, 0x1p0, 0),
        StoredActivation(0x1.8p3, 0x1p0, 0),
      ]
    case .linear:
      [
        StoredActivation(-0x1.ep4, -0x1.ep4, 0x1p0),
        StoredActivation(-0x1.3p3, -0x1.3p3, 0x1p0),
        StoredActivation(-0x1.4p2, -0x1.4p2, 0x1p0),
        StoredActivation(-0x1.cp1, -0x1.cp1, 0x1p0),
        StoredActivation(-0x1.78p1, -0x1.78p1, 0x1p0),
        StoredActivation(-0x1.cp0, -0x1.cp0, 0x1p0),
        StoredActivation(-0x1.4749731098d47p0, -0x1.4749731098d47p0, 0x1p0),
        StoredActivation(-0x1.8p-1, -0x1.8p-1, 0x1p0),
        StoredActivation(-0x1p-1, -0x1p-1, 0x1p0),
        StoredActivation(-0x1p-3, -0x1p-3, 0x1p0),
        StoredActivation(-0x1.0624dd2f1a9fcp-10, -0x1.0624dd2f1a9fcp-10, 0x1p0),
        StoredActivation(0x1.0624dd2f1a9fcp-10, 0x1.0624dd2f1a9fcp-10, 0x1p0),
        StoredActivation(0x1p-4, 0x1p-4, 0x1p0),
        StoredActivation(0x1p-1, 0x1p-1, 0x1p0),
        StoredActivation(0x1.ccccccccccccdp-1, 0x1.ccccccccccccdp-1, 0x1p0),
        StoredActivation(0x1p0, 0x1p0, 0x1p0),
        StoredActivation(0x1.8p0, 0x1.8p0, 0x1p0),
        StoredActivation(0x1.6p1, 0x1.6p1, 0x1p0),
        StoredActivation(0x1.cp1, 0x1.cp1, 0x1p0),
        StoredActivation(0x1.8p2, 0x1.8p2, 0x1p0),
        StoredActivation(0x1.8p3, 0x1.8p3, 0x1p0),
      ]
    }
  }
}
