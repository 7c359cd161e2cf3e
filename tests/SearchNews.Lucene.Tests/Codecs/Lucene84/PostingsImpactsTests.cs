using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class PostingsImpactsTests
{
    private const int MaxDoc = 60_000;

    [Theory]
    [InlineData(IndexOptions.Docs, false)]
    [InlineData(IndexOptions.DocsAndFreqs, false)]
    [InlineData(IndexOptions.DocsAndFreqs, true)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositions, true)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositionsAndOffsets, true)]
    public void AdvanceShallow_AnyTarget_GivesTheCompetitivePairsOfItsRuns(IndexOptions options, bool norms)
    {
        Random random = Seeds.Random();
        FieldInfo field = PostingsSegment.Field(options, payloads: norms);
        int[] docFreqs = [1, 127, 128, 129, 256, 257, 1024, 1025, 1152, 1153, 9300, 30_000];
        sbyte?[]? byDoc = norms ? RandomNorms(random) : null;
        PostingsSegment segment = new PostingsSegment(MaxDoc, field).Write((field, byDoc, [.. docFreqs.Select(df => RandomTerms.Term(random, field, MaxDoc, df, maxFreq: 3))]));
        Lucene84PostingsReader reader = segment.Open();

        foreach (WrittenTerm term in segment.Terms)
        {
            foreach (int step in new[] { 2000, 15_000 })
            {
                ImpactsEnum impacts = reader.Impacts(field, term.State, PostingsFlags.Freqs);
                for (int target = random.Next(step); target < MaxDoc; target += 1 + random.Next(step))
                {
                    impacts.AdvanceShallow(target);
                    ShouldBeTheImpactsOf(impacts, term, target);
                    if (random.Next(3) == 0 && target > impacts.DocId) Move(random, impacts, term, target);
                }
            }
        }
    }

    [Fact]
    public void Advance_TargetBeforeTheBounds_StillFindsIt()
    {
        FieldInfo field = PostingsSegment.Field(IndexOptions.DocsAndFreqs);
        PostingsSegment segment = new PostingsSegment(9000, field).Write((field, null, [[.. Enumerable.Range(0, 4000).Select(doc => new TermDoc(doc * 2, 1 + (doc % 3), []))]]));
        ImpactsEnum impacts = segment.Open().Impacts(field, segment.Terms[0].State, PostingsFlags.Freqs);

        impacts.AdvanceShallow(6000);

        impacts.Advance(601).ShouldBe(602);
        impacts.Freq.ShouldBe(1 + (301 % 3));
        impacts.GetDocIdUpTo(0).ShouldBe(((3000 / 128 * 128) + 127) * 2);
        impacts.Advance(6000).ShouldBe(6000);
        impacts.Freq.ShouldBe(1);
    }

    [Fact]
    public void GetImpacts_NothingAskedFor_BoundsEverything()
    {
        FieldInfo field = PostingsSegment.Field(IndexOptions.DocsAndFreqs);
        PostingsSegment segment = new PostingsSegment(300, field).Write((field, null, [[.. Enumerable.Range(0, 300).Select(doc => new TermDoc(doc, 1, []))]]));
        ImpactsEnum impacts = segment.Open().Impacts(field, segment.Terms[0].State, PostingsFlags.Freqs);

        impacts.LevelCount.ShouldBe(1);
        impacts.GetDocIdUpTo(0).ShouldBe(DocIdSetIterator.NoMoreDocs);
        impacts.GetImpacts(0).ToArray().ShouldBe([new Impact(int.MaxValue, 1)]);
    }

    private static void Move(Random random, ImpactsEnum impacts, WrittenTerm term, int target)
    {
        int doc = random.Next(2) == 0 ? impacts.Advance(target) : impacts.NextDoc();
        if (doc == DocIdSetIterator.NoMoreDocs) return;
        TermDoc expected = term.Docs.Single(d => d.Doc == doc);
        impacts.Freq.ShouldBe(expected.Freq);
    }

    private static void ShouldBeTheImpactsOf(ImpactsEnum impacts, WrittenTerm term, int target)
    {
        int index = Array.FindIndex(term.Docs, doc => doc.Doc >= target);
        int block = (index < 0 ? term.Docs.Length : index) / 128;
        int level = 0;
        for (int run = 128, blocks = 1; ; run *= 8, blocks *= 8, level++)
        {
            // An entry ends a run of documents, if another document follows.
            int end = (block / blocks + 1) * run;
            if (index < 0 || end > (term.Docs.Length - 1) / run * run) break;
            impacts.GetDocIdUpTo(level).ShouldBe(term.Docs[end - 1].Doc);
            Impact[] expected = [.. Competitive(term, end - run, end)];
            if (!impacts.GetImpacts(level).SequenceEqual(expected)) impacts.GetImpacts(level).ToArray().ShouldBe(expected);
        }

        impacts.LevelCount.ShouldBe(Math.Max(1, level));
        if (level > 0) return;
        impacts.GetDocIdUpTo(0).ShouldBe(DocIdSetIterator.NoMoreDocs);
        impacts.GetImpacts(0).ToArray().ShouldBe([new Impact(int.MaxValue, 1)]);
    }

    private static IEnumerable<Impact> Competitive(WrittenTerm term, int from, int to)
    {
        var best = new SortedDictionary<ulong, int>();
        foreach (TermDoc doc in term.Docs.AsSpan(from, to - from))
        {
            ulong norm = (ulong)(term.Norms is null ? 1L : term.Norms[doc.Doc] ?? 1L);
            best[norm] = Math.Max(best.GetValueOrDefault(norm), doc.Freq);
        }

        int freq = 0;
        foreach ((ulong norm, int max) in best)
        {
            if (max <= freq) continue;
            yield return new Impact(freq = max, (long)norm);
        }
    }

    private static sbyte?[] RandomNorms(Random random) => [.. Enumerable.Range(0, MaxDoc).Select(_ => random.Next(20) == 0 ? null : (sbyte?)(random.Next(4) == 0 ? random.Next(-128, 128) : random.Next(1, 60)))];
}
