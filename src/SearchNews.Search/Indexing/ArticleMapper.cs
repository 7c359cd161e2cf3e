using SearchNews.Articles;
using SearchNews.Lucene.Documents;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Indexing;

/// <summary>Turns an article into the document that is indexed: the only place that decides what goes into which field.</summary>
internal static class ArticleMapper
{
    /// <summary>Keywords longer than this, in UTF-16 units, are damage, not names: they stay in the record but are not searchable.</summary>
    private const int MaxKeywordLength = 256;

    /// <summary>The document of an article and of what is kept of it. May be called by many threads.</summary>
    public static Document Map(Article article, ArticleRecord record)
    {
        var document = new Document
        {
            new StringField(ArticleFields.Id, article.Id, stored: true),
            new SortedDocValuesField(ArticleFields.Id, article.Id),
        };
        AddText(document, article);
        AddKeyword(document, ArticleFields.Provider, article.Provider?.Domain);
        AddKeyword(document, ArticleFields.Type, article.Type);
        AddKeyword(document, ArticleFields.Category, article.Category);
        AddKeyword(document, ArticleFields.Published, article.Published switch { true => "true", false => "false", null => null });
        AddTopics(document, article.Topics);
        AddSignals(document, article, record.Coverage);
        document.Add(new BinaryDocValuesField(ArticleFields.Story, StoryFingerprint.Of(article.Title, article.Excerpt)));
        document.Add(new StoredField(ArticleFields.Source, ArticleRecordJson.Serialize(record)));
        return document;
    }

    private static void AddText(Document document, Article article)
    {
        // The title counts twice in the combined field; the gap between values keeps phrases from running across.
        if (article.Title.Length > 0)
        {
            document.Add(new TextField(ArticleFields.Text, article.Title));
            document.Add(new TextField(ArticleFields.Text, article.Title));
            document.Add(new TextField(ArticleFields.Title, article.Title));
            document.Add(new TextField(ArticleFields.Words, article.Title));
        }

        if (article.Excerpt.Length > 0)
        {
            document.Add(new TextField(ArticleFields.Text, article.Excerpt));
            document.Add(new TextField(ArticleFields.Excerpt, article.Excerpt));
            document.Add(new TextField(ArticleFields.Words, article.Excerpt));
        }
    }

    private static void AddKeyword(Document document, string field, string? value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > MaxKeywordLength) return;
        document.Add(new StringField(field, value.ToLowerInvariant()));
        document.Add(new SortedDocValuesField(field, value));
    }

    private static void AddTopics(Document document, IReadOnlyList<string> topics)
    {
        foreach (string topic in topics.Where(t => t.Length is > 0 and <= MaxKeywordLength).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            document.Add(new StringField(ArticleFields.Topic, topic.ToLowerInvariant()));
            document.Add(new SortedSetDocValuesField(ArticleFields.Topic, topic));
        }
    }

    private static void AddSignals(Document document, Article article, double? coverage)
    {
        if (article.PublishedAt is { } published) document.Add(new NumericDocValuesField(ArticleFields.PublishedAt, published.ToUnixTimeMilliseconds()));
        AddSignal(document, ArticleFields.Quality, article.Quality);
        AddSignal(document, ArticleFields.Heat, article.Heat);
        AddSignal(document, ArticleFields.Coverage, coverage);
    }

    private static void AddSignal(Document document, string name, double? value)
    {
        if (value is not { } number) return;
        document.Add(NumericDocValuesField.OfDouble(name, number));
        float feature = (float)number;
        if (float.IsFinite(feature) && feature >= FeatureField.MinValue) document.Add(new FeatureField(ArticleFields.Features, name, feature));
    }
}
