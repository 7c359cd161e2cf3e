using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Stories;

/// <summary>Lists the stories that have an article which passes a filter.</summary>
/// <remarks>By coverage: most articles first, then the greatest coverage of an article, then the latest. By newest: the latest article first, then most articles. Then by document.</remarks>
internal static class StoryList
{
    /// <summary>One page of stories.</summary>
    public static (Responses.TotalHits Total, IReadOnlyList<StoryResponse> Hits) Find(ArticleSnapshot snapshot, StoriesRequest request, CancellationToken cancellationToken)
    {
        List<int> articles = Collect(snapshot, request, cancellationToken);
        var seen = new bool[snapshot.Stories.Numbered];
        var stories = new List<Listed>();
        foreach (int doc in articles)
        {
            int story = snapshot.Stories.StoryOf(doc);
            if (story != SnapshotStories.Alone)
            {
                if (seen[story]) continue;
                seen[story] = true;
            }

            stories.Add(Describe(snapshot, doc, story));
        }

        stories.Sort(request.Sort == StorySort.Newest ? Listed.ByDate : Listed.ByCoverage);
        var lookup = new StoryLookup(snapshot);
        return (
            new Responses.TotalHits(stories.Count, articles.Count, true),
            [.. stories.Skip((request.Page - 1) * request.Size).Take(request.Size).Select(story => lookup.Describe(story.Doc))]);
    }

    private static List<int> Collect(ArticleSnapshot snapshot, StoriesRequest request, CancellationToken cancellationToken)
    {
        var builder = new BooleanQuery.Builder();
        builder.Add(new MatchAllDocsQuery(), Occur.Filter);
        foreach (BooleanClause clause in new FilterCompiler(snapshot.Reader).Compile(request.Filter)) builder.Add(clause);
        var collector = new DocumentCollector();
        snapshot.SearcherFor(RankingProfile.Balanced).Search(builder.Build(), collector, cancellationToken);
        return collector.Documents;
    }

    private static Listed Describe(ArticleSnapshot snapshot, int doc, int story)
    {
        ReadOnlySpan<int> docs = story == SnapshotStories.Alone ? [doc] : snapshot.Stories.DocsOf(story);
        float coverage = 0;
        long last = SignalColumns.NoDate;
        foreach (int member in docs)
        {
            LeafReaderContext leaf = snapshot.Reader.LeafOf(member);
            SignalColumns columns = snapshot.Columns[leaf.Ord];
            coverage = Math.Max(coverage, columns.Coverage[member - leaf.DocBase]);
            last = Math.Max(last, columns.PublishedAt[member - leaf.DocBase]);
        }

        return new Listed(docs[0], docs.Length, coverage, last);
    }

    private sealed record Listed(int Doc, int Size, float Coverage, long Last)
    {
        public static int ByCoverage(Listed left, Listed right) =>
            (right.Size, right.Coverage, right.Last, left.Doc).CompareTo((left.Size, left.Coverage, left.Last, right.Doc));

        public static int ByDate(Listed left, Listed right) =>
            (right.Last, right.Size, right.Coverage, left.Doc).CompareTo((left.Last, left.Size, left.Coverage, right.Doc));
    }

    private sealed class DocumentCollector : Collector
    {
        public List<int> Documents { get; } = [];

        public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

        public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(Documents, context.DocBase);

        private sealed class Leaf(List<int> documents, int docBase) : LeafCollector
        {
            public override void Collect(int doc, float score) => documents.Add(docBase + doc);
        }
    }
}
