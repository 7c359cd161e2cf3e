#!/usr/bin/env bash
# Runs the long tier of the tests: the promises of docs/reliability.md with all their rounds. Takes hours on a small machine; each line that it prints at the
# end is a row of the table there. Wants Linux; root, strace and Java for all of it, and says what it skips without them.
# usage: tests/long-tier.sh [kills|faults|load|cuts|engine|search|articles|sabotage|packaging|no-avx2|no-vectors|all] ...   default: all
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

cli=tests/SearchNews.Cli.Tests/bin/Release/net10.0/SearchNews.Cli.Tests
results=$(mktemp -d)
failed=0
export SEARCHNEWS_LONG_TESTS=1 DOTNET_NOLOGO=1

# The disk has no part in what a killed process leaves behind, and memory is faster.
test -w /dev/shm && export TMPDIR=/dev/shm

run() { # name, command ...
    local name=$1 started
    shift
    started=$(date +%s)
    echo "== $name: $*"
    "$@" 2>&1 | sed 's/\x1b\[[0-9;]*m//g' | tee "$results/$name.log"
    local code=${PIPESTATUS[0]}
    [ "$code" = 0 ] || [ "$code" = 77 ] || failed=1
    echo "$(date +%F) $name: exit code $code, $(($(date +%s) - started)) s" >> "$results/summary"
    grep -E 'Total:|Skipped:|kills|faults:|rebuilds,|p99|power-cut:|rounds|flips|operations' "$results/$name.log" | sed 's/^ */    /' >> "$results/summary"
}

in_class() { # test program, class ...
    local program=$1 class classes=()
    shift
    for class in "$@"; do classes+=(-class "$class"); done
    "$program" -noColor -showLiveOutput -parallel none "${classes[@]}"
}

without() { # instructions that the runtime shall not use: the fast tier of all projects
    local project
    for project in Lucene Articles Search Api Cli Browser; do
        run "without-$1-$project" env -u SEARCHNEWS_LONG_TESTS "DOTNET_Enable$1=0" tests/SearchNews.$project.Tests/bin/Release/net10.0/SearchNews.$project.Tests -noColor
    done
}

[ $# -gt 0 ] || set -- all
dotnet build -v q -nologo -c Release SearchNews.sln || exit 2
end=SearchNews.Cli.Tests.EndToEnd
for part in "$@"; do
    case $part in
        kills) run kills in_class $cli $end.KilledWriterTests $end.KilledRebuildTests ;;
        faults) run faults in_class $cli $end.InjectedFaultTests ;;
        load) run load in_class $cli $end.ServeUnderLoadTests ;;
        cuts)
            run cuts tests/power-cut/power-cut.sh --cuts 200
            run cuts-without-folder-sync tests/power-cut/power-cut.sh --cuts 20 --sabotage folders
            ;;
        engine) run engine tests/SearchNews.Lucene.Tests/bin/Release/net10.0/SearchNews.Lucene.Tests -noColor -showLiveOutput ;;
        search) run search tests/SearchNews.Search.Tests/bin/Release/net10.0/SearchNews.Search.Tests -noColor -showLiveOutput ;;
        articles) run articles tests/SearchNews.Articles.Tests/bin/Release/net10.0/SearchNews.Articles.Tests -noColor -showLiveOutput ;;
        sabotage) run sabotage in_class $cli SearchNews.Cli.Tests.Sabotage.SabotageTests ;;
        packaging) run packaging tests/packaging.sh ;;
        no-avx2) without AVX2 ;;
        no-vectors) without HWIntrinsic ;;
        all) exec "$0" cuts faults load sabotage kills engine search articles packaging no-avx2 no-vectors ;;
        *) sed -n '2,5p' "$0"; exit 2 ;;
    esac
done

echo "== results, the logs are in $results"
cat "$results/summary"
exit $failed
