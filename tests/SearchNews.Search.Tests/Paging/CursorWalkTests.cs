using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Facets;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;
using SearchNews.Search.Tests.QuerySyntax;
using SearchNews.Search.Tests.Ranking;
using SearchNews.Search.Tests.Stories;

namespace SearchNews.Search.Tests.Paging;

/// <summary>Pages by cursor, put together, are the whole list.</summary>
public sealed class CursorWalkTests : IClassFixture<GroupedSearchTests.SharedIndex>
{
    private readonly TestIndex _index;
    private readonly StoryGroups _groups;
    private readonly NaiveRanking _naive;

    public CursorWalkTests(GroupedSearchTests.SharedIndex shared) => (_index, _groups, _naive) = (shared.Index, shared.Groups, shared.Naive);

    [Fact]
    public async Task Walk_AnyQuerySortAndSize_IsWhatLookingAtEveryArticleGives()
    {
        Random random = Seeds.Random();
        int pages = 0;
        for (int round = 0; round < LongTier.Rounds(fast: 30, full: 5_000); round++)
        {
            NaiveRequest naive = NaiveRequest.Draw(random);

            // Relaxing is not the naive request's business.
            HitGrouping group = random.Next(3) == 0 ? HitGrouping.None : HitGrouping.Story;
            SearchRequest request = naive.ToRequest() with { Typo = TypoPolicy.Off, Group = group, Size = random.Next(1, 101) };
            string[] all = Ranked(naive);
            if (naive.Match == MatchPolicy.All && all.Length < SearchExecution.RelaxBelow) continue;
            string[] expected = group == HitGrouping.None ? all : [.. all.DistinctBy(_groups.FirstOf, StringComparer.Ordinal)];
            (await Walk.AllAsync(_index.Backend, request, () => random.Next(1, 101), () => pages++)).ShouldBe(expected, $"{request}");
        }

        pages.ShouldBeGreaterThan(LongTier.Rounds(fast: 5, full: 150), "too few pages; this test proves little");
    }

    [Fact]
    public async Task Walk_AnyText_IsTheListInOnePiece()
    {
        // Relaxed and corrected ones among them: every page must decide alike.
        Random random = Seeds.Random(1);
        int changed = 0;
        for (int round = 0; round < LongTier.Rounds(fast: 30, full: 5_000); round++)
        {
            string text = random.Next(3) switch { 0 => RandomTexts.Mutated(random), 1 => "glacier museum orchid violin sensr", _ => $"{SomeArticles.Text(random, 2)} quantm{random.Next(3)} bridje" };
            SearchRequest request = new() { Query = text, Group = (HitGrouping)random.Next(2), Sort = random.Next(3) == 0 ? (SortOrder)random.Next(5) : null };
            SearchResponse whole = _index.Search(request with { Size = 10_000 });
            if (whole.Meta.Relaxed || whole.Meta.Query?.Corrected is not null) changed++;
            (await Walk.AllAsync(_index.Backend, request with { Size = random.Next(1, 101) })).ShouldBe(whole.Hits.Select(hit => hit.Id), text);
        }

        changed.ShouldBeGreaterThan(LongTier.Rounds(fast: 2, full: 20), "too few relaxed or corrected searches; this test proves little");
    }

