using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>What the writer was given, the reader gives back, by walking and by advancing.</summary>
public sealed class PostingsRoundTripTests
{
    private static readonly int[] EdgeDocFreqs = [1, 2, 3, 126, 127, 128, 129, 130, 255, 256, 257, 300, 1024, 1025, 1151, 1152, 1153, 8320];

    public static TheoryData<IndexOptions, bool> Kinds => new()
    {
        { IndexOptions.Docs, false },
        { IndexOptions.DocsAndFreqs, false },
        { IndexOptions.DocsAndFreqsAndPositions, false },
        { IndexOptions.DocsAndFreqsAndPositions, true },
        { IndexOptions.DocsAndFreqsAndPositionsAndOffsets, false },
        { IndexOptions.DocsAndFreqsAndPositionsAndOffsets, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Postings_EveryEdgeOfBlocks_GivesAllBack(IndexOptions options, bool payloads)
    {
        Random random = Seeds.Random();
        FieldInfo field = PostingsSegment.Field(options, payloads);
        const int maxDoc = 20_000;
        TermDoc[][] terms = [.. EdgeDocFreqs.Select(df => RandomTerms.Term(random, field, maxDoc, df)), []];
        PostingsSegment segment = new PostingsSegment(maxDoc, field).Write((field, null, terms));
        Lucene84PostingsReader reader = segment.Open();
        reader.CheckIntegrity();

        PostingsEnum? reuse = null;
        foreach (WrittenTerm term in segment.Terms)
        {
            term.State.DocFreq.ShouldBe(term.Docs.Length);
            term.State.TotalTermFreq.ShouldBe(term.Docs.Sum(doc => (long)doc.Freq));
            foreach (PostingsFlags flags in new[] { PostingsFlags.None, PostingsFlags.Freqs, PostingsFlags.Positions, PostingsFlags.Offsets, PostingsFlags.Payloads, PostingsFlags.All })
            {
                reuse = reader.Postings(field, term.State, flags, reuse);
                PostingsCheck.Walk(reuse, term, flags);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Postings_TotalTermFreqAroundABlock_GivesAllBack(IndexOptions options, bool payloads)
    {
        Random random = Seeds.Random();
        FieldInfo field = PostingsSegment.Field(options, payloads);
        TermDoc[][] terms = [.. new[] { 127, 128, 129, 256 }.SelectMany(ttf => new[] { 1, 2, 100 }.Select(df => WithTotal(random, field, df, ttf)))];
        PostingsSegment segment = new PostingsSegment(500, field).Write((field, null, terms));
        Lucene84PostingsReader reader = segment.Open();

        foreach (WrittenTerm term in segment.Terms) PostingsCheck.Walk(reader.Postings(field, term.State, PostingsFlags.All, null), term, PostingsFlags.All);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadAll_FromAnyDocument_GivesWhatWalkingGives(bool offsets)
    {
        Random random = Seeds.Random();
        FieldInfo field = PostingsSegment.Field(offsets ? IndexOptions.DocsAndFreqsAndPositionsAndOffsets : IndexOptions.DocsAndFreqsAndPositions);
        TermDoc[][] terms = [.. EdgeDocFreqs.Select(df => RandomTerms.Term(random, field, 20_000, df))];
        PostingsSegment segment = new PostingsSegment(20_000, field).Write((field, null, terms));
        Lucene84PostingsReader reader = segment.Open();
        PostingsEnum? reuse = null;
        foreach (WrittenTerm term in segment.Terms)
        {
            // Before some, documents are passed over, of which some gave a position or two.
            reuse = reader.Postings(field, term.State, Some.Of(random, PostingsFlags.Positions, PostingsFlags.All), reuse);
            int[] deltas = [];
            for (int at = 0; at < term.Docs.Length;)
            {
                if (at == 0) reuse.NextDoc();
                if (random.Next(3) == 0)
                {
                    if (random.Next(2) == 0) reuse.NextPosition().ShouldBe(term.Docs[at].Positions[0].Position);
                    reuse.NextDoc();
                    at++;
                    continue;
                }

                int[] docs = new int[random.Next(1, 200)];
                int[] freqs = new int[docs.Length];
                int count = reuse.ReadAll(docs, freqs, ref deltas);
                int used = 0;
                for (int i = 0; i < count; i++, at++)
                {
                    int position = 0;
                    int[] positions = [.. deltas.AsSpan(used, freqs[i]).ToArray().Select(delta => position += delta)];
                    used += freqs[i];
                    (docs[i], freqs[i]).ShouldBe((term.Docs[at].Doc, term.Docs[at].Freq));
                    positions.ShouldBe(term.Docs[at].Positions.Select(p => p.Position));
                }

                reuse.DocId.ShouldBe(at == term.Docs.Length ? DocIdSetIterator.NoMoreDocs : term.Docs[at].Doc);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Advance_RandomTargets_IsTheLinearScan(IndexOptions options, bool payloads)
    {
        Random random = Seeds.Random();
        FieldInfo field = PostingsSegment.Field(options, payloads);
        const int maxDoc = 40_000;
        TermDoc[][] terms = [.. EdgeDocFreqs.Append(20_000).Select(df => RandomTerms.Term(random, field, maxDoc, df, maxFreq: 3))];
        PostingsSegment segment = new PostingsSegment(maxDoc, field).Write((field, null, terms));
        Lucene84PostingsReader reader = segment.Open();

        PostingsEnum? reuse = null;
        foreach (WrittenTerm term in segment.Terms)
        {
            foreach (int step in new[] { 2, 40, 700, 5000, 30_000 })
            {
                PostingsFlags flags = Some.Of(random, PostingsFlags.None, PostingsFlags.Freqs, PostingsFlags.Positions, PostingsFlags.All);
                reuse = reader.Postings(field, term.State, flags, reuse);
                PostingsCheck.AdvanceAtRandom(random, reuse, term, flags, step);
                PostingsCheck.AdvanceAtRandom(random, reader.Impacts(field, term.State, flags | PostingsFlags.Freqs), term, flags, step);
            }
        }
    }

    [Fact]
    public void Advance_ManyLevelsOfSkipData_IsTheLinearScan()
    {
        Random random = Seeds.Random();
        FieldInfo field = PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositions);
        const int maxDoc = 300_000;
        TermDoc[][] terms = [RandomTerms.Term(random, field, maxDoc, 100_000, maxFreq: 2), RandomTerms.Term(random, field, maxDoc, 65_537, maxFreq: 2)];
        PostingsSegment segment = new PostingsSegment(maxDoc, field).Write((field, null, terms));
        Lucene84PostingsReader reader = segment.Open();

        foreach (WrittenTerm term in segment.Terms)
        {
            foreach (int step in new[] { 100, 3000, 50_000, 200_000 })
                PostingsCheck.AdvanceAtRandom(random, reader.Postings(field, term.State, PostingsFlags.Positions, null), term, PostingsFlags.Positions, step);
        }
    }

    [Fact]
    public void Advance_PastLastDoc_ReturnsNoMoreDocs()
    {
        FieldInfo field = PostingsSegment.Field(IndexOptions.Docs);
        foreach (int docFreq in EdgeDocFreqs)
        {
            PostingsSegment segment = new PostingsSegment(9000, field).Write((field, null, [[.. Enumerable.Range(0, docFreq).Select(doc => new TermDoc(doc, 1, []))]]));
            PostingsEnum postings = segment.Open().Postings(field, segment.Terms[0].State, PostingsFlags.None, null);

            postings.Advance(docFreq).ShouldBe(DocIdSetIterator.NoMoreDocs);
            postings.DocId.ShouldBe(DocIdSetIterator.NoMoreDocs);
        }
    }

    [Fact]
    public void Write_FieldsOfAllKinds_ShareTheFiles()
    {
        Random random = Seeds.Random();
        FieldInfo[] fields =
        [
            PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositionsAndOffsets, payloads: true, number: 0), PostingsSegment.Field(IndexOptions.Docs, number: 1),
            PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositions, number: 2), PostingsSegment.Field(IndexOptions.None, number: 3),
            PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositions, payloads: true, number: 4), PostingsSegment.Field(IndexOptions.DocsAndFreqs, number: 5),
        ];
        PostingsSegment segment = new(3000, fields);
        segment.Write(fields.Where(f => f.Number != 3).Select(f => (f, (sbyte?[]?)null, Enumerable.Range(0, 30).Select(_ => RandomTerms.Term(random, f, 3000, random.Next(1, 400))).ToArray())));
        Lucene84PostingsReader reader = segment.Open();

        PostingsEnum? reuse = null;
        foreach (WrittenTerm term in segment.Terms.OrderBy(_ => random.Next()))
        {
            reuse = reader.Postings(term.Field, term.State, PostingsFlags.All, reuse);
            PostingsCheck.Walk(reuse, term, PostingsFlags.All);
        }
    }

    [Fact]
    public void Open_FieldWithPositionsButNoTerms_HasThePosFile()
    {
        PostingsSegment segment = new PostingsSegment(5, PostingsSegment.Field(IndexOptions.Docs), PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositionsAndOffsets, number: 1)).Write();

        segment.Directory.ListAll().ShouldBe(["_0_Lucene84_0.doc", "_0_Lucene84_0.pay", "_0_Lucene84_0.pos"]);
        segment.Open().CheckIntegrity();
    }

    [Fact]
    public void Open_NoFieldWithPositions_HasOnlyTheDocFile()
    {
        PostingsSegment segment = new PostingsSegment(5, PostingsSegment.Field(IndexOptions.DocsAndFreqs)).Write();

        segment.Directory.ListAll().ShouldBe(["_0_Lucene84_0.doc"]);
        segment.Open().CheckIntegrity();
    }

    [Fact]
    public void WriteTerm_Tails_AreLucenesBytes()
    {
        FieldInfo field = PostingsSegment.Field(IndexOptions.DocsAndFreqs);
        PostingsSegment segment = new PostingsSegment(5, field).Write(
            (field, null, [[new TermDoc(0, 1, []), new TermDoc(1, 1, [])], [new TermDoc(0, 32256, []), new TermDoc(1, 33608, [])]]));

        byte[] doc = segment.OpenFile("doc").Span.ToArray();
        doc[(int)segment.Terms[0].State.DocStartFP..^16].ShouldBe(Bytes.Parse("01 03 00 80fc01 02 c88602"));
    }

    [Fact]
    public void WriteTerm_DocumentsOutOfOrder_Throws()
    {
        FieldInfo field = PostingsSegment.Field(IndexOptions.Docs);
        foreach (int[] docs in new[] { new[] { 3, 3 }, [4, 2], [5], [-1] })
        {
            PostingsSegment segment = new(5, field);
            Should.Throw<CorruptIndexException>(() => segment.Write((field, null, [[.. docs.Select(doc => new TermDoc(doc, 1, []))]]))).Message.ShouldContain("document");
        }
    }

    [Theory]
    [InlineData(5, 4, 0, 1, 1, 1)]
    [InlineData(-1, 4, 0, 1, 1, 1)]
    [InlineData(5, int.MaxValue, 0, 1, 1, 1)]
    [InlineData(5, 6, 3, 4, 2, 9)]
    [InlineData(5, 6, 3, 2, 4, 9)]
    public void WriteTerm_PositionsOutOfOrder_Throws(int position1, int position2, int start1, int end1, int start2, int end2)
    {
        FieldInfo field = PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositionsAndOffsets);
        TermDoc doc = new(0, 2, [new TermPosition(position1, start1, end1, []), new TermPosition(position2, start2, end2, [])]);

        Should.Throw<CorruptIndexException>(() => new PostingsSegment(5, field).Write((field, null, [[doc]]))).Message.ShouldContain("expected");
    }

    private static TermDoc[] WithTotal(Random random, FieldInfo field, int docFreq, int totalTermFreq)
    {
        TermDoc[] docs = [.. RandomTerms.Term(random, field, 500, docFreq, maxFreq: 1).Select(doc => doc with { Freq = 1, Positions = doc.Positions.Length > 0 ? doc.Positions[..1] : [] })];
        if (!field.HasFreqs) return docs;
        int more = random.Next(docFreq);
        TermPosition[] positions = field.HasPositions ? [.. Enumerable.Range(0, totalTermFreq - docFreq + 1).Select(i => new TermPosition(i * 3, i * 5, i * 5 + i, field.HasPayloads ? Some.Bytes(random, i % 4) : []))] : [];
        docs[more] = docs[more] with { Freq = totalTermFreq - docFreq + 1, Positions = positions };
        return docs;
    }
}
