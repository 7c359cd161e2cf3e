using SearchNews.Benchmarks;
using SearchNews.Benchmarks.Harness;
using SearchNews.Benchmarks.Kernels;

// The engine against Apache Lucene: the commands and output lines of bench/LuceneBench.java, of the same queries on the same index.
//   SearchNews.Benchmarks index ARTICLES.jsonl INDEX-FOLDER [THREADS] [merge]
//   SearchNews.Benchmarks search INDEX-FOLDER QUERIES.tsv SECONDS             (QUERIES.tsv has a category and a query on each line;
//                                                                              of an index of the service the category Search: its own whole search for the texts of News)
// Latency of the product's own questions, in process and over HTTP, on the same list of queries:
//   SearchNews.Benchmarks process INDEX-FOLDER QUERIES.tsv [SECONDS]
//   SearchNews.Benchmarks http URL QUERIES.tsv [SECONDS]
//   SearchNews.Benchmarks http-cost INDEX-FOLDER URL QUERIES.tsv [SECONDS]    (both in turns, and what HTTP adds)
//   SearchNews.Benchmarks http-throughput INDEX-FOLDER URL QUERIES.tsv [SECONDS] [CLIENTS]    (both in turns, many at once)
//   SearchNews.Benchmarks load URL QUERIES.tsv [SECONDS] [CLIENTS] [PID]      (every kind of question at once, times by route)
// QUERIES.tsv has an id, a tab and the text on each line. One thread; one untimed pass first.
// And the speed of the checksum that every file is verified with:
//   SearchNews.Benchmarks crc
// And each kernel with vectors beside its plain version, by BenchmarkDotNet, which says what its options are:
//   SearchNews.Benchmarks kernels [OPTIONS]
// And fuzzy words against exact ones, over a dictionary of a million words:
//   SearchNews.Benchmarks fuzzy
// And finding terms in the dictionary of an index, exactly, by their beginning and by what they nearly are:
//   SearchNews.Benchmarks dictionary INDEX-FOLDER FIELD
// And grouping into stories, by the first 10,000, 100,000 and 1,000,000 articles of a file:
//   SearchNews.Benchmarks stories ARTICLES.jsonl
// And what highlights cost:
//   SearchNews.Benchmarks highlights INDEX-FOLDER QUERIES.tsv
// And what each keystroke of a query costs in suggestions:
//   SearchNews.Benchmarks suggest INDEX-FOLDER QUERIES.tsv [ROUNDS]
// And a whole rebuild of a folder, stage by stage, also with YamlDotNet for every file:
//   SearchNews.Benchmarks rebuild FOLDER [plain|yaml] [INDEX-FOLDER]
// And front matter alone, with both readers in turns:
//   SearchNews.Benchmarks front-matter FOLDER
// And the product's index of a file of articles, for the commands above that ask one:
//   SearchNews.Benchmarks product ARTICLES.jsonl INDEX-FOLDER
if (args is ["suggest", var suggesting, var typing, ..])
{
    await SuggestSpeed.PrintAsync(suggesting, QueriesOf(typing), NumberOf(3) ?? 3);
    return 0;
}

if (args is ["rebuild", var written, ..] && (args.Length < 3 || args[2] is "plain" or "yaml"))
{
    RebuildSpeed.Print(written, forcesYaml: args.Length > 2 && args[2] == "yaml", args.Length > 3 ? args[3] : null);
    return 0;
}

if (args is ["front-matter", var articleFolder])
{
    FrontMatterSpeed.Print(articleFolder);
    return 0;
}

if (args is ["product", var lines, var made])
{
    ProductIndex.Build(lines, made);
    return 0;
}

if (args is ["index", var source, var target, ..])
{
    HarnessIndex.Build(source, target, NumberOf(3) ?? 1, merge: args.Length > 4);
    return 0;
}

if (args is ["search", var searched, var categories, var seconds])
{
    double time = double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture);
    if (ProductSearch.IsIndex(searched)) ProductSearch.Run(searched, categories, time);
    else HarnessSearch.Run(searched, categories, time);
    return 0;
}

