using System.Buffers.Binary;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Damaged files are reported as such; nothing hangs, allocates without bounds, or throws anything else.</summary>
public sealed class PostingsDamageTests
{
    private const int MaxDoc = 4000;
    private const int Rounds = 60;

    private static readonly string[] Extensions = ["doc", "pos", "pay"];

    [Fact]
    public void Open_TruncatedFile_IsCorrupt()
    {
        PostingsSegment segment = Segment(Seeds.Random());
        foreach (string extension in Extensions)
        {
            byte[] bytes = segment.OpenFile(extension).Span.ToArray();
            foreach (int length in new[] { 0, 10, 15, 16, 40, 70, bytes.Length / 2, bytes.Length - 17, bytes.Length - 1 })
                Should.Throw<CorruptIndexException>(() => Open(segment, extension, bytes[..length])).FileName.ShouldBe("_0_Lucene84_0." + extension);
        }
    }

    [Fact]
    public void Open_FlippedBit_IsCorrupt()
    {
        Random random = Seeds.Random();
        PostingsSegment segment = Segment(random);
        foreach (string extension in Extensions)
        {
            for (int round = 0; round < 100; round++)
            {
                byte[] bytes = Flip(random, segment.OpenFile(extension).Span, 1);
                Should.Throw<CorruptIndexException>(() => Open(segment, extension, bytes));
            }
        }
    }

