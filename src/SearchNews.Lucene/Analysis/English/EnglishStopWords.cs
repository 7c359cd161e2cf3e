using System.Collections.Frozen;

namespace SearchNews.Lucene.Analysis.English;

/// <summary>The 33 words Lucene's EnglishAnalyzer removes.</summary>
public static class EnglishStopWords
{
    /// <summary>The words, in lower case.</summary>
    public static FrozenSet<string> Set { get; } = FrozenSet.ToFrozenSet(
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of",
        "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
    ]);
}
