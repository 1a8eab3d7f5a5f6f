"""What both programs are asked to do: a case for each spec of the corpus, and those of several commands.

Every case works in a folder of its own, `cases/NAME` below a copy of the repository's specs and data, so
that both programs meet the same paths. Left out is what the clock decides: limits of time that are met,
signals, and two programs in one folder.
"""

import csv
import pathlib
import re
import shlex
import shutil
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "Tests" / "Corpus"
SPECS = sorted((CORPUS / "same").glob("*.yaml"))
# What a case's folder needs of the repository, at the places that it has there.
COPIED = ["Tests/Corpus", "experiments"]

SAME = "../../Tests/Corpus/same"
DATA = "../../Tests/Corpus/data"
EXPERIMENTS = "../../experiments"

RUN = re.compile("[k-z]{16}")

# Specs of the reading corpus that name files which are not there.
WITHOUT_FILES = {"keys-that-decide-nothing", "weights-from-files"}
# Those whose runs do not end well, and what the command that trains them exits with.
STATUSES = {"data-in-a-table-of-idx": 2, "expectations": 1, "number-forms": 2}


@dataclass(frozen=True)
class Step:
    """A command, and the exit codes that it may have by its documentation."""

    arguments: tuple
    statuses: tuple = (0,)
    environment: dict = field(default_factory=dict)

    def words(self, folder):
        """The arguments, where `@FOLDER:N@` stands for the run in row N of a summary."""

        def run(match):
            with (folder / match[1] / "summary.csv").open(newline="") as file:
                return list(csv.DictReader(file))[int(match[2])]["run_id"]

        return [re.sub(r"@([^@:]+):(\d+)@", run, word) for word in self.arguments]


@dataclass(frozen=True)
class Change:
    """Something that is done to a case's folder between two commands."""

    act: callable


@dataclass(frozen=True)
class Case:
    """Commands that belong together."""

    name: str
    steps: list


def do(command, *statuses, **environment):
    """A command that ends with one of some exit codes, 0 where none is given."""
    return Step(tuple(shlex.split(command)), statuses or (0,), environment)


def train(command, *statuses, **environment):
    """A command that trains, without lines on the way."""
    return do(f"run {command} --progress none", *statuses, **environment)


def every_case():
    """All cases, by their names."""
    cases = [spec_case(path) for path in SPECS]
    cases += [experiment_case(path) for path in sorted((ROOT / "experiments").glob("*.yaml"))]
    cases += reading_cases()
    cases += [Case(name.replace("_", "-"), list(steps())) for name, steps in FLOWS.items()]
    names = [case.name for case in cases]
    assert len(set(names)) == len(names), "two cases have one name"
    return cases


# One spec each


def spec_case(path):
    """A spec of the corpus: looked at, trained, found finished, and read back."""
    spec, text = f"{SAME}/{path.name}", path.read_text()
    name = match[1] if (match := re.search(r"^name: (.*)", text, re.M)) else path.stem
    status = int(match[1]) if (match := re.search(r"^# exit: (\d+)", text, re.M)) else 0
    return Case(path.stem, [
        do(f"check {spec}"),
        do(f"plan {spec} --jobs 2"),
        train(f"{spec} --jobs 2", status),
        do(f"run {spec} --quiet", status),
        do(f"list {name} --format csv"),
        do(f"best {name} --format json"),
        do(f"show {name}/best"),
        do(f"show {name}/best --format json"),
        do(f"expect {spec}"),
        do(f"verify {name} --jobs 2"),
        do("list"),
    ])  # fmt: skip


def experiment_case(path):
    """A spec of the examples; of the one that takes seconds a part."""
    short = "--set sweep.seeds=1 --set epochs=8 --set expect=none" if path.stem == "digits" else ""
    return Case(f"experiment-{path.stem}", [
        train(f"{EXPERIMENTS}/{path.name} --jobs 2 {short}"),
        do(f"list {path.stem} --format csv"),
        do(f"show {path.stem}/best"),
    ])  # fmt: skip