if (args is ["crc"])
{
    ChecksumSpeed.Print();
    return 0;
}

if (args is ["kernels", ..])
{
    KernelBenchmarks.Run(args.AsSpan(1));
    return 0;
}

if (args is ["fuzzy"])
{
    FuzzySpeed.Print();
    return 0;
}

if (args is ["dictionary", var dictionaryFolder, var field])
{
    DictionarySpeed.Print(dictionaryFolder, field);
    return 0;
}

if (args is ["stories", var articles])
{
    StorySpeed.Print(articles);
    return 0;
}

if (args is ["http-cost", var index, var url, var list, ..])
{
    await HttpCost.PrintAsync(index, new Uri(url), QueriesOf(list), DurationOf(4));
    return 0;
}

if (args is ["http-throughput", var home, var at, var texts, ..])
{
    HttpThroughput.Print(home, new Uri(at), QueriesOf(texts), DurationOf(4), NumberOf(5) ?? 8);
    return 0;
}

if (args is ["load", var service, var asked, ..])
{
    string[] words = QueriesOf(asked);
    var load = new MixedLoad(new Uri(service), words, MixedLoad.FindIds(new Uri(service), words));
    load.Print(NumberOf(4) ?? 8, DurationOf(3), NumberOf(5));
    return 0;
}

if (args is ["highlights", var folder, var questionList])
{
    await HighlightSpeed.PrintAsync(folder, QueriesOf(questionList));
    return 0;
}

if (args.Length < 3 || args[0] is not ("process" or "http"))
{
    await Console.Error.WriteLineAsync("usage: SearchNews.Benchmarks index ARTICLES.jsonl INDEX-FOLDER [THREADS] [merge] | search INDEX-FOLDER QUERIES.tsv SECONDS | process INDEX-FOLDER QUERIES.tsv [SECONDS] | http URL QUERIES.tsv [SECONDS] | http-cost INDEX-FOLDER URL QUERIES.tsv [SECONDS] | http-throughput INDEX-FOLDER URL QUERIES.tsv [SECONDS] [CLIENTS] | load URL QUERIES.tsv [SECONDS] [CLIENTS] [PID] | crc | kernels [OPTIONS] | fuzzy | dictionary INDEX-FOLDER FIELD | stories ARTICLES.jsonl | highlights INDEX-FOLDER QUERIES.tsv | suggest INDEX-FOLDER QUERIES.tsv [ROUNDS] | rebuild FOLDER [plain|yaml] [INDEX-FOLDER] | front-matter FOLDER | product ARTICLES.jsonl INDEX-FOLDER");
    return 2;
}

string[] queries = QueriesOf(args[2]);
TimeSpan duration = DurationOf(3);
IQuestions questions = args[0] == "process" ? new ProcessQuestions(args[1]) : new HttpQuestions(new Uri(args[1]));
string[] ids = await questions.FindIdsAsync(queries);
Latency.Print("text alone", await Latency.MeasureAsync(queries, questions.SearchTextAsync, duration));
Latency.Print("search", await Latency.MeasureAsync(queries, questions.SearchAsync, duration));
Latency.Print("similar", await Latency.MeasureAsync(ids, questions.SimilarAsync, duration));
Console.WriteLine($"resident memory of this process: {Environment.WorkingSet / (1024.0 * 1024):0} MiB");
return 0;

static string[] QueriesOf(string file) => [.. File.ReadLines(file).Select(line => line.Split('\t')).Where(columns => columns.Length > 1).Select(columns => columns[1])];

int? NumberOf(int position) => args.Length > position ? int.Parse(args[position], System.Globalization.CultureInfo.InvariantCulture) : null;

TimeSpan DurationOf(int position) => TimeSpan.FromSeconds(args.Length > position ? double.Parse(args[position], System.Globalization.CultureInfo.InvariantCulture) : 10);
