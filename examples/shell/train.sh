#!/bin/sh
# Finds the root of x³ = 20 by damped Newton steps. $1: damping, $2: first guess.
x=$2
for step in $(seq "$TUNEGATE_RESOURCE"); do
  x=$(awk -v x="$x" -v d="$1" 'BEGIN { print x - d * (x ^ 3 - 20) / (3 * x ^ 2) }')
  error=$(awk -v x="$x" 'BEGIN { e = x ^ 3 - 20; print e < 0 ? -e : e }')
  echo "step $step: error=$error"
done
