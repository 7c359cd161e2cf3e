# What must be true after a cut. Each function prints what is wrong and fails.

check_cut() {
    local scenario=$1 wrong=0
    mount_cut || { echo "cut $done_cuts ($scenario): the disk cannot be mounted"; return 1; }
    check_mounted "$scenario" > "$work/wrong" 2>&1 || wrong=1
    unmount_cut
    [ $wrong = 0 ] || sed "s/^/cut $done_cuts ($scenario): /" "$work/wrong" | head -5
    return $wrong
}

check_mounted() {
    local index=$after/index
    "$program" index verify --index "$index" > "$work/verify" 2>&1 || { echo "verify: $(tail -1 "$work/verify")"; return 1; }
    if [ "$1" = switch ]; then check_generation "$index"; return; fi
    versions_in_index "$index" > "$work/found" || return 1
    compare index "$work/ledger.cut" "$work/found" || return 1

    # Files are the user's own in the other scenarios.
    case $1 in put | merge) versions_in_folder > "$work/found" && compare folder "$work/ledger.cut" "$work/found" || return 1 ;; esac
    check_recovery "$index"
}

# Which version of which article a search for all of them finds. The articles of one operation may be a story, so stories are not asked for.
versions_in_index() {
    "$program" search moon --group none --size 100 --json --index "$1" > "$work/hits" 2> "$work/err" || { echo "search: $(tail -1 "$work/err")"; return 1; }
    grep -o '"title":"Version [0-9]* of [^ "]*' "$work/hits" | sed 's/.*Version \([0-9]*\) of \(.*\)/\2 \1/' | sort
}

versions_in_folder() { cat "$after"/articles/*.md | sed -n 's/^title: Version \([0-9]*\) of \([^ ]*\).*/\2 \1/p' | sort; }

# Every article has its acknowledged version, or the one of the operation under way; of that operation all have it or none.
compare() {
    awk -v where="$1" '
        FNR == NR && $1 == "T" { operation = $2; open = 1; n = NF - 3; version = $3; for (i = 1; i <= n; i++) ids[i] = $(i + 3); next }
        FNR == NR && $1 == "A" { open = 0; for (i = 1; i <= n; i++) acknowledged[ids[i]] = version; next }
        { found[$1] = $2 }
        END {
            for (i = 1; open && i <= n; i++) flying[ids[i]] = 1
            for (id in acknowledged) known[id] = 1
            for (id in found) known[id] = 1
            for (id in known) {
                old = id in acknowledged ? acknowledged[id] : "x"
                now = id in found ? found[id] : "x"
                if (id in flying && now == version && old != version) { news++; continue }
                if (now != old) { print where ": " id " has version " now ", acknowledged was " old (id in flying ? ", under way " version : ""); bad = 1 }
                else if (id in flying && old != version) olds++
            }
            if (news && olds) { print where ": operation " operation " is there for " news " articles and not for " olds; bad = 1 }
            exit bad
        }' "$2" "$3"
}

# The generation is the one acknowledged last, or the one under way.
check_generation() {
    local live_now last
    live_now=$(head -c 7 "$1/CURRENT")
    last=$(grep ^A "$work/ledger.cut" | tail -1 | cut -d ' ' -f 3)
    versions_in_index "$1" > "$work/found" || return 1
    [ "$(wc -l < "$work/found")" = "$articles" ] || { echo "search finds $(wc -l < "$work/found") articles of $articles"; return 1; }
    [ "$live_now" = "$last" ] && return
    tail -1 "$work/ledger.cut" | grep -q ^T || { echo "$live_now is live, acknowledged was $last"; return 1; }
}

# The next start needs no repair: an update brings the index to what is in the folder, and the index stays sound.
check_recovery() {
    "$program" index update "$after/articles" --index "$1" --quiet > "$work/update" 2>&1 || { echo "update: $(tail -1 "$work/update")"; return 1; }
    [ $((done_cuts % 4)) != 0 ] || "$program" index verify --index "$1" > "$work/verify" 2>&1 || { echo "verify after update: $(tail -1 "$work/verify")"; return 1; }
    versions_in_index "$1" > "$work/found" || return 1
    versions_in_folder | diff - "$work/found" > "$work/diff" || { echo "after an update the index differs from the folder: $(sed -n 2p "$work/diff")"; return 1; }
}

keep_loss() {
    [ -n "$keep" ] || return 0
    mkdir -p "$keep"
    cp --sparse=always "$cut" "$keep/$1-$done_cuts.img"
    cp "$work/ledger.cut" "$keep/$1-$done_cuts.ledger"
    cp "$work/wrong" "$keep/$1-$done_cuts.txt"
}
