# What is going on when the power fails. Each worker writes to a ledger outside of the disk what it is about to do and what was acknowledged:
#   T <operation> <version> <id> ...   begun: these articles get this version ('x': they are deleted)
#   A <operation> [generation]         acknowledged
# Titles hold version and id, so that every answer can be compared with the ledger.
articles=40
key=power-cut-admin-key-0123456789

article_text() { printf -- '---\ntitle: Version %s of %s about the moon\nexcerpt: What a rocket saw on its way, told for the %sth time\npublishedDateTime: 2024-01-01T00:00:00Z\nquality: 50\n---\n' "$1" "$2" "$1"; }

# The user's own way to write a file so that it outlives a power cut.
write_durably() {
    article_text "$1" "$2" > "$live/articles/$2.tmp"
    sync "$live/articles/$2.tmp"
    mv "$live/articles/$2.tmp" "$live/articles/$2.md"
}

# The program, with its syncs of folders, or all of them, taken out under sabotage: the call is not made and says that it succeeded.
searchnews() {
    case $sabotage in
        none) "$program" "$@" ;;
        all) strace -DD -f -qq -o /dev/null --seccomp-bpf -e trace=fsync,fdatasync -e inject=fsync,fdatasync:retval=0 "$program" "$@" ;;
        folders) strace -DD -f -qq -o /dev/null $(folders | sed 's/^/-P /') -e trace=fsync -e inject=fsync:retval=0 "$program" "$@" ;;
    esac
}

# Every folder that is or may come to be, for strace to know them by name.
folders() {
    echo "$live/articles"
    echo "$live/index"
    seq -f "$live/index/g%06g" 1 60
}

# A rest before the next operation, up to so many tenths of a second: a cut in it finds what was acknowledged last with no later sync to cover it.
pause() { sleep "0.$((RANDOM % ${1:-10}))$((RANDOM % 10))"; }

new_disk_with_index() {
    new_image || exit 2
    mkdir -p "$live/articles"
    ids=$(seq -f 'a%g' "$articles")
    for id in $ids; do article_text 0 "$id" > "$live/articles/$id.md"; done
    "$program" index rebuild "$live/articles" --index "$live/index" --quiet > "$work/out" 2>&1 || { cat "$work/out" >&2; exit 2; }
    [ "$1" != switch ] || "$program" index rebuild "$live/articles" --index "$live/index" --quiet > "$work/out" 2>&1 || exit 2
    sync -f "$live"
    { echo "T 0 0" $ids; echo "A 0 $(head -c 7 "$live/index/CURRENT")"; } > "$ledger"
}

run_scenario() {
    local scenario=$1 count=$2
    ledger=$work/ledger scenario_cuts=0 in_flight_cuts=0
    new_disk_with_index "$scenario"
    set -m
    export -f "worker_$scenario" article_text write_durably searchnews folders pause put_or_delete start_server random_ids
    export live ledger program sabotage key articles work
    worker_seed=$RANDOM bash -c "RANDOM=\$worker_seed; worker_$scenario" > "$work/worker.log" 2>&1 &
    worker=$!
    set +m
    wait_for_first_ack
    while [ "$scenario_cuts" -lt "$count" ]; do
        sleep "$((RANDOM % 2)).$((RANDOM % 10))$((RANDOM % 10))"
        kill -0 "$worker" 2> /dev/null || { echo "power-cut: the worker of '$scenario' ended:" >&2; tail -5 "$work/worker.log" >&2; exit 2; }
        freeze "$worker"
        cp "$ledger" "$work/ledger.cut"
        copy_disk
        scenario_cuts=$((scenario_cuts + 1)) done_cuts=$((done_cuts + 1))
        [ "$(tail -1 "$work/ledger.cut" | cut -c 1)" = T ] && in_flight_cuts=$((in_flight_cuts + 1))
        check_cut "$scenario" || { losses=$((losses + 1)); keep_loss "$scenario"; }
        thaw "$worker"
    done

    kill -KILL -- "-$worker"
    wait "$worker" 2> /dev/null
    worker=""
    close_image
}

