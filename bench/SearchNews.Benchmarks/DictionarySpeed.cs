using System.Diagnostics;
using System.Globalization;
using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Benchmarks;

/// <summary>What it costs to find terms in the dictionary of an index: one exact term, one that is not there, all with a beginning, all within an edit. One thread; no document is scored.</summary>
internal static class DictionarySpeed
{
    private const int Samples = 500;
    private const int Rounds = 101;
    private const int PrefixLength = 4;
    private const int MinFuzzyLength = 6;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.7);

    public static void Print(string folder, string field)
    {
        using var directory = new FileSystemDirectory(folder, new MemoryBudget(long.MaxValue));
        DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var random = new Random(1);
        string[] words = [.. Words(reader, field)];
        random.Shuffle(words);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words.Length} words in '{field}', {reader.Leaves.Count} segments"));
        Term[] terms = [.. words.Take(Samples).Select(word => new Term(field, word))];
        Measure("exact term", terms, term => TermStates.Build(reader, term).DocFreq);
        Measure("absent term", [.. terms.Select(term => new Term(field, term.Text + "q"))], term => TermStates.Build(reader, term).DocFreq);
        Measure("weight", [.. terms.Select(term => new TermQuery(term))], query => searcher.CreateWeight(searcher.Rewrite(query), ScoreMode.TopScores, 1f) is null ? 1 : 0);
        Measure("prefix", [.. terms.Where(term => term.Text.Length >= PrefixLength).Select(term => new PrefixQuery(field, term.Text[..PrefixLength]))], query => searcher.Search(query, 10, 1000).ScoreDocs.Count);
        Measure("1 edit", [.. terms.Where(term => term.Text.Length >= MinFuzzyLength)], term => FuzzyTerms.Find(reader, term, maxEdits: 1, prefixLength: 0, count: 50).Count);
        Measure("2 edits", [.. terms.Where(term => term.Text.Length >= MinFuzzyLength).Take(Samples / 20)], term => FuzzyTerms.Find(reader, term, maxEdits: 2, prefixLength: 0, count: 50).Count);
    }

    private static SortedSet<string> Words(IndexReader reader, string field)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(field)?.GetTermsEnum() is not { } terms) continue;
            while (terms.MoveNext()) words.Add(Encoding.UTF8.GetString(terms.Term));
        }

        return words;
    }

    /// <summary>Prints the best and the median round, time and allocated bytes of one question.</summary>
    private static void Measure<T>(string name, T[] questions, Func<T, int> ask)
    {
        long warm = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warm) < WarmUp) Ask(questions, ask);
        double[] times = new double[Rounds];
        long answers = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            long started = Stopwatch.GetTimestamp();
            answers = Ask(questions, ask);
            times[round] = Stopwatch.GetElapsedTime(started).TotalNanoseconds / questions.Length;
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / ((long)questions.Length * Rounds);
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} best {times[0],9:0} ns, median {times[Rounds / 2],9:0} ns, {allocated,7} bytes, sum of answers {answers}"));
    }

    private static long Ask<T>(T[] questions, Func<T, int> ask)
    {
        long answers = 0;
        foreach (T question in questions) answers += ask(question);
        return answers;
    }
}