def reading_cases():
    """The corpora of the tests of reading: what is sound is trained, what is not is told of."""
    for path in sorted((CORPUS / "accept").glob("*.yaml")):
        spec = f"../../Tests/Corpus/accept/{path.name} --data-root {DATA}"
        name = f"accept-{path.stem}"
        if path.stem in WITHOUT_FILES:
            yield Case(name, [do(f"plan {spec}", 66)])
            continue
        steps = [do(f"plan {spec} --jobs 2")]
        steps += [train(f"{spec} --jobs 2", STATUSES.get(path.stem, 0))]
        yield Case(name, steps)
    refused = [
        do(f"check ../../Tests/Corpus/refuse/{path.name} --data-root {DATA}", 65, 66)
        for path in sorted((CORPUS / "refuse").glob("*.yaml"))
    ]
    yield Case("refuse", refused)


# Several commands each


FLOWS = {}


def flow(function):
    """Makes a case of a function that gives its steps; the function says what the case covers."""
    FLOWS[function.__name__] = function
    return function


def runs(folder):
    """The folders of the runs in an experiment's folder, in the order of their names."""
    return sorted(path for path in folder.iterdir() if RUN.fullmatch(path.name))


def alter(path):
    """Makes the middle byte of a file another one."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@flow
def shards_merged():
    """Three shards of a grid come together to the bytes of the whole, which has nothing left to train."""
    spec = f"{SAME}/grid.yaml"
    for part in (1, 2, 3):
        yield do(f"plan {spec} --shard {part}/3 --jobs 2")
        yield train(f"{spec} --shard {part}/3 --output parts/{part} --jobs 2 --junit reports/{part}.xml")
        yield do(f"list grid --runs parts/{part} --format csv")
    yield do("best grid --runs parts/2", 66)
    yield do("merge parts/1 parts/2 parts/3 --output merged")
    yield do("merge parts/3/grid parts/2/grid --output parts/1")
    yield train(f"{spec} --output merged")
    yield do("list grid --runs merged")
    yield do("best grid --runs merged")
    yield do("verify grid --runs merged --jobs 2")


@flow
def shards_of_which_one_is_missing():
    """What can be merged is, the missing runs are named, and training them completes the results."""
    spec = f"{SAME}/folds.yaml"
    yield train(f"{spec} --shard 1/3 --output parts/1")
    yield train(f"{spec} --shard 3/3 --output parts/3")
    yield do("merge parts/1 parts/3 --output merged", 2)
    yield do("list folds --runs merged --format csv")
    yield do(f"expect {spec} --runs merged", 2)
    yield do(f"merge parts/1 parts/3 --output merged --data-root {SAME}", 2)
    yield train(f"{spec} --output merged")


@flow
def shards_of_which_one_is_torn():
    """A run with a byte that is another counts as missing, and is taken from the part that has it whole."""
    spec = f"{SAME}/zip.yaml"
    for part in (1, 2):
        yield train(f"{spec} --shard {part}/2 --output parts/{part}")
    yield Change(lambda folder: alter(runs(folder / "parts/2/zip")[1] / "loss_curve.csv"))
    yield do("merge parts/1 parts/2 --output merged", 2)
    yield train(f"{spec} --shard 2/2 --output parts/again")
    yield do("merge parts/1 parts/2 parts/again --output merged")


@flow
def shards_of_data():
    """Shards whose data is in files, and with runs that diverge; merged without the spec's folder."""
    for name, status in (("csv", 0), ("diverges-among-others", 2)):
        for part in (1, 2):
            train_status = status if part == 2 or name == "diverges-among-others" else 0
            yield train(f"{SAME}/{name}.yaml --shard {part}/2 --output parts/{part}", train_status)
    yield do("merge parts/1 parts/2 --output merged")
    yield do("list --runs merged")
    yield train(f"{SAME}/diverges-among-others.yaml --output merged", 2)


@flow
def shards_beyond_the_runs():
    """More shards than runs: some are empty, which is no error."""
    for part in (1, 2, 5):
        yield train(f"{SAME}/one-fold.yaml --shard {part}/5 --output parts/{part}")
    yield do("merge parts/1 parts/2 parts/5 --output merged")
    yield do(f"run {SAME}/one-fold.yaml --shard 3/5 --dry-run --jobs 2")


