using SearchNews.Articles;
using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>The analyzed texts of one article: the fields by themselves, and title, title and excerpt together.</summary>
internal sealed record NaiveText(IReadOnlyList<AnalyzedToken> Title, IReadOnlyList<AnalyzedToken> Excerpt, NaiveField TitleField, NaiveField ExcerptField, NaiveField Combined)
{
    public static NaiveText Of(Article article)
    {
        IReadOnlyList<AnalyzedToken> title = ArticleSchema.News.Analyze(article.Title);
        IReadOnlyList<AnalyzedToken> excerpt = ArticleSchema.News.Analyze(article.Excerpt);
        return new NaiveText(title, excerpt, NaiveField.Of(title), NaiveField.Of(excerpt), NaiveField.Of([.. title, .. title, .. excerpt]));
    }

    public static IEnumerable<string> Stems(string text) => ArticleSchema.News.Analyze(text).Select(t => t.Term);
}
