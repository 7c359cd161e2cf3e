using System.Globalization;
using SearchNews.Articles;
using SearchNews.Search.Embedded;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>Few articles have all the words, and thousands of others stand between them: those are skipped by bounds of their own, which must change nothing.</summary>
public sealed class RankedRunsTests : IClassFixture<RankedRunsTests.SharedIndex>
{
    private const int Articles = 6_000;
    private static readonly string[] Frequent = ["cloud", "storage", "azure"];
    private static readonly string[] Middling = ["museum", "glacier", "violin"];
    private static readonly string[] Rare = ["quokka", "zephyr"];

    private readonly TestIndex _index;

    public RankedRunsTests(SharedIndex shared) => _index = shared.Index;

    [Fact]
    public void Search_RareWordsAmongFrequentOnes_PrunedEqualsUnpruned()
    {
        Random random = Seeds.Random();
        int skipped = 0;
        for (int round = 0; round < 300; round++)
        {
            var request = new SearchRequest
            {
                Query = Words(random),
                Match = random.Next(4) switch { 0 => MatchPolicy.Most, 1 => MatchPolicy.All, _ => MatchPolicy.Any },
                OwnProfile = RankingProfile.Balanced with { Lambda = random.Next(3) * 0.1, PairInPart = random.NextDouble(), PairInTitle = random.Next(1, 4) * 0.5, ExactTitle = random.Next(2) * 0.25 },
            };
            PreparedSearch prepared = _index.Prepare(request);
            int size = random.Next(1, 30);
            HitCollector all = Collect(prepared, int.MaxValue, int.MaxValue);
            RankedHit[] expected = [.. all.ToSortedArray().Take(size)];
            Collect(prepared, size, int.MaxValue).ToSortedArray().ShouldBe(expected, $"{request}");
            HitCollector pruned = Collect(prepared, size, 0);
            pruned.ToSortedArray().ShouldBe(expected, $"{request}");
            if (pruned.Total < all.Total / 2) skipped++;
        }

        skipped.ShouldBeGreaterThan(30, "too few searches skipped much; this test proves little");
    }

    private HitCollector Collect(PreparedSearch prepared, int size, int threshold)
    {
        var collector = new HitCollector(_index.Snapshot, SortOrder.Relevance, size, threshold);
        prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
        return collector;
    }

    private static string Words(Random random)
    {
        string[] words = [.. Frequent, .. Middling, .. Rare];
        random.Shuffle(words);
        return string.Join(' ', words.Take(random.Next(1, 5)));
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    public sealed class SharedIndex : IDisposable
    {
        public SharedIndex()
        {
            Random random = Seeds.Random(41);
            Index = TestIndex.Of([.. Enumerable.Range(0, Articles).Select(i => One(random, i))]);
            Index.Snapshot.Reader.Leaves.Count.ShouldBe(1);
        }

        internal TestIndex Index { get; }

        public void Dispose() => Index.Dispose();

        // Dates rise with the documents, and signals differ from one stretch to the next, so that the bounds of blocks do too.
        private static Article One(Random random, int number) => SomeArticles.Titled(
            string.Create(CultureInfo.InvariantCulture, $"a{number:D5}"), Text(random, random.Next(1, 5)), Text(random, random.Next(0, 7))) with
        {
            Quality = random.Next(5) == 0 ? null : random.Next(number < Articles / 2 ? 20 : 150),
            PublishedAt = random.Next(12) == 0 ? null : new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number),
        };

        private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(400) switch
        {
            0 => Pick(Rare, random),
            < 30 => Pick(Middling, random),
            _ => Pick(Frequent, random),
        }));
    }
}