wait_for_first_ack() {
    for _ in $(seq 600); do
        [ "$(grep -c ^A "$ledger")" -gt 1 ] && return
        kill -0 "$worker" 2> /dev/null || break
        sleep 0.1
    done
    echo "power-cut: nothing was acknowledged:" >&2
    tail -5 "$work/worker.log" >&2
    exit 2
}

random_ids() { for _ in $(seq "$1"); do echo "a$((1 + RANDOM % articles))"; done | sort -u | tr '\n' ' '; }

start_server() {
    export SEARCHNEWS_ADMIN_KEY=$key
    searchnews serve --urls http://127.0.0.1:0 --index "$live/index" 2> "$work/serve.log" > /dev/null < /dev/null &
    for _ in $(seq 600); do
        url=$(grep -o 'listens on http://127.0.0.1:[0-9]*' "$work/serve.log" | head -1 | sed 's/listens on //')
        [ -n "$url" ] && return
        sleep 0.1
    done
    cat "$work/serve.log"
    exit 2
}

# One change over HTTP: mostly a new version, sometimes a deletion.
put_or_delete() {
    local n=$1 id=$2 status
    if [ $((RANDOM % 5)) = 0 ]; then
        echo "T $n x $id" >> "$ledger"
        status=$(curl -s -o "$work/answer" -w '%{http_code}' -X DELETE -H "Authorization: Bearer $key" "$url/v1/admin/articles/$id")
    else
        echo "T $n $n $id" >> "$ledger"
        status=$(article_text "$n" "$id" | curl -s -o "$work/answer" -w '%{http_code}' -X PUT -H "Authorization: Bearer $key" -H 'Content-Type: text/markdown' --data-binary @- "$url/v1/admin/articles/$id")
    fi
    case $status in
        200 | 201 | 204 | 404) echo "A $n" >> "$ledger" ;;
        *) echo "status $status:"; cat "$work/answer"; exit 1 ;;
    esac
}

# A change over HTTP, then a moment of rest: an acknowledged change is not yet covered by the syncs of the next one.
worker_put() {
    start_server
    for ((n = 1; ; n++)); do
        put_or_delete "$n" "a$((1 + RANDOM % articles))"
        pause 2
    done
}

# Changes without rest, so that segments pile up and are merged.
worker_merge() {
    start_server
    for ((n = 1; ; n++)); do put_or_delete "$n" "a$((1 + RANDOM % articles))"; done
}

worker_update() {
    for ((n = 1; ; n++)); do
        ids=$(random_ids 5)
        for id in $ids; do write_durably "$n" "$id"; done
        sync "$live/articles"
        echo "T $n $n $ids" >> "$ledger"
        searchnews index update "$live/articles" --index "$live/index" --quiet || exit 1
        echo "A $n" >> "$ledger"
        pause
    done
}

worker_rebuild() {
    for ((n = 1; ; n++)); do
        ids=$(random_ids 5)
        for id in $ids; do write_durably "$n" "$id"; done
        sync "$live/articles"
        echo "T $n $n $ids" >> "$ledger"
        searchnews index rebuild "$live/articles" --index "$live/index" --quiet || exit 1
        echo "A $n" >> "$ledger"
        pause
    done
}

# Only CURRENT changes: back to the generation before, and forward by a rebuild of the same articles.
worker_switch() {
    for ((n = 1; ; n += 2)); do
        echo "T $n -" >> "$ledger"
        searchnews index rollback --index "$live/index" --quiet || exit 1
        echo "A $n $(head -c 7 "$live/index/CURRENT")" >> "$ledger"
        pause
        echo "T $((n + 1)) -" >> "$ledger"
        searchnews index rebuild "$live/articles" --index "$live/index" --quiet || exit 1
        echo "A $((n + 1)) $(head -c 7 "$live/index/CURRENT")" >> "$ledger"
        pause
    done
}
