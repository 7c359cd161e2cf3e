using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Stories;

/// <summary>
/// Tells of the stories of one snapshot. A story's leader is elected among its articles: one of heat 0 or more before others (-1 marks an article that does not lead), then the highest quality, then the
/// earliest, then by id. Thread-safe.
/// </summary>
internal sealed class StoryLookup(ArticleSnapshot snapshot)
{
    /// <summary>The story of a document as answers name it; null when the article is alone.</summary>
    public StoryInfo? InfoOf(int doc)
    {
        int story = snapshot.Stories.StoryOf(doc);
        return story == SnapshotStories.Alone ? null : snapshot.Stories.InfoOf(story, MakeInfo);
    }

    /// <summary>The whole story of a document, which may be alone in it.</summary>
    public StoryResponse Describe(int doc)
    {
        int story = snapshot.Stories.StoryOf(doc);
        int[] docs = story == SnapshotStories.Alone ? [doc] : LeaderFirst(snapshot.Stories.DocsOf(story));
        SearchHit[] articles = Array.ConvertAll(docs, Read);
        string id = docs.Length == 1 ? articles[0].Id : snapshot.Stories.InfoOf(story, MakeInfo).Id;
        return new StoryResponse(
            id,
            articles[0].Id,
            articles.Length,
            articles.Min(a => a.PublishedDateTime),
            articles.Max(a => a.PublishedDateTime),
            ProvidersOf(docs),
            articles);
    }

    private StoryInfo MakeInfo(int story)
    {
        int[] docs = LeaderFirst(snapshot.Stories.DocsOf(story));
        return new StoryInfo(Encoding.UTF8.GetString(snapshot.IdOf(snapshot.Stories.DocsOf(story)[0])), docs.Length, ProvidersOf(docs));
    }

    private SearchHit Read(int doc)
    {
        ArticleRecord record = snapshot.ReadRecord(doc);
        return record.CopyTo(new SearchHit { Id = record.Id }) with { Story = InfoOf(doc) };
    }

    /// <summary>The leader, then the others by date and id.</summary>
    private int[] LeaderFirst(ReadOnlySpan<int> docs)
    {
        int[] ordered = docs.ToArray();
        Array.Sort(ordered, (a, b) => ByDate(a, b));
        int leader = 0;
        for (int i = 1; i < ordered.Length; i++)
        {
            // Of equals the earlier one stays.
            if (Standing(ordered[i]).CompareTo(Standing(ordered[leader])) > 0) leader = i;
        }

        int led = ordered[leader];
        ordered.AsSpan(0, leader).CopyTo(ordered.AsSpan(1));
        ordered[0] = led;
        return ordered;
    }

    private int ByDate(int left, int right)
    {
        int order = PublishedAt(left).CompareTo(PublishedAt(right));
        return order == 0 ? snapshot.CompareIds(left, right) : order;
    }

    private long PublishedAt(int doc)
    {
        LeafReaderContext leaf = snapshot.Reader.LeafOf(doc);
        return snapshot.Columns[leaf.Ord].PublishedAt[doc - leaf.DocBase];
    }

    private (bool Leads, double Quality) Standing(int doc) =>
        (Number(doc, ArticleFields.Heat) >= 0, Number(doc, ArticleFields.Quality) ?? double.NegativeInfinity);

    private double? Number(int doc, string field)
    {
        LeafReaderContext leaf = snapshot.Reader.LeafOf(doc);
        return leaf.Reader.GetNumericDocValues(field) is { } values && values.AdvanceExact(doc - leaf.DocBase) ? BitConverter.Int64BitsToDouble(values.LongValue) : null;
    }

    /// <summary>The domains of the articles' providers, each once, in the order of the articles.</summary>
    private List<string> ProvidersOf(int[] docs)
    {
        var providers = new List<string>();
        foreach (int doc in docs)
        {
            LeafReaderContext leaf = snapshot.Reader.LeafOf(doc);
            if (leaf.Reader.GetSortedDocValues(ArticleFields.Provider) is not { } values || !values.AdvanceExact(doc - leaf.DocBase)) continue;
            string provider = Encoding.UTF8.GetString(values.LookupOrd(values.OrdValue));
            if (!providers.Contains(provider, StringComparer.OrdinalIgnoreCase)) providers.Add(provider);
        }

        return providers;
    }
}
