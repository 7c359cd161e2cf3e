using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Tests.Index;

public sealed class ImpactTiersBuilderTests
{
    private const int MaxDoc = 40_000;

    private readonly SimScorer _scorer = new BM25Similarity().CreateScorer(1f, new CollectionStatistics("body", MaxDoc, MaxDoc, 20L * MaxDoc, 18L * MaxDoc), new TermStatistics(new Term("body", "w"), 3000, 4000));

    /// <summary>Each document stands in one tier, by its impact; the scores of a tier are never above those of the tiers before.</summary>
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

        var found = new SortedDictionary<int, (int Freq, byte Norm)>();
        float lowest = float.PositiveInfinity;
        foreach (ImpactTier tier in tiers.Tiers)
        {
            tier.Docs[^1].ShouldBe(DocIdSetIterator.NoMoreDocs);
            tier.Docs.Length.ShouldBe(tier.Count + 1);
            float[] scores = new float[tier.Count];
            for (int i = 0; i < tier.Count; i++)
            {
                byte code = tier.Codes[i];
                ((int)code).ShouldBeInRange(tier.FirstCode, tier.EndCode - 1);
                found.Add(tier.Docs[i], (tiers.Freqs[code], tiers.Norms[code]));
                scores[i] = _scorer.Score(tiers.Freqs[code], (sbyte)tiers.Norms[code]);
                if (tiers.HasCodesByDoc) tiers.CodeOf(tier.Docs[i]).ShouldBe(code);
            }

            scores.Max().ShouldBeLessThanOrEqualTo(lowest);
            lowest = scores.Min();
        }

        tiers.Count.ShouldBe(count);
        tiers.HasCodesByDoc.ShouldBe(count >= MaxDoc / ImpactTiers.MaxDocsPerPosting);
        found.Keys.ShouldBe(postings.Docs);
        found.Values.ShouldBe(postings.Docs.Select((doc, i) => (postings.Freqs[i], norms[doc])));
        if (tiers.HasCodesByDoc) Enumerable.Range(0, MaxDoc).Except(postings.Docs).Take(1000).ShouldAllBe(doc => tiers.CodeOf(doc) == -1);
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

    private sealed class ListedPostings(int[] docs, int[] freqs) : PostingsEnum
    {
        private int _at = -1;

        public int[] Docs => docs;

        public int[] Freqs => freqs;

        public override int DocId => _at < 0 ? -1 : _at < docs.Length ? docs[_at] : NoMoreDocs;

        public override long Cost => docs.Length;

        public override int Freq => freqs[_at];

        public override int NextPosition() => -1;

        public override int NextDoc()
        {
            _at++;
            return DocId;
        }

        public override int Advance(int target)
        {
            while (NextDoc() < target)
            {
            }

            return DocId;
        }
    }
}