@flow
def shards_refused():
    """What has no shards, and parts that do not belong together."""
    yield train(f"{SAME}/halving.yaml --shard 1/2", 64)
    yield train(f"{SAME}/zip.yaml --shard 0/2", 64)
    yield train(f"{SAME}/zip.yaml --shard 1/2 --output a")
    yield train(f"{SAME}/zip.yaml --shard 2/2 --output b --set seed=5")
    yield do("merge a b --output merged", 65)
    yield do("merge nowhere --output merged", 66)


@flow
def jobs():
    """The same bytes at one job, at two and at three."""
    for name in ("halving", "norms", "many-seeds", "stops-early", "folds"):
        for count in (1, 2, 3):
            yield train(f"{SAME}/{name}.yaml --jobs {count} --output jobs-{count}")
        yield do(f"plan {SAME}/{name}.yaml --jobs 1")


@flow
def jobs_where_some_diverge():
    """The same where runs diverge among those that are trained beside them."""
    for count in (1, 2, 3):
        yield train(f"{SAME}/diverges-among-others.yaml --jobs {count} --output jobs-{count}", 2)
        yield train(f"{SAME}/halving-where-some-diverge.yaml -j{count} --output jobs-{count}")


def of_instruction_set(name):
    """Specs that every kernel is called by, computed by one family of instructions."""
    specs = """activations optimizers schedules norms sizes dropout losses-of-quantities losses-of-classes
    output-activations batches-and-shuffles penalties-and-clipping many-seeds halving digits""".split()
    # Without fused multiply-add in hardware that one takes 20 s.
    for spec in specs + (["large"] if name != "baseline" else []):
        yield train(f"{SAME}/{spec}.yaml --jobs 2", NN_RUN_CPU=name)
        yield do(f"plan {SAME}/{spec}.yaml --jobs 2", NN_RUN_CPU=name)


# The sets that the engine knows; one that the processor does not have is named as left out.
INSTRUCTION_SETS = ("baseline", "avx2", "avx512")
for _name in INSTRUCTION_SETS:
    FLOWS[f"instructions_{_name}"] = lambda name=_name: of_instruction_set(name)


@flow
def forced():
    """Finished runs are trained again, to the same bytes."""
    for _ in range(2):
        yield train(f"{SAME}/random.yaml --force --jobs 2")
    yield train(f"{SAME}/halving.yaml --force --jobs 1")
    yield train(f"{SAME}/halving.yaml --force --jobs 2")


@flow
def torn():
    """Runs of which a file is altered, cut or gone are found, and trained again."""
    spec = f"{SAME}/norms.yaml"

    def tear(folder):
        alter(runs(folder)[0] / "loss_curve.csv")
        alter(runs(folder)[1] / "model.safetensors")
        (runs(folder)[2] / "summary.json").unlink()
        (runs(folder)[3] / "spec.yaml").write_text("")
        (runs(folder)[4] / "run.json").unlink()
        shutil.rmtree(runs(folder)[5])
        for table in ("summary.csv", "loss_curve.csv", "spec.yaml"):
            (folder / table).unlink()

    yield train(f"{spec} --jobs 2")
    yield Change(lambda folder: tear(folder / "runs/norms"))
    yield do("list")
    yield train(f"{spec} --jobs 2")
    yield Change(lambda folder: alter(runs(folder / "runs/norms")[0] / "predictions.csv"))
    yield train(f"{spec} --jobs 2 --force")


@flow
def growing():
    """A sweep that grows, shrinks, and gets more seeds: known runs are not trained again."""
    spec = f"{SAME}/exclude-and-include.yaml"
    yield train(f"{spec} --set sweep.seeds=1")
    yield train(f"{spec} --set sweep.seeds=3 --set 'sweep.parameters.learning_rate=[0.1, 0.3, 1]'"
                " --set sweep.exclude=none")  # fmt: skip
    yield do("list exclude-and-include --format csv")
    yield train(f"{spec}")
    yield train(f"{SAME}/random.yaml")
    yield train(f"{SAME}/random.yaml --set sweep.samples=20 --quiet")
    yield do("best random")