    [Theory]
    [InlineData("doc")]
    [InlineData("pos")]
    [InlineData("pay")]
    public void Read_FlippedBitsUnderAValidChecksum_ThrowsNothingUntyped(string extension)
    {
        int caught = 0;
        Random random = Seeds.Random();
        PostingsSegment segment = Segment(random);
        for (int round = 0; round < Rounds; round++)
        {
            if (round % 20 == 0) segment = Segment(random);
            byte[] bytes = Flip(random, segment.OpenFile(extension).Span, 1 + (round % 8));
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - 8), Crc32.Compute(bytes.AsSpan(0, bytes.Length - 8)));
            caught += ReadAll(random, segment, () => Open(segment, extension, bytes), term => term.State);
        }

        caught.ShouldBeGreaterThan(Rounds / 20);
    }

    [Fact]
    public void Read_WrongTermStates_ThrowsNothingUntyped()
    {
        int caught = 0;
        Random random = Seeds.Random();
        PostingsSegment segment = Segment(random);
        for (int round = 0; round < Rounds; round++)
        {
            if (round % 20 == 0) segment = Segment(random);
            caught += ReadAll(random, segment, segment.Open, term => Damage(random, term.State));
        }

        caught.ShouldBeGreaterThan(Rounds);
    }

    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(-1, 0, -1)]
    [InlineData(MaxDoc + 1, MaxDoc + 1, -1)]
    [InlineData(2, 1, -1)]
    [InlineData(1, 1, MaxDoc)]
    public void Postings_ImpossibleState_IsCorrupt(int docFreq, long totalTermFreq, int singleton)
    {
        PostingsSegment segment = Segment(Seeds.Random());
        BlockTermState state = new() { DocFreq = docFreq, TotalTermFreq = totalTermFreq, SingletonDocId = singleton };

        Should.Throw<CorruptIndexException>(() => segment.Open().Postings(segment.Terms[0].Field, state, PostingsFlags.None, null));
    }

    [Fact]
    public void ReadMetaHeader_OtherBlockSize_IsCorrupt()
    {
        PostingsSegment segment = Segment(Seeds.Random());
        using IndexOutput tmd = segment.Directory.CreateOutput("_0.tmd");
        CodecUtil.WriteIndexHeader(tmd, Lucene84PostingsFormat.TermsCodec, 1, segment.Info.Id, Lucene84PostingsFormat.Suffix);
        tmd.WriteVInt(256);
        tmd.Dispose();

        Should.Throw<CorruptIndexException>(() => segment.Open().ReadMetaHeader(segment.Directory.OpenInput("_0.tmd"))).Message.ShouldContain("256");
    }

    private static PostingsSegment Segment(Random random)
    {
        FieldInfo[] fields =
        [
            PostingsSegment.Field((IndexOptions)random.Next(1, 5), payloads: random.Next(2) == 0),
            PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositionsAndOffsets, payloads: true, number: 1),
        ];
        return new PostingsSegment(MaxDoc, fields).Write(
            fields.Select(f => (f, (sbyte?[]?)null, new[] { 1, random.Next(2, 130), random.Next(130, 700), 1500 }.Select(df => RandomTerms.Term(random, f, MaxDoc, df, maxFreq: 2)).ToArray())));
    }

    private static Lucene84PostingsReader Open(PostingsSegment segment, string extension, byte[] bytes)
    {
        MemoryDirectory directory = new();
        foreach (string name in segment.Directory.ListAll())
        {
            using IndexOutput output = directory.CreateOutput(name);
            output.WriteBytes(name.EndsWith(extension, StringComparison.Ordinal) ? bytes : segment.Directory.OpenInput(name).Span);
        }

        return new Lucene84PostingsReader(new SegmentReadState(directory, segment.Info, segment.Fields, Lucene84PostingsFormat.Suffix));
    }

    private static byte[] Flip(Random random, ReadOnlySpan<byte> source, int bits)
    {
        byte[] bytes = source.ToArray();
        for (int i = 0; i < bits; i++) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static BlockTermState Damage(Random random, BlockTermState sound)
    {
        BlockTermState state = new();
        state.CopyFrom(sound);
        switch (random.Next(7))
        {
            case 0: state.DocStartFP = Wrong(random, state.DocStartFP); break;
            case 1: state.PosStartFP = Wrong(random, state.PosStartFP); break;
            case 2: state.PayStartFP = Wrong(random, state.PayStartFP); break;
            case 3: state.SkipOffset = state.SkipOffset == -1 ? -1 : Wrong(random, state.SkipOffset); break;
            case 4: state.LastPosBlockOffset = state.LastPosBlockOffset == -1 ? -1 : Wrong(random, state.LastPosBlockOffset); break;
            case 5: state.TotalTermFreq = Wrong(random, state.TotalTermFreq); break;
            default:
                state.DocFreq = random.Next(1, MaxDoc);
                state.SingletonDocId = state.DocFreq == 1 ? 0 : -1;
                break;
        }

        return state;
    }

    private static long Wrong(Random random, long right) => Some.Of(random, right + random.Next(-20, 20), random.Next(20_000), random.NextInt64());

    /// <summary>Reads all terms in all ways and returns how often it met damage; another exception passes through.</summary>
    private static int ReadAll(Random random, PostingsSegment segment, Func<Lucene84PostingsReader> open, Func<WrittenTerm, BlockTermState> state)
    {
        Lucene84PostingsReader reader;
        try
        {
            reader = open();
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatTooNewException or IndexFormatTooOldException)
        {
            return 1;
        }

        int caught = 0;
        foreach (WrittenTerm term in segment.Terms)
        {
            foreach (PostingsFlags flags in new[] { PostingsFlags.None, PostingsFlags.Freqs, PostingsFlags.Positions, PostingsFlags.All })
            {
                try
                {
                    BlockTermState wrong = state(term);
                    ReadPostings(reader.Postings(term.Field, wrong, flags, null), step: 0);
                    ReadPostings(reader.Postings(term.Field, wrong, flags, null), random.Next(1, 1000));
                    ReadImpacts(reader.Impacts(term.Field, wrong, flags), random.Next(1, 1000));
                }
                catch (CorruptIndexException)
                {
                    caught++;
                }
            }
        }

        return caught;
    }

    private static void ReadPostings(PostingsEnum postings, int step)
    {
        for (int moves = 0; moves <= MaxDoc; moves++)
        {
            int doc = step == 0 ? postings.NextDoc() : postings.Advance(postings.DocId + step);
            if (doc == DocIdSetIterator.NoMoreDocs) return;
            if (doc is < 0 or >= MaxDoc) throw new InvalidOperationException($"document {doc}");
            int payloads = 0;
            for (int i = postings.Freq; i > 0 && postings.NextPosition() >= 0; i--)
            {
                payloads += postings.Payload.Length;
                if (postings.EndOffset < postings.StartOffset) throw new InvalidOperationException($"offsets {postings.StartOffset} to {postings.EndOffset}");
            }
        }

        throw new InvalidOperationException("More documents than the segment has.");
    }

    private static void ReadImpacts(ImpactsEnum impacts, int step)
    {
        for (int target = 0; target < MaxDoc; target += step)
        {
            impacts.AdvanceShallow(target);
            for (int level = 0; level < impacts.LevelCount; level++)
            {
                if (impacts.GetDocIdUpTo(level) < target) throw new InvalidOperationException($"impacts up to {impacts.GetDocIdUpTo(level)} for document {target}");
                if (impacts.GetImpacts(level).IsEmpty) throw new InvalidOperationException("no impacts");
            }
        }
    }
}
