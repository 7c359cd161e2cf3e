#!/bin/bash
# Searches the same indexes with Apache Lucene and with SearchNews, in turns, and prints the ratios of queries a second.
#
#   bench/against-lucene.sh LuceneBench.java ARTICLES.jsonl QUERIES.tsv WORK-FOLDER [SECONDS] [ROUNDS]
#
# LuceneBench.java is the harness for Apache Lucene 8 with the commands "index" and "search" (see bench/SearchNews.Benchmarks/Harness), ARTICLES.jsonl has one
# article a line, QUERIES.tsv a category and a query a line. WORK-FOLDER receives the programs and one index of each engine; those that are there are used again.
# Needs Java and Debian's liblucene8-java. A ratio is that of the medians over the rounds; "equal" says that documents and scores were the same in every round.
set -euo pipefail
[ $# -ge 4 ] || { sed -n '2,8p' "$0" >&2; exit 2; }
harness=$1 articles=$2 queries=$3 work=$4 seconds=${5:-4} rounds=${6:-3}
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
mkdir -p "$work"

jars=$(ls /usr/share/java/lucene-{core,analyzers-common,queries,queryparser}-8*.jar | tr '\n' ':')
[ -e "$work/LuceneBench.class" ] || javac -cp "$jars" -d "$work" "$harness"
dotnet build -c Release -v q -nologo "$here/SearchNews.Benchmarks" >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }
lucene() { java -Xmx3g -cp "$work:$jars" LuceneBench "$@"; }
ours() { "$here/SearchNews.Benchmarks/bin/Release/net10.0/SearchNews.Benchmarks" "$@"; }

for engine in lucene ours; do
    [ -d "$work/$engine.index" ] || { echo "$engine: $($engine index "$articles" "$work/$engine.index" 1 merge | tr '\n' ' ')"; }
done

echo "processor: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; $seconds s a category, $rounds rounds"
for index in lucene ours; do
    rm -f "$work"/result.*
    for round in $(seq "$rounds"); do
        lucene search "$work/$index.index" "$queries" "$seconds" >"$work/result.lucene.$round"
        ours search "$work/$index.index" "$queries" "$seconds" >"$work/result.ours.$round"
    done

    echo
    echo "index written by $index"
    echo "| category | Lucene, q/s | SearchNews, q/s | ratio | p50 | p99 | hits |"
    echo "|---|---|---|---|---|---|---|"
    awk -F'\t' -v rounds="$rounds" '
        function median(engine, category, field,    i, j, n, v, t) {
            n = 0
            for (i = 1; i <= rounds; i++) v[++n] = value[engine, category, field, i]
            for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
            return v[int((n + 1) / 2)]
        }
        function number(text) { gsub(/[^0-9.]/, "", text); return text + 0 }
        NF < 7 { next }
        {
            split(FILENAME, path, "result."); split(path[2], part, ".")
            engine = part[1]; round = part[2]
            if (!($1 in seen)) { seen[$1] = 1; order[++categories] = $1 }
            value[engine, $1, "qps", round] = number($3)
            value[engine, $1, "p50", round] = number(substr($4, 4))
            value[engine, $1, "p99", round] = number(substr($5, 4))
            hits = $6 " " $7
            if (!($1 in expected)) expected[$1] = hits
            if (expected[$1] != hits) differs[$1] = 1
        }
        END {
            for (c = 1; c <= categories; c++) {
                name = order[c]
                a = median("lucene", name, "qps"); b = median("ours", name, "qps")
                sum += log(b / a)
                printf "| %s | %.0f | %.0f | %.2f | %.0f to %.0f us | %.0f to %.0f us | %s |\n", name, a, b, b / a,
                    median("lucene", name, "p50"), median("ours", name, "p50"), median("lucene", name, "p99"), median("ours", name, "p99"),
                    name in differs ? "DIFFERENT" : "equal"
            }
            printf "geometric mean of the ratios: %.2f\n", exp(sum / categories)
        }' "$work"/result.lucene.* "$work"/result.ours.*
done
