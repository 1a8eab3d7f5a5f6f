/* FANN, the C library, in float32.

       peer_fann xor1 | xor1000 | digits FILE

   XOR is the same computation as everyone's: gradient descent over all four rows. FANN steps along
   half the gradient of the mean squared error, so that its rate of 1 is 0.5 here. A sweep is shared
   out over a process for each core.

   FANN has no ReLU, softmax or Adam, so `digits` is its own recipe (sigmoid, squared error, a step
   after each row): the cost of as many epochs, not the same training. FILE has the rows in FANN's
   text format. */
#define _GNU_SOURCE
#include <floatfann.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef VERSION
#define VERSION ""
#endif

enum { XOR_EPOCHS = 10000, DIGITS_EPOCHS = 50 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static struct fann *network(unsigned count, const unsigned *layers, enum fann_train_enum algorithm,
                            float rate, float range) {
    struct fann *net = fann_create_standard_array(count, layers);
    fann_set_activation_function_hidden(net, FANN_SIGMOID);
    fann_set_activation_function_output(net, FANN_SIGMOID);
    fann_set_train_error_function(net, FANN_ERRORFUNC_LINEAR);
    fann_set_training_algorithm(net, algorithm);
    fann_set_learning_rate(net, rate);
    fann_randomize_weights(net, -range, range);
    return net;
}

/* Trains one run after the other; gives the sum of their last losses. */
static double train_xor(int runs) {
    static const float rows[4][3] = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
    static const unsigned layers[] = {2, 4, 1};
    struct fann_train_data *data = fann_create_train(4, 2, 1);
    double sum = 0;
    for (int row = 0; row < 4; row++) {
        memcpy(data->input[row], rows[row], 2 * sizeof(float));
        data->output[row][0] = rows[row][2];
    }
    for (int run = 0; run < runs; run++) {
        struct fann *net = network(3, layers, FANN_TRAIN_BATCH, 1, 1);
        float loss = 0;
        for (int epoch = 0; epoch < XOR_EPOCHS; epoch++) loss = fann_train_epoch(net, data);
        sum += loss;
        fann_destroy(net);
    }
    fann_destroy_train(data);
    return sum;
}

static double share_out(int runs) {
    cpu_set_t set;
    sched_getaffinity(0, sizeof set, &set);
    int cores = CPU_COUNT(&set), ends[2];
    if (pipe(ends)) return -1;
    for (int core = 0; core < cores; core++)
        if (fork() == 0) {
            double part = train_xor(runs / cores + (core < runs % cores));
            _exit(write(ends[1], &part, sizeof part) != sizeof part);
        }
    double sum = 0, part;
    for (int core = 0; core < cores; core++)
        if (read(ends[0], &part, sizeof part) == sizeof part) sum += part;
    while (wait(NULL) > 0) {}
    close(ends[0]);
    close(ends[1]);
    return sum;
}

static double train_digits(struct fann_train_data *data) {
    static const unsigned layers[] = {64, 64, 32, 10};
    struct fann *net = network(4, layers, FANN_TRAIN_INCREMENTAL, 0.5f, 0.2f);
    double loss = 0;
    for (int epoch = 0; epoch < DIGITS_EPOCHS; epoch++) {
        fann_shuffle_train_data(data);
        loss = fann_train_epoch(net, data);
    }
    fann_destroy(net);
    return loss;
}

int main(int count, char **arguments) {
    const char *workload = count > 1 ? arguments[1] : "", *note = "";
    double seconds[5], total = 0, loss = 0;
    int times = 0;
    struct fann_train_data *digits = NULL;
    if (!strcmp(workload, "digits") && count > 2) {
        digits = fann_read_train_from_file(arguments[2]);
        if (!digits) return 1;
        note = "squared error by single rows";
    } else if (strcmp(workload, "xor1") && strcmp(workload, "xor1000")) {
        fprintf(stderr, "usage: peer_fann xor1 | xor1000 | digits FILE\n");
        return 2;
    }
    while (times == 0 || (times < 5 && total < 1)) {
        double start = now();
        loss = digits                     ? train_digits(digits)
               : !strcmp(workload, "xor1") ? train_xor(1)
                                           : share_out(1000) / 1000;
        total += seconds[times++] = now() - start;
    }
    printf("{\"seconds\": [");
    for (int time = 0; time < times; time++) printf(time ? ", %.9f" : "%.9f", seconds[time]);
    printf("], \"loss\": %.9g, \"version\": \"%s\", \"note\": \"%s\", \"scaled\": false}\n", loss,
           VERSION, note);
    return 0;
}
