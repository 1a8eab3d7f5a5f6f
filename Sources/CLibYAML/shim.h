// The system's libyaml, found through pkg-config's yaml-0.1.
#include <yaml.h>
