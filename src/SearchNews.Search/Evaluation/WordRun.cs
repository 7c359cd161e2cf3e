using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Evaluation;

/// <summary>Takes neighbouring words out of a text. Stop words count only between others.</summary>
internal static class WordRun
{
    /// <summary>A run of as many words that are no stop words, in lower case; null when the text has fewer.</summary>
    public static string? Of(string text, int words, Random random)
    {
        IReadOnlyList<AnalyzedToken> stems = ArticleSchema.News.Analyze(text);
        if (stems.Count < words) return null;
        int first = random.Next(stems.Count - words + 1);
        string run = text[stems[first].StartOffset..stems[first + words - 1].EndOffset];
        return string.Join(' ', ArticleSchema.Words.Analyze(run).Select(word => word.Term));
    }
}