    [Fact]
    public void Collect_FromAPlaceAndPruned_IsTheRestOfTheList()
    {
        // Bounds of text alone are tight, so that much is skipped.
        Random random = Seeds.Random(2);
        int pruned = 0;
        IndexSearcher searcher = _index.Snapshot.SearcherFor(RankingProfile.None);
        for (int round = 0; round < LongTier.Rounds(fast: 60, full: 20_000); round++)
        {
            string[] words = ["azur", .. Enumerable.Range(0, random.Next(4)).Select(_ => NaiveText.Stems(SomeArticles.Words[random.Next(20)]).Single())];
            BooleanQuery query = BooleanQuery.Of(Occur.Should, words.Distinct(StringComparer.Ordinal).Select(word => (Query)new TermQuery(new Term(ArticleFields.Text, word))));
            var everything = new HitCollector(_index.Snapshot, SortOrder.Relevance, 1_000);
            searcher.Search(query, everything, TestContext.Current.CancellationToken);
            RankedHit[] list = [.. everything.ToSortedArray().DistinctBy(hit => _index.Snapshot.Stories.FirstOf(hit.Doc))];
            int shown = random.Next(1, list.Length);
            int size = random.Next(1, 20);

            var told = new ShownStories(_index.Snapshot, SortOrder.Relevance, list[shown - 1]);
            searcher.Search(query, told, TestContext.Current.CancellationToken);
            var rest = new HitCollector(_index.Snapshot, SortOrder.Relevance, size, countThreshold: 0, HitGrouping.Story, new ListPlace(list[shown - 1], told));
            searcher.Search(query, rest, TestContext.Current.CancellationToken);

            rest.ToSortedArray().ShouldBe(list.Skip(shown).Take(size), $"{query} {shown} {size}");
            if (rest.Total < everything.Total) pruned++;
        }

        pruned.ShouldBeGreaterThan(LongTier.Rounds(fast: 10, full: 60), "too few searches skipped anything; this test proves little");
    }

    [Fact]
    public async Task Walk_FromAPage_GoesOnBehindIt()
    {
        var request = new SearchRequest { Query = "azure", Size = 7 };
        string[] whole = [.. _index.Search(request with { Size = 1_000 }).Hits.Select(hit => hit.Id)];
        (await Walk.AllAsync(_index.Backend, request with { Page = 4 })).ShouldBe(whole[21..]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public async Task Search_LastPage_HasNoCursor(int more, bool hasCursor)
    {
        var request = new SearchRequest { Query = "\"comet\" glacier", Match = MatchPolicy.Any };
        int found = (int)_index.Search(request).Total.Stories!.Value;
        found.ShouldBeGreaterThan(2);
        ((await _index.Backend.SearchAsync(request with { Size = found - more }, TestContext.Current.CancellationToken)).Cursor is not null).ShouldBe(hasCursor);
    }

    [Fact]
    public async Task Search_ByCursor_MayAskForMoreOfEachHit()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var request = new SearchRequest { Query = "azure cloud" };
        string? cursor = (await _index.Backend.SearchAsync(request, cancellation)).Cursor;
        SearchResponse second = await _index.Backend.SearchAsync(request with { Cursor = cursor, Size = 3, Facets = [FacetField.Type], Explain = 1 }, cancellation);
        second.Hits.Select(hit => hit.Id).ShouldBe(_index.Search(request with { Size = 13 }).Hits.Skip(10).Select(hit => hit.Id));
        second.Facets!["type"].Sum(value => value.Count).ShouldBeGreaterThan(10);
        foreach (SearchHit hit in second.Hits) hit.Explain!.Score.ShouldBe(hit.Score!.Value, 1e-5f);
    }

    [Fact]
    public async Task Search_OutOfTime_OffersNoCursorAndShowsNothingTwice()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var request = new SearchRequest { Query = "azure" };
        SearchResponse first = await _index.Backend.SearchAsync(request, cancellation);
        (await _index.Backend.SearchAsync(request with { TimeBudget = TimeSpan.Zero }, cancellation)).Cursor.ShouldBeNull();
        SearchResponse late = await _index.Backend.SearchAsync(request with { Cursor = first.Cursor, TimeBudget = TimeSpan.Zero }, cancellation);
        (late.Meta.Partial, late.Cursor, late.Hits.Count).ShouldBe((true, null, 0));
        late.Meta.Warnings.ShouldContain("Time ran out: ask for this page again.");
        (await _index.Backend.SearchAsync(request with { Cursor = first.Cursor }, cancellation)).Hits.Count.ShouldBe(10);
    }

    private string[] Ranked(NaiveRequest naive)
    {
        var instant = new DateTimeOffset(2021, 8, 29, 12, 0, 0, TimeSpan.Zero);
        return NaiveRanking.Sort(_index.Articles.Where(a => naive.Matches(a, _naive))
            .Select(a => (a, naive.Sort == SortOrder.Relevance ? _naive.Score(a, naive.Meaning, RankingProfile.Balanced, null, instant) : NaiveRanking.Key(a, naive.Sort))));
    }
}
