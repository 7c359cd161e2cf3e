#!/usr/bin/env bash
# Makes the program in the three forms of docs/deploy (one file, one file with its runtime, .NET tool), and runs each from another folder: version, an index of
# sample articles, and the pages and routes that need what is inside of it. Prints one line for each check. Wants Linux on x64, curl, and a feed of packages.
# usage: tests/packaging.sh [one|self-contained|tool] ...   default: all three.   Exit code 1 when a check failed.
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd) || exit 2
work=$(mktemp -d)
server=
failed=0
export DOTNET_NOLOGO=1
trap 'test -n "$server" && kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

check() { # name, command ...
    local name=$1
    shift
    if "$@" > "$work/check.log" 2>&1; then echo "ok      $name"; return 0; fi
    echo "FAILED  $name: $(tail -n 3 "$work/check.log" | tr '\n' ' ')"
    failed=1
    return 1
}

# A platform is not in the lock files, and publishing for one would write it into them; so it has one of its own, which is thrown away.
publish() { dotnet publish "$root/src/SearchNews.Cli" -v q -c Release -r linux-x64 -p:PublishSingleFile=true -p:NuGetLockFilePath=obj/publish.lock.json "$1" -o "$2"; }

install_tool() {
    dotnet pack "$root/src/SearchNews.Cli" -v q -c Release -o "$work/packages" &&
        dotnet tool install SearchNews --prerelease --tool-path "$work/tools" --add-source "$work/packages"
}

answers() { # address, text that must be in the answer
    curl -sS --fail --max-time 10 -o "$work/body" "$1" && { grep -q -- "$2" "$work/body" || { echo "no '$2' in $1"; return 1; }; }
}

started() { # log of the server
    local i
    for i in $(seq 300); do
        grep -q 'listens on' "$1" && return 0
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    cat "$1"
    return 1
}

runs() { # name, program
    local name=$1 program=$2 index=$work/$1-index url asset
    cd "$work" || exit 2
    mkdir -p "$index"
    cp -r "$root/index-data/articles" "$index/articles"
    check "$name: --version" "$program" --version || return
    check "$name: index rebuild" "$program" index rebuild --index "$index" || return
    "$program" serve --urls http://127.0.0.1:0 --index "$index" > "$work/$name.out" 2> "$work/$name.log" &
    server=$!
    if check "$name: serve" started "$work/$name.log"; then
        url=$(grep -o 'listens on http://[0-9.:]*' "$work/$name.log" | head -n 1 | cut -d ' ' -f 3)
        check "$name: /" answers "$url/" '<html'
        asset=$(grep -o '/assets/[^"]*\.css' "$work/body" | head -n 1)
        check "$name: ${asset:-a style sheet}" answers "$url${asset:-/assets/none.css}" '{'
        check "$name: /docs" answers "$url/docs" '<html'
        check "$name: /v1/search" answers "$url/v1/search?q=mars" '"hits":\[{'
        check "$name: /metrics" answers "$url/metrics" 'searchnews_ready 1'
    fi
    kill "$server" 2>/dev/null
    check "$name: ends with 0 on SIGTERM" wait "$server"
    server=
}

[ $# -gt 0 ] || set -- one self-contained tool
for form in "$@"; do
    case $form in
        one) check "one: publish" publish --no-self-contained "$work/one" && { du -h "$work/one/searchnews"; runs one "$work/one/searchnews"; } ;;
        self-contained) check "self-contained: publish" publish --self-contained "$work/self" && { du -h "$work/self/searchnews"; runs self-contained "$work/self/searchnews"; } ;;
        tool) check "tool: pack and install" install_tool && { du -h "$work"/packages/*.nupkg; runs tool "$work/tools/searchnews"; } ;;
        *) sed -n '2,4p' "$0"; exit 2 ;;
    esac
done
exit $failed
