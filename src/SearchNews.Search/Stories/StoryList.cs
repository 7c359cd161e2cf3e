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
        int skipped = (int)Math.Min((request.Page - 1L) * request.Size, snapshot.Stories.Count);
        int kept = (int)Math.Min((long)skipped + request.Size, snapshot.Stories.Count);
        var collector = new StoryCollector(snapshot, request.Sort == StorySort.Newest ? ListedStory.ByDate : ListedStory.ByCoverage, kept);
        var builder = new BooleanQuery.Builder();
        builder.Add(new MatchAllDocsQuery(), Occur.Filter);
        foreach (BooleanClause clause in new FilterCompiler(snapshot.Reader).Compile(request.Filter)) builder.Add(clause);
        snapshot.SearcherFor(RankingProfile.Balanced).Search(builder.Build(), collector, cancellationToken);
        var lookup = new StoryLookup(snapshot);
        return (new Responses.TotalHits(collector.Stories, collector.Articles, true), [.. collector.ToSortedArray().Skip(skipped).Select(story => lookup.Describe(story.Doc))]);
    }
}
