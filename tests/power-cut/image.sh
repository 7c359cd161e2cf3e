# The disk: an ext4 file system in a file, mounted so that nothing is written back but what is synced. What the mounted system has not yet written to the
# file is exactly what a power cut loses, so a copy of the file is the disk after a cut.
image_mb=64
mount_options=loop,commit=300,noauto_da_alloc

skip() { echo "power-cut: skipped: $*" >&2; exit 77; }

find_program() {
    if [ -n "${SEARCHNEWS_PROGRAM:-}" ]; then program=$SEARCHNEWS_PROGRAM
    else
        program=$here/../../src/SearchNews.Cli/bin/Release/net10.0/searchnews
        [ -x "$program" ] || dotnet build -v q -nologo -c Release "$here/../../src/SearchNews.Cli" >&2 || exit 2
    fi
    [ -x "$program" ] || { echo "power-cut: there is no program '$program'" >&2; exit 2; }
    export DOTNET_TieredPGO=0 DOTNET_EnableDiagnostics=0
}

require_tools() {
    [ "$(id -u)" = 0 ] || skip "mounting wants root"
    for tool in mkfs.ext4 mount losetup curl; do command -v $tool > /dev/null || skip "there is no $tool"; done
    [ "$sabotage" = none ] || command -v strace > /dev/null || skip "sabotage wants strace"
}

require_mount() {
    new_image > "$work/mount.log" 2>&1 || skip "no ext4 image can be mounted here: $(tail -1 "$work/mount.log")"
    close_image
}

new_image() {
    disk=$work/disk live=$work/live cut=$work/cut after=$work/after
    rm -f "$disk"
    mkdir -p "$live" "$after"
    truncate -s "${image_mb}M" "$disk" && mkfs.ext4 -q -F -E lazy_itable_init=0,lazy_journal_init=0 "$disk" && mount -o "$mount_options" "$disk" "$live"
}

# What was killed a moment ago may still hold it.
close_image() {
    for _ in $(seq 100); do
        umount "$live" 2> /dev/null && return
        sleep 0.05
    done
    umount "$live"
}

# Every process of the worker's group, and every thread of them, stands still: no system call is under way, so the copy is the disk at one moment.
freeze() {
    kill -STOP -- "-$1" 2> /dev/null
    for _ in $(seq 500); do
        all_stopped "$1" && return 0
        sleep 0.002
    done
    echo "power-cut: the worker does not stop" >&2
    exit 2
}

all_stopped() {
    local pid
    for pid in $(pgrep -g "$1"); do
        cat "/proc/$pid"/task/*/stat 2> /dev/null | sed 's/.*) //' | grep -qv '^[TtZX]' && return 1
    done
    return 0
}

thaw() { kill -CONT -- "-$1" 2> /dev/null; }

# Copies the disk as it is; the caller has frozen the writers.
copy_disk() { cp --sparse=always "$disk" "$cut"; }

mount_cut() { mount -o "$mount_options" "$cut" "$after"; }

unmount_cut() { umount "$after"; }

clean_up() {
    [ -n "${worker:-}" ] && kill -KILL -- "-$worker" 2> /dev/null
    wait 2> /dev/null
    mountpoint -q "$work/after" && umount "$work/after"
    mountpoint -q "$work/live" && umount "$work/live"
    rm -rf "$work"
}
