using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Synonyms;

/// <summary>
/// Which words mean the same, by their stems: whatever form is typed, all others are searched too. Immutable and thread-safe.
/// </summary>
internal sealed class SynonymRules
{
    private readonly Dictionary<string, List<string>> _meanings = new(StringComparer.Ordinal);

    /// <summary>No rules.</summary>
    public static SynonymRules None { get; } = new("");

    /// <summary>Starts with no rules.</summary>
    /// <param name="version">Differs between files of different content; empty when there is none.</param>
    public SynonymRules(string version) => Version = version;

    /// <summary>Differs between files of different content; empty when there is none.</summary>
    public string Version { get; }

    /// <summary>The most stems that anything with another meaning has.</summary>
    public int MaxStems { get; private set; }

    /// <summary>The stems of a text; none when it has only stop words and signs.</summary>
    public static string[] StemsOf(string text) => [.. ArticleSchema.News.Analyze(text).Select(token => token.Term)];

    /// <summary>What else the words with these stems are searched as; null when nothing.</summary>
    public IReadOnlyList<string>? Find(ReadOnlySpan<string> stems) => _meanings.GetValueOrDefault(string.Join(' ', stems!));

    /// <summary>Adds what a word or phrase is searched as too; its own form is left out, and so is what is there already.</summary>
    internal void Add(string from, string to)
    {
        string[] stems = StemsOf(from);
        string key = string.Join(' ', stems);
        if (string.Join(' ', StemsOf(to)) == key) return;
        if (!_meanings.TryGetValue(key, out List<string>? meanings)) _meanings[key] = meanings = [];
        if (!meanings.Contains(to, StringComparer.Ordinal)) meanings.Add(to);
        MaxStems = Math.Max(MaxStems, stems.Length);
    }
}
