using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Tests.Index;

public sealed class ImpactTiersBuilderTests
{
    private const int MaxDoc = 40_000;

    private readonly SimScorer _scorer = new BM25Similarity().CreateScorer(1f, new CollectionStatistics("body", MaxDoc, MaxDoc, 20L * MaxDoc, 18L * MaxDoc), new TermStatistics(new Term("body", "w"), 3000, 4000));

    /// <summary>All documents stand in the last tier, those that score highest in the tiers before as well.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1249)]
    [InlineData(1250)]
    [InlineData(20_000)]
    public void Build_AnyPostings_GivesEachDocumentItsImpact(int count)
    {
        Random random = Seeds.Random(count);
        byte[] norms = [.. Enumerable.Range(0, MaxDoc).Select(_ => (byte)random.Next(5, 30))];
        var postings = new ListedPostings(Some.SortedDocs(random, MaxDoc, count), [.. Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? random.Next(1, 8) : 1)]);

        ImpactTiers tiers = ImpactTiersBuilder.Build(postings, norms, _scorer).ShouldNotBeNull();

        (int Freq, byte Norm)[] impacts = [.. postings.Docs.Select((doc, i) => (postings.Freqs[i], norms[doc]))];
        float lowest = float.PositiveInfinity;
        int before = 0;
        foreach (ImpactTier tier in tiers.Tiers)
        {
            tier.FirstCode.ShouldBe(before);
            before = tier.EndCode;
            tier.Docs[^1].ShouldBe(DocIdSetIterator.NoMoreDocs);
            tier.Docs.Length.ShouldBe(tier.Count + 1);
            int[] docs = tier.Docs[..^1].ToArray();
            (int Freq, byte Norm)[] coded = [.. tier.Codes.ToArray().Select(code => (tiers.Freqs[code], tiers.Norms[code]))];
            coded.ShouldBe(docs.Select(doc => impacts[Array.BinarySearch(postings.Docs, doc)]));

            float[] scores = [.. impacts.Select(impact => _scorer.Score(impact.Freq, (sbyte)impact.Norm))];
            float worst = docs.Min(doc => scores[Array.BinarySearch(postings.Docs, doc)]);
            postings.Docs.Where((_, i) => scores[i] > worst).ShouldBeSubsetOf(docs);
            worst.ShouldBeLessThan(lowest);
            lowest = worst;
        }

        tiers.Count.ShouldBe(count);
        tiers.All.Docs[..^1].ToArray().ShouldBe(postings.Docs);
    }

    [Fact]
    public void Build_FrequencyOf256_GivesNone()
    {
        ImpactTiersBuilder.Build(new ListedPostings([1, 2, 3], [1, 255, 1]), new byte[4], _scorer).ShouldNotBeNull();
        ImpactTiersBuilder.Build(new ListedPostings([1, 2, 3], [1, 256, 1]), new byte[4], _scorer).ShouldBeNull();
    }

    [Fact]
    public void Build_257Impacts_GivesNone()
    {
        byte[] norms = [.. Enumerable.Range(0, 257).Select(doc => (byte)doc)];
        ImpactTiersBuilder.Build(new ListedPostings([.. Enumerable.Range(0, 257)], [.. Enumerable.Repeat(1, 257)]), norms, _scorer).ShouldNotBeNull();
        ImpactTiersBuilder.Build(new ListedPostings([.. Enumerable.Range(0, 257)], [.. Enumerable.Repeat(1, 256), 2]), norms, _scorer).ShouldBeNull();
    }
}