@flow
def another_spec_of_the_name():
    """Another spec of the same name, without seeds, in the folder of the first."""
    spec = f"{SAME}/grid.yaml"
    yield train(f"{spec} --set sweep.seeds=3")
    yield train(f"{spec} --set sweep=none --set learning_rate=0.3 --set 'layers=[2, 3, 1]'")
    yield do("best grid")
    yield train(f"{SAME}/zip.yaml --set name=grid")
    yield do("best grid")


@flow
def specs_that_runs_leave():
    """A run's own spec, and an experiment's, make the same runs again."""
    yield train(f"{SAME}/halving.yaml --output first")
    yield train(f"{SAME}/csv.yaml --output first")
    yield train("first/halving/spec.yaml --output second")
    yield train(f"first/csv/spec.yaml --output second --data-root {SAME}")
    for experiment in ("halving", "csv"):
        yield train(f"first/{experiment}/@first/{experiment}:2@/spec.yaml --output third"
                    f" --data-root {SAME} --set name={experiment}")  # fmt: skip
    yield do(f"plan first/halving/spec.yaml first/csv/spec.yaml --data-root {SAME} --jobs 2")


@flow
def several_specs():
    """Several specs in one command, one of which fails; two of one name are refused."""
    specs = [f"{SAME}/{name}.yaml" for name in ("zip", "diverges", "seeds-and-expectations", "auto")]
    yield train(" ".join(specs), 2)
    yield train(f"{specs[0]} {specs[0]}", 65)
    yield do(f"check {' '.join(specs)}")
    yield do("list")
    yield do(f"expect {specs[2]} {specs[3]}")


@flow
def data_elsewhere():
    """Paths that count from another folder."""
    yield Change(lambda folder: shutil.copytree(folder / SAME / "data", folder / "place/data"))
    yield Change(lambda folder: shutil.copy(folder / SAME / "csv.yaml", folder / "csv.yaml"))
    yield do("check csv.yaml", 66)
    yield train("csv.yaml --data-root place --jobs 2")
    yield do("verify csv --data-root place")
    yield do("verify csv")
    yield Change(lambda folder: (folder / "place").rename(folder / "moved"))
    yield do("verify csv", 66)
    yield do("verify csv --data-root moved")
    yield Change(lambda folder: alter(folder / "moved/data/trees.csv"))
    yield do("verify csv/best --data-root moved", 65)


@flow
def verified():
    """Runs that were altered, or that are gone, are found."""
    yield train(f"{SAME}/stops-early.yaml --jobs 2")
    yield do("verify stops-early/best")
    yield Change(lambda folder: alter(runs(folder / "runs/stops-early")[1] / "loss_curve.csv"))
    yield do("verify stops-early --jobs 2", 1)
    yield Change(lambda folder: shutil.rmtree(runs(folder / "runs/stops-early")[3]))
    yield do("verify stops-early --jobs 2", 1)
    yield do("verify nothing", 66)


@flow
def cleaned():
    """Runs that no spec names any more are listed, and removed."""
    yield train(f"{SAME}/zip.yaml {SAME}/grid.yaml")
    yield train(f"{SAME}/zip.yaml --set 'sweep.parameters.learning_rate=[0.1]'")
    yield do("clean")
    yield do(f"clean {SAME}/grid.yaml --set sweep.seeds=1")
    yield do("clean --yes")
    yield do("list zip --format csv")
    yield do(f"clean {SAME}/grid.yaml --set sweep.seeds=1 --yes")
    yield train(f"{SAME}/grid.yaml")
    yield do("clean --runs nowhere", 66)


