using System.Globalization;
using SearchNews.Articles;
using SearchNews.Search.Embedded;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>
/// Few articles have all the words, and thousands of others stand between them: those are skipped by bounds of their own, which must change nothing, in segments with deletions, with stories, with words that are
/// corrected, and from any place in the list on.
/// </summary>
public sealed class RankedRunsTests : IClassFixture<RankedRunsTests.SharedIndex>
{
    private const int Articles = 9_000;
    private const int Firsts = 400; // articles that stories begin with
    private static readonly string[] Frequent = ["cloud", "storage", "azure"];
    private static readonly string[] Middling = ["museum", "glacier", "violin"];
    private static readonly string[] Rare = ["quokka", "zephyr"];
    private static readonly string[] Mistyped = ["glaciar", "museun", "violen", "quokca"];

    private readonly TestIndex _index;

    public RankedRunsTests(SharedIndex shared) => _index = shared.Index;

    [Fact]
    public void Search_RareWordsAmongFrequentOnes_PrunedEqualsUnpruned()
    {
        Random random = Seeds.Random();
        int skipped = 0;
        int corrected = 0;
        for (int round = 0; round < 300; round++)
        {
            SearchRequest request = Draw(random);
            PreparedSearch prepared = new SearchExecution(_index.Snapshot, request, TestIndex.Now, TestContext.Current.CancellationToken).PrepareAsRanked();
            if (prepared.Tier is { Factor: < 1 }) corrected++;
            HitCollector all = Collect(prepared, int.MaxValue, int.MaxValue);
            RankedHit[] list = request.Group == HitGrouping.None ? all.ToSortedArray() : OnePerStory(all.ToSortedArray());
            int size = random.Next(1, 30);
            Collect(prepared, size, int.MaxValue, request.Group).ToSortedArray().ShouldBe(list.Take(size), $"{request}");
            HitCollector pruned = Collect(prepared, size, 0, request.Group);
            pruned.ToSortedArray().ShouldBe(list.Take(size), $"{request}");
            if (pruned.Total < all.Total / 2) skipped++;
            if (list.Length < 2) continue;
            int last = random.Next(Math.Min(60, list.Length - 1));
            Collect(prepared, size, 0, request.Group, PlaceBehind(list[last], prepared, request.Group)).ToSortedArray().ShouldBe(list.Skip(last + 1).Take(size), $"{request} from {last}");
        }

        skipped.ShouldBeGreaterThan(30, "too few searches skipped much; this test proves little");
        corrected.ShouldBeGreaterThan(10, "too few words were corrected");
    }

    [Fact]
    public void Search_TitleIsTheQueryThatItDoesNotMatchWhole_IsFound()
    {
        // Of the words of the query this title has all, but not the phrase: the bound of articles that lack words would leave it out.
        using TestIndex index = TestIndex.Of([.. Enumerable.Range(0, 2000).Select(i =>
            SomeArticles.Titled(string.Create(CultureInfo.InvariantCulture, $"a{i:D5}"), i == 1500 ? "cloud storage azure" : "storage azure museum violin", i < 5 ? "the cloud" : "glacier"))]);
        var request = new SearchRequest { Query = "\"the cloud\" storage azure", Match = MatchPolicy.Any, OwnProfile = RankingProfile.None with { ExactTitle = 3 } };
        PreparedSearch prepared = index.Prepare(request);
        foreach (int threshold in (int[])[int.MaxValue, 0])
        {
            var collector = new HitCollector(index.Snapshot, SortOrder.Relevance, 3, threshold);
            prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
            collector.ToSortedArray()[0].Doc.ShouldBe(1500);
        }
    }

