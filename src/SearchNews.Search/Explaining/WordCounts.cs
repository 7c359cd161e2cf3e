using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Explaining;

/// <summary>How often an article has what is not one term. Taking its short texts apart again costs less than walking through the index.</summary>
internal static class WordCounts
{
    /// <summary>The terms that it has in the field <c>words</c>.</summary>
    public static HashSet<string> WordsOf(ArticleRecord record) => [.. ArticleSchema.Words.Analyze(record.Title, record.Excerpt).Select(token => token.Term)];

    /// <summary>Places where a phrase stands.</summary>
    public static int OfPhrase(PhraseQuery phrase, ArticleRecord record)
    {
        IReadOnlyList<AnalyzedToken> tokens = phrase.Terms[0].Field switch
        {
            ArticleFields.Title => ArticleSchema.News.Analyze(record.Title),
            ArticleFields.Excerpt => ArticleSchema.News.Analyze(record.Excerpt),
            _ => ArticleSchema.Words.Analyze(record.Title, record.Excerpt),
        };
        HashSet<(string Term, int Position)> places = [.. tokens.Select(token => (token.Term, token.Position))];
        return places.Count(place => place.Term == phrase.Terms[0].Text
            && phrase.Terms.Zip(phrase.Positions).All(next => places.Contains((next.First.Text, place.Position + next.Second - phrase.Positions[0]))));
    }

    /// <summary>Words that begin with some letters, case and accents aside.</summary>
    public static int OfPrefix(string prefix, ArticleRecord record)
    {
        string folded = ArticleSchema.News.Normalize(prefix);
        return ArticleSchema.Words.Analyze(record.Title, record.Excerpt).Count(token => ArticleSchema.News.Normalize(token.Term).StartsWith(folded, StringComparison.Ordinal));
    }
}