@flow
def predicted():
    """What networks answer for new rows, of every kind of data."""
    yield train(f"{SAME}/csv.yaml {SAME}/several-labels.yaml {SAME}/two-quantities.yaml")
    yield train(f"{SAME}/data-in-the-spec.yaml {SAME}/arrays.yaml {SAME}/norms.yaml")
    yield do(f"predict csv/@runs/csv:0@ {SAME}/data/more-trees.csv --output texts.csv")
    yield do(f"predict csv/@runs/csv:0@ {SAME}/data/more-trees.csv")
    yield do(f"predict csv/@runs/csv:3@ {SAME}/data/trees.csv -o soils.csv")
    yield do(f"predict several-labels/best {SAME}/data/bits.tsv --output labels.csv")
    yield do(f"predict two-quantities/best '{{csv: {SAME}/data/plain.csv, header: false}}' -o two.csv")
    yield do("predict data-in-the-spec/@runs/data-in-the-spec:3@"
             " '{inputs: [[0, 1], [2.5, -1e3]], targets: [0, 0]}' -o rows.csv")  # fmt: skip
    yield do(f"predict arrays/@runs/arrays:2@ '{{npz: {DATA}/deflated.npz, inputs: x, targets: y}}'"
             " -o arrays.csv")  # fmt: skip
    yield do("predict norms/best moons")
    yield do("predict norms/best '{name: moons, rows: 20, seed: 3}' -o moons.csv")
    yield do(f"predict norms/best {SAME}/data/bits.tsv", 65)
    yield do("predict norms/best nothing.csv", 66)


@flow
def read_back():
    """Lists, comparisons and sheets, in every form."""
    yield train(f"{SAME}/halving.yaml {SAME}/grid.yaml {SAME}/norms.yaml")
    yield train(f"{SAME}/diverges.yaml", 2)
    for form in ("table", "csv", "json", "markdown"):
        yield do(f"list --format {form}")
        yield do(f"list halving --format {form}")
        yield do(f"list grid --sort-by rank --limit 5 --format {form}")
        yield do(f"best grid --format {form}")
        yield do(f"show norms/best --format {form}")
        yield do(f"show diverges/@runs/diverges:0@ --format {form}")
        yield do(f"compare halving/best grid/best norms/@runs/norms:4@ --format {form}")
    yield do("list grid --filter 'learning_rate>0.05' --filter l2=0 --sort-by -train_loss")
    yield do("list grid --filter status!=completed")
    yield do("list grid --sort-by train_loss --descending --limit 3")
    yield do("list halving --filter rung>=2 --sort-by rank")
    yield do("list runs/grid --limit 2")
    yield do("list runs --sort-by runs")
    yield do("list grid --sort-by nothing", 64)
    yield do("list nothing", 66)
    yield do("compare grid/@runs/grid:0@ runs/grid/@runs/grid:0@")
    yield do("compare grid", 64)
    yield do("show zzzz", 66)
    yield do("best diverges")
    yield Change(lambda folder: alter(runs(folder / "runs/diverges")[0] / "spec.yaml"))
    yield do("show diverges/best")
    yield do("best --runs nowhere", 66)


@flow
def limits():
    """Limits that are not met, and failures that were there before."""
    yield train(f"{SAME}/zip.yaml --time-limit 2h --batch-time-limit 3h --max-failures 1000")
    yield train(f"{SAME}/diverges-among-others.yaml --jobs 1", 2)
    yield train(f"{SAME}/diverges-among-others.yaml --jobs 1 --fail-fast", 2)
    yield train(f"{SAME}/diverges-among-others.yaml --jobs 1 --max-failures 3", 2)
    yield train(f"{SAME}/diverges-and-is-recorded.yaml --fail-fast")
    yield train(f"{SAME}/zip.yaml --max-failures 0", 64)
    yield train(f"{SAME}/zip.yaml --time-limit soon", 64)


@flow
def stopped():
    """What failures stop at one job, where that is the same at each time; it is gone on with."""
    among, halving = f"{SAME}/diverges-among-others.yaml", f"{SAME}/halving-where-some-diverge.yaml"
    yield train(f"{among} --jobs 1 --fail-fast", 2)
    yield train(f"{halving} --set on_divergence=fail --jobs 1 --max-failures 3", 2)
    for name in ("diverges-among-others", "halving-where-some-diverge"):
        yield do(f"list {name} --format csv")
        yield do(f"list {name} --filter status=interrupted")
    yield do(f"expect {among} {halving}", 2)
    yield train(f"{among} --jobs 2", 2)
    yield train(f"{halving} --jobs 2")


@flow
def threads():
    """Networks that several threads share come to the same bytes as with one."""
    for count in (1, 3, 8):
        yield train(f"{SAME}/large.yaml --jobs {count} --output jobs-{count}")
        yield do(f"plan {SAME}/large.yaml --jobs {count}")