    [Fact]
    public void Search_TwoScorersOfASegment_UseTheirMemoryAgain()
    {
        PreparedSearch prepared = _index.Prepare(new SearchRequest { Query = "quokka cloud", Match = MatchPolicy.Any });
        long least = long.MaxValue;
        for (int i = 0; i < 30; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Collect(prepared, 10, 0);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // What scoring takes is some 120 KB a scorer, and there are two in each of three segments.
        least.ShouldBeLessThan(200_000);
    }

    private static SearchRequest Draw(Random random) => new()
    {
        Query = Words(random),
        Match = random.Next(4) switch { 0 => MatchPolicy.Most, 1 => MatchPolicy.All, _ => MatchPolicy.Any },
        Group = random.Next(2) == 0 ? HitGrouping.Story : HitGrouping.None,
        Filter = random.Next(4) == 0 ? new ArticleFilter { Topics = ["Space"] } : ArticleFilter.None,
        OwnProfile = RankingProfile.Balanced with
        {
            Lambda = random.Next(3) * 0.1,
            PairInPart = random.NextDouble(),
            PairInTitle = random.Next(1, 4) * 0.5,
            ExactTitle = random.Next(2) * 0.25,
            RecencyHalfDays = random.Next(3) == 0 ? 0.001 : 14,
        },
    };

    private static string Words(Random random)
    {
        string[] words = [.. Frequent, .. Middling, .. Rare];
        random.Shuffle(words);
        string[] some = [.. words.Take(random.Next(1, 5))];
        if (random.Next(4) == 0) some[random.Next(some.Length)] = Pick(Mistyped, random);
        return string.Join(' ', some);
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    private HitCollector Collect(PreparedSearch prepared, int size, int threshold, HitGrouping group = HitGrouping.None, ListPlace? place = null)
    {
        var collector = new HitCollector(_index.Snapshot, SortOrder.Relevance, size, threshold, group, place);
        prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
        return collector;
    }

    private ListPlace PlaceBehind(RankedHit last, PreparedSearch prepared, HitGrouping group)
    {
        if (group == HitGrouping.None) return new ListPlace(last, null);
        var shown = new ShownStories(_index.Snapshot, SortOrder.Relevance, last);
        prepared.Searcher.Search(prepared.Query, shown, TestContext.Current.CancellationToken);
        return new ListPlace(last, shown);
    }

    private RankedHit[] OnePerStory(RankedHit[] hits)
    {
        var seen = new HashSet<int>();
        return [.. hits.Where(hit => _index.Snapshot.Stories.StoryOf(hit.Doc) is var story && (story == SnapshotStories.Alone || seen.Add(story)))];
    }

    public sealed class SharedIndex : IDisposable
    {
        public SharedIndex()
        {
            Random random = Seeds.Of(Seeds.Current, 41);
            Article[] articles = [.. Enumerable.Range(0, Articles).Select(i => One(random, i))];

            // Those of a number that seven divides are alone, and half of them go.
            var stories = new StoryGroups();
            for (int i = Firsts; i < Articles; i++)
            {
                if (i % 7 != 0 && random.Next(3) == 0) stories.Set(articles[i].Id, articles[i % Firsts].Id);
            }

            Index = TestIndex.Of(articles, segments: 3, stories);
            Index.Delete(articles.Skip(Firsts).Where((_, i) => (i + Firsts) % 7 == 0 && random.Next(2) == 0));
            Index.Snapshot.Reader.Leaves.Count.ShouldBe(3);
            Index.Snapshot.Reader.NumDocs.ShouldBeLessThan(Articles);
        }

        internal TestIndex Index { get; }

        public void Dispose() => Index.Dispose();

        // Dates rise with the documents, and signals differ from one stretch to the next, so that the bounds of blocks do too.
        private static Article One(Random random, int number) => SomeArticles.Titled(
            string.Create(CultureInfo.InvariantCulture, $"a{number:D5}"), Text(random, random.Next(1, 5)), Text(random, random.Next(0, 7))) with
        {
            Quality = random.Next(5) == 0 ? null : random.Next(number < Articles / 2 ? 20 : 150),
            Heat = random.Next(3) == 0 ? null : random.Next(600),
            Topics = random.Next(3) == 0 ? ["Space"] : [],
            PublishedAt = random.Next(12) == 0 ? null : new DateTimeOffset(random.Next(50) == 0 ? 1950 : 2021, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number),
        };

        private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(400) switch
        {
            0 => Pick(Rare, random),
            < 30 => Pick(Middling, random),
            30 => "museun",
            _ => Pick(Frequent, random),
        }));
    }
}
