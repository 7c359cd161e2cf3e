using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class TermMetadataTests
{
    private static readonly FieldInfo Positions = new() { Name = "body", Number = 0, IndexOptions = IndexOptions.DocsAndFreqsAndPositions };

    /// <summary>A block that Apache Lucene 8 wrote: brown dog fox lazy quick sleeps the, of which only quick is in two documents.</summary>
    [Fact]
    public void Encode_KnownBlock_GivesLucenesBytes()
    {
        BlockTermState[] states =
        [
            State(62, 61, singleton: 0), State(62, 62, singleton: 1), State(62, 63, singleton: 0), State(62, 64, singleton: 1),
            State(62, 65, singleton: -1), State(64, 67, singleton: 1), State(64, 68, singleton: 0),
        ];

        Encode(Positions, states).ShouldBe(Bytes.Parse("7c 00 3d  05 01  03 01  05 01  00 01  04 01 02  03 01"));
    }

    [Theory]
    [InlineData(IndexOptions.Docs, false)]
    [InlineData(IndexOptions.DocsAndFreqs, false)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositions, false)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositions, true)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositionsAndOffsets, false)]
    public void Decode_RandomStates_GivesThemBack(IndexOptions options, bool payloads)
    {
        FieldInfo field = new() { Name = "f", Number = 0, IndexOptions = options, HasPayloads = payloads };
        for (int round = 0; round < 50; round++)
        {
            Random random = Seeds.Random(round);
            BlockTermState[] states = RandomStates(random, field, random.Next(1, 30));
            IndexInput input = new("x", Encode(field, states));
            BlockTermState read = new();
            for (int i = 0; i < states.Length; i++)
            {
                read.DocFreq = states[i].DocFreq;
                read.TotalTermFreq = states[i].TotalTermFreq;
                TermMetadata.Decode(input, field, read, absolute: i == 0);
                Text(read).ShouldBe(Text(states[i]));
            }

            input.Remaining.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("05", 1, -1)]
    [InlineData("05", 3, 7)]
    [InlineData("07", 1, 0)]
    [InlineData("00 8080808008", 1, 7)]
    [InlineData("feffffffffffffff7f 01", 3, -1)]
    [InlineData("00", 1, 7)]
    public void Decode_DamagedBytes_IsCorrupt(string bytes, int docFreq, int previousSingleton)
    {
        FieldInfo docs = new() { Name = "f", Number = 0, IndexOptions = IndexOptions.Docs };
        BlockTermState state = new() { DocFreq = docFreq, TotalTermFreq = docFreq, SingletonDocId = previousSingleton, DocStartFP = (1L << 62) + 1 };

        Should.Throw<CorruptIndexException>(() => TermMetadata.Decode(new IndexInput("x", Bytes.Parse(bytes)), docs, state, absolute: false));
    }

    private static BlockTermState State(long docFP, long posFP, int singleton) =>
        new() { DocFreq = singleton < 0 ? 2 : 1, TotalTermFreq = singleton < 0 ? 2 : 1, DocStartFP = docFP, PosStartFP = posFP, SingletonDocId = singleton };

    private static byte[] Encode(FieldInfo field, BlockTermState[] states)
    {
        MemoryOutput output = new();
        for (int i = 0; i < states.Length; i++) TermMetadata.Encode(output, field, states[i], states[Math.Max(0, i - 1)], first: i == 0);
        return output.ToArray();
    }

    private static BlockTermState[] RandomStates(Random random, FieldInfo field, int count)
    {
        var states = new BlockTermState[count];
        long docFP = random.Next(1000);
        long posFP = field.HasPositions ? random.Next(1000) : 0;
        long payFP = 0;
        for (int i = 0; i < count; i++)
        {
            int docFreq = Some.Of(random, 1, 1, 1, 2, 128, 129, 5000);
            long total = field.HasFreqs ? docFreq + (random.Next(2) * random.Next(1000)) : docFreq;
            states[i] = new BlockTermState
            {
                DocFreq = docFreq,
                TotalTermFreq = total,
                DocStartFP = docFP,
                PosStartFP = posFP,
                PayStartFP = payFP,
                SingletonDocId = docFreq == 1 ? random.Next(int.MaxValue) : -1,
                SkipOffset = docFreq > 128 ? random.Next(100_000) : -1,
                LastPosBlockOffset = field.HasPositions && total > 128 ? random.NextInt64(1L << 40) : -1,
            };
            if (docFreq > 1) docFP += random.NextInt64(1L << 33);
            if (field.HasPositions) posFP += random.Next(5000);
            if (field.HasPositions && (field.HasPayloads || field.HasOffsets)) payFP += random.Next(2) * random.Next(5000);
        }

        return states;
    }

    private static string Text(BlockTermState s) =>
        $"df {s.DocFreq} ttf {s.TotalTermFreq} doc {s.DocStartFP} pos {s.PosStartFP} pay {s.PayStartFP} skip {s.SkipOffset} last {s.LastPosBlockOffset} singleton {s.SingletonDocId}";
}
