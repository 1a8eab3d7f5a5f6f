"""Who is measured: nn-run and its peers, and how each is started for a workload."""

import csv
import dataclasses
import os
import pathlib
import platform
import shutil
import statistics
import tempfile

import measure
from workloads import DATA

HERE = pathlib.Path(__file__).parent
CLASSIFIERS = ("digits", "wide", "wide1024")
XOR = ("xor1", "xor1000")


@dataclasses.dataclass
class Sample:
    """What one process tells: seconds of trainings, and of the process with one of them."""

    training: list
    process: list
    steps: list = dataclasses.field(default_factory=list)
    loss: float = None
    version: str = ""
    note: str = ""
    # How long the measurement itself took.
    cost: float = 0


@dataclasses.dataclass(frozen=True)
class NNRun:
    """nn-run, by `nn-run-bench` for the training alone and by itself as a whole process."""

    folder: pathlib.Path
    name: str = "nn-run"

    def takes_part(self, workload):
        return True

    def sample(self, workload, cores):
        spec = HERE / "specs" / f"{workload.name}.yaml"
        sample = Sample([], [])
        trainer = self.folder / "nn-run-bench"
        if trainer.exists():
            command = [trainer, "train", spec, "--jobs", str(cores)]
            process = measure.run(command)
            line = measure.json_line(process.output)
            sample.training = listed(line["seconds"])
            sample.steps = listed(line["steps_seconds"])
            sample.cost = process.seconds
        else:
            sample.note = "training alone is not measured: there is no nn-run-bench"
        results = tempfile.mkdtemp(prefix="nn-run-bench-")
        try:
            command = [
                self.folder / "nn-run", spec, "--jobs", str(cores), "--output", results, "--quiet"
            ]  # fmt: skip
            process = measure.run(command)
            sample.loss = mean_loss(pathlib.Path(results) / workload.name / "summary.csv")
        finally:
            shutil.rmtree(results, ignore_errors=True)
        sample.process = [process.seconds]
        sample.cost += process.seconds
        return sample


def mean_loss(summary):
    """The mean training loss over the runs."""
    with open(summary, newline="") as file:
        return statistics.fmean(float(row["train_loss"] or "nan") for row in csv.DictReader(file))


def listed(value):
    """One measurement or several, as a list."""
    return value if isinstance(value, list) else [value]


@dataclasses.dataclass(frozen=True)
class Peer:
    """A program of this folder, which prints one line of JSON (see `workloads.report`)."""

    name: str
    command: list
    workloads: tuple
    environment: dict = dataclasses.field(default_factory=dict)

    def takes_part(self, workload):
        return workload.name in self.workloads

    def sample(self, workload, cores):
        # What tunes libraries by the environment would change what a peer gives as it is installed.
        tuned = ("OPENBLAS_", "MKL_", "OMP_", "XLA_", "JAX_", "TORCH", "KERAS_")
        environment = {k: v for k, v in os.environ.items() if not k.startswith(tuned)}
        environment.update(self.environment)
        command = [part.replace("WORKLOAD", workload.name) for part in self.command]
        process = measure.run(command, environment, HERE)
        line = measure.json_line(process.output)
        # Trainings after the first are no part of what a user waits for.
        first = process.seconds - sum(line["seconds"][1:])
        return Sample(
            training=line["seconds"],
            process=[] if line["scaled"] else [first],
            loss=line["loss"],
            version=line["version"],
            note=line["note"],
            cost=process.seconds,
        )


def peers(python, programs):
    """The peers that are installed, and for each that is not a sentence about it."""
    found, missing = [], []

    def add(name, module, script, workloads, *form, **environment):
        if module in modules:
            command = [str(python), str(HERE / script), "WORKLOAD", *form]
            found.append(Peer(name, command, workloads, environment))
        elif not any(sentence.startswith(name.split()[0]) for sentence in missing):
            missing.append(f"{name} is not installed")

    modules = importable(python, ("numpy", "jax", "keras", "sklearn", "torch"))
    everything = (*XOR, *CLASSIFIERS, "digits_sweep")
    fann = programs / "peer_fann"
    if fann.exists():
        command = [str(fann), "WORKLOAD", str(DATA / "digits.fann")]
        found.append(Peer("FANN", command, (*XOR, "digits")))
    else:
        missing.append("FANN is not installed, or was not when the peers were set up")
    add("NumPy", "numpy", "peer_numpy.py", everything)
    add("JAX", "jax", "peer_jax.py", everything)
    add("Keras", "keras", "peer_keras.py", ("xor1", *CLASSIFIERS))
    add("scikit-learn", "sklearn", "peer_sklearn.py", everything)
    # Graphs compiled in an earlier round are found again, as a user's second run finds them.
    cache = dict(TORCHINDUCTOR_CACHE_DIR=str(programs.parent / "graphs"))
    add("PyTorch", "torch", "peer_torch.py", CLASSIFIERS, "eager", **cache)
    products = (*CLASSIFIERS, "digits_sweep")
    add("PyTorch compiled", "torch", "peer_torch_xor.py", XOR, **cache)
    add("PyTorch compiled", "torch", "peer_torch.py", products, "compile", **cache)
    forced = programs / "mkl_as_intel.so"
    if forced.exists() and prefers_avx2():
        cache["LD_PRELOAD"] = str(forced)
        add("PyTorch, AVX-512", "torch", "peer_torch.py", CLASSIFIERS, "eager", **cache)
        name = "PyTorch compiled, AVX-512"
        add(name, "torch", "peer_torch.py", products, "compile", **cache)
    return found, missing


def importable(python, modules):
    """Those of the modules that the Python of the peers has."""
    program = (
        "import importlib.util, json;"
        f"print(json.dumps([m for m in {list(modules)} if importlib.util.find_spec(m)]))"
    )
    try:
        return measure.json_line(measure.run([str(python), "-c", program]).output)
    except measure.Failure:
        return []


def prefers_avx2():
    """Whether this is a processor with AVX-512 for which MKL takes AVX2 (see mkl_as_intel.c)."""
    if platform.machine() != "x86_64":
        return False
    with open("/proc/cpuinfo") as file:
        text = file.read()
    return "avx512f" in text and "GenuineIntel" not in text
