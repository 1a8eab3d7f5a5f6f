/* Makes folders of files and nothing else: what a batch of runs cannot be faster than.

   plain_files SAMPLE COUNT TARGET: copies of the files in SAMPLE into COUNT new folders in TARGET. */

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 16, MOST_BYTES = 1 << 20 };

static struct {
  char name[256];
  char *bytes;
  ssize_t size;
} files[MOST_FILES];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int load(const char *sample) {
  DIR *folder = opendir(sample);
  if (folder == NULL || chdir(sample) != 0) fail(sample);
  int count = 0;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL && count < MOST_FILES;) {
    if (entry->d_name[0] == '.') continue;
    int file = open(entry->d_name, O_RDONLY);
    char *bytes = malloc(MOST_BYTES);
    ssize_t size = file < 0 || bytes == NULL ? -1 : read(file, bytes, MOST_BYTES);
    if (size < 0) fail(entry->d_name);
    close(file);
    snprintf(files[count].name, sizeof files[count].name, "%s", entry->d_name);
    files[count].bytes = bytes;
    files[count].size = size;
    count += 1;
  }
  closedir(folder);
  return count;
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  int folders = atoi(argv[2]);
  int target = open(argv[3], O_RDONLY | O_DIRECTORY);
  if (target < 0) fail(argv[3]);
  int count = load(argv[1]);
  for (int folder = 0; folder < folders; folder += 1) {
    char path[512];
    snprintf(path, sizeof path, "%08d", folder);
    if (mkdirat(target, path, 0755) != 0) fail(path);
    for (int index = 0; index < count; index += 1) {
      snprintf(path, sizeof path, "%08d/%s", folder, files[index].name);
      int file = openat(target, path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
      if (file < 0 || write(file, files[index].bytes, files[index].size) != files[index].size ||
          close(file) != 0)
        fail(path);
    }
  }
  return 0;
}
