#!/usr/bin/env bash
# Cuts the power under searchnews again and again, and looks at what is left. See README.md.
# usage: power-cut.sh [--cuts N] [--seed N] [--sabotage none|folders|all] [--scenario "put merge update rebuild switch"] [--keep-losses DIR]
# exit:  0 nothing was lost (under sabotage: losses were found)   1 something was lost (under sabotage: none was found)   77 skipped, cannot be run here
set -u
here=$(cd "$(dirname "$0")" && pwd)
cuts=200 seed=$$ sabotage=none only="" keep=""
while [ $# -gt 0 ]; do
    case $1 in
        --cuts) cuts=$2 ;;
        --seed) seed=$2 ;;
        --sabotage) sabotage=$2 ;;
        --scenario) only=$2 ;;
        --keep-losses) keep=$2 ;;
        *) sed -n '2,5p' "$0"; exit 2 ;;
    esac
    shift 2 || exit 2
done
RANDOM=$((seed % 32768))

. "$here/image.sh"
. "$here/check.sh"
. "$here/scenarios.sh"

find_program
require_tools
work=$(mktemp -d "$(test -w /dev/shm && echo /dev/shm || echo /tmp)/power-cut.XXXXXX")
trap clean_up EXIT
trap 'exit 130' INT TERM
require_mount

scenarios=${only:-put merge update rebuild switch}
set -- $scenarios
share=$(((cuts + $# - 1) / $#))
done_cuts=0 losses=0
echo "power-cut: $cuts cuts, seed $seed, sabotage $sabotage"
for scenario in $scenarios; do
    before=$losses started=$(date +%s)
    left=$((cuts - done_cuts))
    run_scenario "$scenario" $((share < left ? share : left))
    printf '%-8s %4d cuts, %d during an operation, %d with losses, %d s\n' "$scenario" "$scenario_cuts" "$in_flight_cuts" $((losses - before)) $(($(date +%s) - started))
done

echo "power-cut: $done_cuts cuts, $losses with losses, seed $seed, sabotage $sabotage, $(date +%F)"
if [ "$sabotage" = none ]; then [ "$losses" -eq 0 ] && [ "$done_cuts" -eq "$cuts" ]; else [ "$losses" -gt 0 ]; fi
