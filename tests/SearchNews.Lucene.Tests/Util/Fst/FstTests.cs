using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util.Fst;

namespace SearchNews.Lucene.Tests.Util.Fst;

public sealed class FstTests
{
    [Fact]
    public void Write_EmptyKeyAlone_IsTheWorkedExample()
    {
        FstFiles files = FstFiles.Write([new([], [0xda, 0x01])]);

        Convert.ToHexStringLower(files.Metadata).ShouldBe("3fd76c17" + "03465354" + "00000007" + "0103" + "01da02" + "00" + "00" + "01");
        files.Body.ShouldBe([0]);
    }

    [Fact]
    public void Write_ThreeMonths_AreTheDrawnBytes()
    {
        FstFiles files = FstFiles.Write([new("ma"u8.ToArray(), [3]), new("mar"u8.ToArray(), [1]), new("may"u8.ToArray(), [2])]);

        // Children before parents, each downwards; one arc of a node and the next node follow each other without an address.
        byte[] months = [(byte)'r', 1 | 8 | 32];
        byte[] expected =
        [
            0,
            2, 1, (byte)'y', 1 | 2 | 8 | 32, 1, 1, .. months,
            3, 1, (byte)'a', 1 | 2 | 4 | 32,
            (byte)'m', 2 | 4,
        ];
        files.Body.ShouldBe(expected);
        files.Load().Root.ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(2, 12, 40)]
    [InlineData(5, 4, 300)]
    [InlineData(26, 3, 800)]
    [InlineData(256, 2, 1500)]
    [InlineData(256, 1, 256)]
    [InlineData(40, 6, 1500)]
    public void Find_WhatWasWritten_IsTheMap(int alphabet, int maxLength, int count)
    {
        for (int round = 0; round < 3; round++)
        {
            Random random = Seeds.Random(round);
            SortedDictionary<byte[], byte[]> map = RandomMap(random, alphabet, maxLength, count);
            FstReader fst = FstFiles.Write(map).Load();

            foreach ((byte[] key, byte[] value) in map) FstFiles.Find(fst, key).ShouldBe(value);
            FstFiles.Keys(fst).ShouldBe(map.Keys);
            for (int i = 0; i < 500; i++)
            {
                byte[] key = RandomKey(random, alphabet, maxLength + 2);
                FstFiles.Find(fst, key).ShouldBe(map.GetValueOrDefault(key));
            }
        }
    }

    [Theory]
    [InlineData(0x40, 10, 11, 12, 13, 14)]
    [InlineData(0x40, 0, 3, 6, 9, 31)]
    [InlineData(0x20, 0, 50, 100, 150, 200)]
    [InlineData(0x20, 0, 1, 2, 3, 255)]
    public void Write_RootOfManyArcs_HasTheCheaperFastForm(int head, params int[] labels)
    {
        FstFiles files = FstFiles.Write(labels.Select(l => new KeyValuePair<byte[], byte[]>([(byte)l], [(byte)l, 7])));

        files.Body[^1].ShouldBe((byte)head);
        FstReader fst = files.Load();
        for (int label = 0; label < 256; label++)
            FstFiles.Find(fst, [(byte)label]).ShouldBe(labels.Contains(label) ? [(byte)label, 7] : null);
    }

    [Fact]
    public void Write_OneOutputMuchLonger_StaysAList()
    {
        var entries = Enumerable.Range(0, 20).Select(l => new KeyValuePair<byte[], byte[]>([(byte)l], new byte[l == 7 ? 900 : 1]));
        FstFiles files = FstFiles.Write(entries);

        files.Body[^1].ShouldNotBeOneOf<byte>([0x20, 0x40]);
        FstFiles.Find(files.Load(), [7])!.Length.ShouldBe(900);
    }

    [Fact]
    public void Find_OutputsOnArcs_AreJoined()
    {
        // a (output 1) -> b (output 2, final 3); seen upwards: flags, label, outputs, target.
        byte[] child = [1 | 2 | 8 | 16 | 32, (byte)'b', 1, 2, 1, 3];
        byte[] root = [2 | 16, (byte)'a', 2, 1, 9, 6];
        byte[] body = [0, .. child.Reverse(), .. root.Reverse()];

        FstFiles.Find(FstFiles.ByHand(body.Length - 1, body).Load(), "ab"u8).ShouldBe([1, 9, 2, 3]);
    }

    [Fact]
    public void Find_TargetNextOnAnArcThatIsNotLast_GoesBehindTheNode()
    {
        byte[] child = [1 | 2 | 8, (byte)'x'];
        byte[] root = [4, (byte)'a', 1 | 8 | 32, (byte)'b', 1, 5, 1 | 2 | 8, (byte)'c'];
        byte[] body = [0, .. child.Reverse(), .. root.Reverse()];
        FstReader fst = FstFiles.ByHand(body.Length - 1, body).Load();

        FstFiles.Find(fst, "ax"u8).ShouldBe([]);
        FstFiles.Find(fst, "b"u8).ShouldBe([5]);
        FstFiles.Find(fst, "a"u8).ShouldBeNull();
        FstFiles.Find(fst, "d"u8).ShouldBeNull();
    }

    [Fact]
    public void Find_ArcToItsOwnNode_IsCorrupt()
    {
        byte[] body = [0, 3, (byte)'a', 2];
        FstReader fst = FstFiles.ByHand(3, body).Load();

        Should.Throw<CorruptIndexException>(() => FstFiles.Find(fst, "aaaa"u8)).FileName.ShouldBe("tip");
    }

    [Fact]
    public void Add_KeyNotAbove_Throws()
    {
        var writer = new FstWriter();
        writer.Add("ab"u8, [1]);

        Should.Throw<ArgumentException>(() => writer.Add("ab"u8, [2])).Message.ShouldContain("6162");
        Should.Throw<ArgumentException>(() => writer.Add("a"u8, [2]));
        Should.Throw<ArgumentException>(() => writer.Add([], [2]));
    }

    [Fact]
    public void Load_DamagedBytes_GivesOnlyTypedErrors()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 400; round++)
        {
            FstFiles files = FstFiles.Write(RandomMap(random, random.Next(1, 257), random.Next(1, 6), random.Next(1, 120)));
            byte[] metadata = [.. files.Metadata];
            byte[] body = [.. files.Body];
            byte[] damaged = random.Next(4) == 0 ? metadata : body;
            for (int i = random.Next(1, 4); i > 0; i--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (random.Next(5) == 0) body = body[..random.Next(body.Length + 1)];
            try
            {
                FstFiles.Keys(new FstFiles(metadata, body).Load(), max: 2000);
            }
            catch (CorruptIndexException e)
            {
                e.FileName.ShouldBeOneOf("tmd", "tip");
                e.Offset.ShouldBeInRange(0, Math.Max(metadata.Length, body.Length));
            }
            catch (Exception e) when (e is IndexFormatTooNewException or IndexFormatTooOldException)
            {
            }
        }
    }

    private static SortedDictionary<byte[], byte[]> RandomMap(Random random, int alphabet, int maxLength, int count)
    {
        var map = new SortedDictionary<byte[], byte[]>(Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (int i = 0; i < count; i++) map[RandomKey(random, alphabet, maxLength)] = Some.Bytes(random, random.Next(random.Next(10) == 0 ? 40 : 5));
        return map;
    }

    private static byte[] RandomKey(Random random, int alphabet, int maxLength) =>
        [.. Enumerable.Range(0, random.Next(maxLength + 1)).Select(_ => (byte)random.Next(alphabet))];
}
