using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Suggesting;

/// <summary>A title that can be suggested.</summary>
/// <param name="Doc">Its document.</param>
/// <param name="Id">Its article.</param>
/// <param name="Title">The title as shown to people.</param>
/// <param name="Words">The title's words, folded.</param>
internal sealed record Headline(int Doc, string Id, string Title, string[] Words)
{
    /// <summary>Of a stored article; null when it has no title.</summary>
    public static Headline? Of(int doc, ArticleRecord record)
    {
        if (record.Title.Length == 0) return null;
        IReadOnlyList<AnalyzedToken> tokens = ArticleSchema.Words.Analyze(record.Title);
        return new Headline(doc, record.Id, record.Title, [.. tokens.Select(token => TypedText.Fold(token.Term)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>True when the title has all the words, and one that begins with one of the beginnings.</summary>
    /// <param name="words">Whole words, folded.</param>
    /// <param name="beginnings">Folded; none when no word is unfinished.</param>
    public bool Has(ReadOnlySpan<string> words, ReadOnlySpan<string> beginnings)
    {
        foreach (string word in words)
        {
            if (Array.IndexOf(Words, word) < 0) return false;
        }

        if (beginnings.IsEmpty) return true;
        foreach (string beginning in beginnings)
        {
            foreach (string word in Words)
            {
                if (word.StartsWith(beginning, StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }
}