@flow
def told_to_services():
    """JUnit, the summary of a job, annotations, Code Quality."""
    yield Change(lambda folder: (folder / "reports").mkdir())
    for name, status in (
        ("seeds-and-expectations", 1), ("diverges-among-others", 2), ("halving", 0),
        ("diverges-and-is-recorded", 0), ("csv", 0), ("names-and-texts", 0),
    ):  # fmt: skip
        yield train(
            f"{SAME}/{name}.yaml --junit reports/{name}.xml --summary github --jobs 2", status,
            GITHUB_STEP_SUMMARY=f"reports/{name}.md")  # fmt: skip
    faulty = f"{SAME}/xor-that-is-none.yaml"
    yield do(f"check {faulty} --annotations github", 66)
    yield do(f"check {SAME}/zip.yaml --set epochs=many --annotations github"
             " --code-quality reports/one.json", 65)  # fmt: skip
    yield do(f"check {SAME}/runs-that-are-the-same.yaml --annotations github"
             " --code-quality reports/two.json")  # fmt: skip
    yield do(f"plan {SAME}/zip.yaml --set layers=[3,1] --annotations none", 65, GITHUB_ACTIONS="true")
    yield do(f"run {SAME}/zip.yaml --summary github", 64)


@flow
def shown():
    """What is printed on the way: progress, plans in place of training, nothing."""
    yield do(f"run {SAME}/zip.yaml --progress plain --output plain")
    yield do(f"run {SAME}/halving.yaml --progress plain --jobs 1 --output plain")
    yield do(f"run {SAME}/zip.yaml --quiet --output quiet")
    yield do(f"{SAME}/zip.yaml --progress none --output without-the-word")
    yield do(f"run {SAME}/halving.yaml --dry-run --jobs 2")
    yield do(f"run {SAME}/zip.yaml --dry-run --junit reports/zip.xml", 64)


@flow
def refused():
    """Commands that make no sense: nothing is trained, and the exit code says why."""
    yield train(f"{SAME}/zip.yaml --nothing", 64)
    yield train(f"{SAME}/zip.yaml --jobs 0", 64)
    yield train(f"{SAME}/zip.yaml --set learning_rate=fast", 65)
    yield train(f"{SAME}/zip.yaml --set sweep.seeds=100000", 65)
    yield train(f"{SAME}/zip.yaml --set nothing=1", 65)
    yield train("nothing.yaml", 66)
    yield train(f"{SAME}/csv.yaml --data-root .", 66)
    yield train(f"{SAME}/zip.yaml", 64, NN_RUN_CPU="abacus")
    yield Change(lambda folder: (folder / "taken").write_text("a file\n"))
    yield train(f"{SAME}/zip.yaml --output taken", 73)
    yield train(f"{SAME}/zip.yaml --output taken/inside", 73)
    yield train("", 64)


@flow
def specs_to_begin_with():
    """The specs that `init` writes, which train as they are."""
    for template in ("xor", "csv", "sweep"):
        yield do(f"init first/{template} --template {template}")
        yield do(f"check first/{template}.yaml")
        yield train(f"first/{template}.yaml --jobs 2")
    yield do("init first/xor", 73)
    yield do("init .hidden", 64)


@flow
def explained():
    """What the program says of itself and of keys."""
    yield do("--version")
    yield do("--help")
    for command in """run check plan predict list show compare best verify expect merge clean explain
    init schema""".split():
        yield do(f"help {command}")
    yield do("schema")
    yield do("explain")
    for word in """name description seed dataset dataset.csv task split split.folds normalize
    normalize_targets class_weight layers activation activation.slope output_activation init bias_init
    loss optimizer optimizer.momentum learning_rate schedule schedule.warmup epochs stop_at batch_size
    shuffle l1 l2 dropout clip_norm early_stopping early_stopping.patience precision metrics log_every
    save on_divergence sweep sweep.halving sweep.parameters expect expect.over adam xor mse
    cosine""".split():
        yield do(f"explain {word}")
    yield do("explain optimiser", 64)
    for shell in ("bash", "zsh", "fish"):
        yield do(f"--generate-completion-script {shell}")
