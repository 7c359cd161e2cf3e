using System.Collections.Frozen;
using SearchNews.Lucene.Analysis.News;

namespace SearchNews.Search.Suggesting;

/// <summary>The spelling of words for people: listed names such as C# are in the index under words of their own.</summary>
internal static class ShownWords
{
    private static readonly FrozenDictionary<string, string> Names = ListedNames.Default.All
        .Where(name => !name.Words.Contains(' ', StringComparison.Ordinal))
        .DistinctBy(name => name.Words, StringComparer.Ordinal)
        .ToFrozenDictionary(name => name.Words, name => name.Name.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The name that a word stands for when it goes on from what was typed, else the word.</summary>
    public static string Of(string word, ReadOnlySpan<char> typed) =>
        Names.TryGetValue(word, out string? name) && name.AsSpan().StartsWith(typed.TrimEnd("*~"), StringComparison.OrdinalIgnoreCase) ? name : word;
}
