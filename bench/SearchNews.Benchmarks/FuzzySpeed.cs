using System.Diagnostics;
using System.Globalization;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Benchmarks;

/// <summary>
/// Fuzzy words of two edits against exact words, on one thread, over a dictionary of a million made-up words in one segment: syllables as of English, 2 to 16
/// letters, drawn with a fixed seed. Half of the words asked for are mistyped.
/// </summary>
internal static class FuzzySpeed
{
    private const string Field = "body";
    private const int Terms = 1_000_000;
    private const int WordsOfDocument = 20;
    private const int Questions = 4_000;
    private const int Hits = 10;

    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "ch", "cl", "cr", "gr", "pl", "pr", "sh", "st", "str", "th", "tr", "", ""];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "e", "ea", "ie", "ou", "y"];
    private static readonly string[] Codas = ["", "", "", "", "l", "m", "n", "r", "s", "t", "ck", "nd", "ng", "nt", "rd", "st"];

    public static void Print()
    {
        var random = new Random(1);
        string[] words = [.. Words(random)];
        using var directory = new MemoryDirectory();
        Write(directory, words);
        var searcher = new IndexSearcher(DirectoryReader.Open(directory));
        string[] asked = [.. Enumerable.Range(0, Questions).Select(i => i % 2 == 0 ? words[random.Next(words.Length)] : Mistyped(random, words[random.Next(words.Length)]))];
        double[] exact = Measure(asked, word => searcher.Search(new TermQuery(Field, word), Hits));
        foreach ((string name, int edits, int prefix) in (ReadOnlySpan<(string, int, int)>)[("1 edit", 1, 0), ("2 edits", 2, 0), ("2, 1st =", 2, 1)])
        {
            double[] fuzzy = Measure(asked, word => searcher.Search(new FuzzyQuery(new Term(Field, word), edits, prefix), Hits));
            Latency.Print(name, fuzzy);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"         {fuzzy[fuzzy.Length / 2] / exact[exact.Length / 2]:0} times an exact word (p50)"));
        }

        Latency.Print("exact", exact);
    }

    private static void Write(IndexDirectory directory, string[] words)
    {
        using var writer = new IndexWriter(directory, new IndexWriterConfig { IdSeed = 1 });
        for (int i = 0; i < words.Length; i += WordsOfDocument) writer.AddDocument(new Document { new TextField(Field, string.Join(' ', words.AsSpan(i, Math.Min(WordsOfDocument, words.Length - i))!)) });
        writer.ForceMerge(1);
        writer.Commit();
    }

    private static HashSet<string> Words(Random random)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Terms)
        {
            string word = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Of(random, Onsets) + Of(random, Vowels) + Of(random, Codas)));
            if (word.Length <= 16) words.Add(word);
        }

        return words;
    }

    private static string Of(Random random, string[] parts) => parts[random.Next(parts.Length)];

    private static string Mistyped(Random random, string word)
    {
        for (int edits = random.Next(1, 3); edits > 0; edits--)
        {
            int at = random.Next(word.Length);
            string letter = ((char)('a' + random.Next(26))).ToString();
            word = random.Next(3) switch
            {
                0 => word.Insert(at, letter),
                1 when word.Length > 2 => word.Remove(at, 1),
                _ => string.Concat(word.AsSpan(0, at), letter, word.AsSpan(at + 1)),
            };
        }

        return word;
    }

    private static double[] Measure(string[] words, Action<string> ask)
    {
        foreach (string word in words.AsSpan(0, words.Length / 4)) ask(word);
        double[] times = Array.ConvertAll(words, word =>
        {
            long before = Stopwatch.GetTimestamp();
            ask(word);
            return Stopwatch.GetElapsedTime(before).TotalMilliseconds;
        });
        Array.Sort(times);
        return times;
    }
}
